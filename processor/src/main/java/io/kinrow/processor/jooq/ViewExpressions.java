package io.kinrow.processor.jooq;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * The types of SQLite's expressions. What is not listed here is unknown: only what SQLite's manual
 * promises of every value is claimed.
 */
final class ViewExpressions {

  private static final Map<ViewType, Set<Class<?>>> RESULTS =
      Map.of(
          ViewType.BOOLEAN,
          Set.of(QOM.ConditionAsField.class),
          ViewType.WHOLE,
          Set.of(
              QOM.Count.class,
              QOM.CharLength.class,
              QOM.OctetLength.class,
              QOM.Position.class,
              QOM.Sign.class,
              QOM.Rand.class,
              QOM.Shl.class,
              QOM.Shr.class,
              QOM.BitNot.class,
              QOM.RowNumber.class,
              QOM.Rank.class,
              QOM.DenseRank.class,
              QOM.Ntile.class),
          ViewType.NUMBER,
          Set.of(
              QOM.Avg.class,
              QOM.PercentRank.class,
              QOM.CumeDist.class,
              QOM.Sqrt.class,
              QOM.Power.class,
              QOM.Exp.class,
              QOM.Ln.class,
              QOM.Log.class,
              QOM.Log10.class,
              QOM.Pi.class),
          ViewType.TEXT,
          Set.of(
              QOM.Concat.class,
              QOM.Upper.class,
              QOM.Lower.class,
              QOM.Trim.class,
              QOM.Ltrim.class,
              QOM.Rtrim.class,
              QOM.Replace.class,
              QOM.ToHex.class,
              QOM.Chr.class),
          ViewType.declared("TIMESTAMP"),
          Set.of(QOM.CurrentTimestamp.class),
          ViewType.declared("DATE"),
          Set.of(QOM.CurrentDate.class),
          ViewType.declared("TIME"),
          Set.of(QOM.CurrentTime.class));

  /** Functions that jOOQ knows by name only. */
  private static final Map<String, ViewType> FUNCTIONS =
      Map.ofEntries(
          Map.entry("total", ViewType.REAL),
          Map.entry("julianday", ViewType.REAL),
          // with 'subsec' it has a fraction
          Map.entry("unixepoch", ViewType.NUMBER),
          Map.entry("changes", ViewType.WHOLE),
          Map.entry("total_changes", ViewType.WHOLE),
          Map.entry("last_insert_rowid", ViewType.WHOLE),
          Map.entry("unicode", ViewType.WHOLE),
          Map.entry("json_array_length", ViewType.WHOLE),
          Map.entry("zeroblob", ViewType.BLOB),
          Map.entry("randomblob", ViewType.BLOB),
          Map.entry("unhex", ViewType.BLOB),
          Map.entry("typeof", ViewType.TEXT),
          Map.entry("quote", ViewType.TEXT),
          Map.entry("printf", ViewType.TEXT),
          Map.entry("format", ViewType.TEXT),
          Map.entry("strftime", ViewType.TEXT),
          Map.entry("datetime", ViewType.TEXT),
          Map.entry("sqlite_version", ViewType.TEXT));

  private final BiFunction<Select<?>, ViewScope, ViewType> subqueries;

  /** With the type of the only column of a query. */
  ViewExpressions(BiFunction<Select<?>, ViewScope, ViewType> subqueries) {
    this.subqueries = subqueries;
  }

  ViewType of(Field<?> field, ViewScope scope) {
    if (field instanceof QOM.FieldAlias<?> alias) {
      return of(alias.$field(), scope);
    }
    if (field instanceof TableField<?, ?>) {
      return scope.find(field.getQualifiedName());
    }
    if (field instanceof Param<?> literal) {
      return literal(literal.getValue());
    }
    if (field instanceof QOM.ScalarSubquery<?> query) {
      return subqueries.apply(query.$arg1(), scope);
    }
    ViewType type = arithmetic(field, scope);
    type = type != null ? type : choice(field, scope);
    type = type != null ? type : aggregate(field, scope);
    return type != null ? type : function(field, scope);
  }

  private static ViewType literal(@Nullable Object value) {
    if (value == null) {
      return ViewType.NOTHING;
    }
    if (value instanceof Long || value instanceof Integer) {
      long number = ((Number) value).longValue();
      return number == 0 || number == 1 ? ViewType.BIT : ViewType.WHOLE;
    }
    if (value instanceof Double) {
      return ViewType.REAL;
    }
    if (value instanceof Number) {
      return ViewType.NUMBER;
    }
    if (value instanceof Boolean) {
      return ViewType.BOOLEAN;
    }
    return value instanceof String
        ? ViewType.TEXT
        : value instanceof byte[] ? ViewType.BLOB : ViewType.UNKNOWN;
  }

  private @Nullable ViewType arithmetic(Field<?> field, ViewScope scope) {
    if (field instanceof QOM.Add<?> add) {
      return of(add.$arg1(), scope).with(of(add.$arg2(), scope));
    }
    if (field instanceof QOM.Sub<?> sub) {
      return of(sub.$arg1(), scope).with(of(sub.$arg2(), scope));
    }
    if (field instanceof QOM.Mul<?> mul) {
      return of(mul.$arg1(), scope).with(of(mul.$arg2(), scope));
    }
    if (field instanceof QOM.Div<?> div) {
      return of(div.$arg1(), scope).with(of(div.$arg2(), scope));
    }
    if (field instanceof QOM.Mod<?> mod) {
      return of(mod.$arg1(), scope).with(of(mod.$arg2(), scope));
    }
    if (field instanceof QOM.Neg<?> neg) {
      return of(neg.$arg1(), scope).asNumber();
    }
    if (field instanceof QOM.Abs<?> abs) {
      return of(abs.$arg1(), scope).asNumber();
    }
    if (field instanceof QOM.Ceil<?> ceil) {
      return of(ceil.$arg1(), scope).asNumber();
    }
    if (field instanceof QOM.Floor<?> floor) {
      return of(floor.$arg1(), scope).asNumber();
    }
    if (field instanceof QOM.Round<?> round) {
      return of(round.$value(), scope).equals(ViewType.REAL) ? ViewType.REAL : ViewType.NUMBER;
    }
    return field instanceof QOM.Cast<?> cast ? cast(cast, scope) : null;
  }

  /** SQLite casts to the affinity of a type's name, so that a date becomes a number. */
  private ViewType cast(QOM.Cast<?> cast, ViewScope scope) {
    ViewType operand = of(cast.$field(), scope);
    String name = cast.$dataType().getTypeName().toUpperCase(Locale.ROOT);
    return switch (ViewType.declared(name).kind()) {
      case BOOLEAN -> operand.kind() == ViewType.Kind.BOOLEAN ? operand : ViewType.NUMBER;
      case WHOLE ->
          name.contains("INT") && !name.contains("UNSIGNED") ? ViewType.WHOLE : ViewType.NUMBER;
      case REAL -> ViewType.REAL;
      case NUMBER -> ViewType.NUMBER;
      case TEXT -> ViewType.TEXT;
      default ->
          name.contains("BLOB")
              ? ViewType.BLOB
              : cast.getType() == byte[].class ? ViewType.UNKNOWN : ViewType.NUMBER;
    };
  }

  private @Nullable ViewType choice(Field<?> field, ViewScope scope) {
    if (field instanceof QOM.Coalesce<?> coalesce) {
      return any(coalesce.$arg1(), scope);
    }
    if (field instanceof QOM.Greatest<?> greatest) {
      return any(greatest.$arg1(), scope);
    }
    if (field instanceof QOM.Least<?> least) {
      return any(least.$arg1(), scope);
    }
    if (field instanceof QOM.Nvl<?> nvl) {
      return any(List.of(nvl.$arg1(), nvl.$arg2()), scope);
    }
    if (field instanceof QOM.Nullif<?> nullif) {
      return of(nullif.$value(), scope);
    }
    if (field instanceof QOM.Iif<?> iif) {
      return any(List.of(iif.$ifTrue(), iif.$ifFalse()), scope);
    }
    if (field instanceof QOM.CaseSearched<?> searched) {
      return any(searched.$when().stream().map(QOM.Tuple2::$2), scope)
          .or(orNull(searched.$else(), scope));
    }
    if (field instanceof QOM.CaseSimple<?, ?> simple) {
      return any(simple.$when().stream().map(QOM.Tuple2::$2), scope)
          .or(orNull(simple.$else(), scope));
    }
    return field instanceof QOM.Collated collated ? of(collated.$field(), scope) : null;
  }

  private ViewType any(Collection<? extends Field<?>> fields, ViewScope scope) {
    return any(fields.stream(), scope);
  }

  private ViewType any(Stream<? extends Field<?>> fields, ViewScope scope) {
    return fields.map(field -> of(field, scope)).reduce(ViewType.NOTHING, ViewType::or);
  }

  private ViewType orNull(@Nullable Field<?> field, ViewScope scope) {
    return field == null ? ViewType.NOTHING : of(field, scope);
  }

  private @Nullable ViewType aggregate(Field<?> field, ViewScope scope) {
    if (field instanceof QOM.Sum sum) {
      return of(sum.$field(), scope).asNumber();
    }
    if (field instanceof QOM.Max<?> max) {
      return of(max.$field(), scope);
    }
    if (field instanceof QOM.Min<?> min) {
      return of(min.$field(), scope);
    }
    if (field instanceof QOM.FirstValue<?> first) {
      return of(first.$field(), scope);
    }
    if (field instanceof QOM.LastValue<?> last) {
      return of(last.$field(), scope);
    }
    if (field instanceof QOM.NthValue<?> nth) {
      return of(nth.$field(), scope);
    }
    if (field instanceof QOM.Lag<?> lag) {
      return of(lag.$field(), scope).or(orNull(lag.$defaultValue(), scope));
    }
    return field instanceof QOM.Lead<?> lead
        ? of(lead.$field(), scope).or(orNull(lead.$defaultValue(), scope))
        : null;
  }

  private ViewType function(Field<?> field, ViewScope scope) {
    if (field instanceof QOM.Substring substring) {
      ViewType whole = of(substring.$string(), scope);
      boolean kept = whole.equals(ViewType.BLOB) || whole.equals(ViewType.UNKNOWN);
      return kept ? whole : ViewType.TEXT;
    }
    String name = field.getName().toLowerCase(Locale.ROOT);
    if (field instanceof QOM.Function<?>) {
      return FUNCTIONS.getOrDefault(name, ViewType.UNKNOWN);
    }
    if (name.equals("date") && field.getType() == java.sql.Date.class) {
      return ViewType.declared("DATE");
    }
    if (name.equals("time") && field.getType() == java.sql.Time.class) {
      return ViewType.declared("TIME");
    }
    return RESULTS.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(type -> type.isInstance(field)))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(ViewType.UNKNOWN);
  }
}
