package io.kinrow.processor.read;

import io.kinrow.annotation.Audit;
import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.ManagedModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Kind;
import io.kinrow.runtime.internal.dialect.RowVersion;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Reads the rules that name versions and audit columns, and finds the columns that they name. */
final class ManagedReader {

  private static final Map<Role, String> ATTRIBUTES = new EnumMap<>(Role.class);

  static {
    ATTRIBUTES.put(Role.CREATED_AT, "createdAt");
    ATTRIBUTES.put(Role.UPDATED_AT, "updatedAt");
    ATTRIBUTES.put(Role.CREATED_BY, "createdBy");
    ATTRIBUTES.put(Role.UPDATED_BY, "updatedBy");
  }

  private final Problems problems;
  private final List<ManagedRule> rules = new ArrayList<>();
  private Audit.Epoch epoch = Audit.Epoch.NONE;
  private boolean databaseDefaults;

  private ManagedReader(Problems problems) {
    this.problems = problems;
  }

  /** The rules of {@code @Repositories}, each of which has to name a column of these tables. */
  static ManagedReader of(
      AnnotationReader repositories, List<TableClass> tables, Problems problems) {
    ManagedReader reader = new ManagedReader(problems);
    reader.add(Role.VERSION, repositories, "versionColumns");
    repositories
        .annotation("audit")
        .ifPresent(
            audit -> {
              ATTRIBUTES.forEach((role, attribute) -> reader.add(role, audit, attribute));
              reader.epoch = epoch(audit);
              reader.databaseDefaults = audit.flag("databaseDefaults");
            });
    reader.rules.forEach(rule -> reader.refuseIdle(rule, tables));
    return reader;
  }

  private void add(Role role, AnnotationReader annotation, String attribute) {
    for (AnnotationValue value : annotation.values(attribute)) {
      rules.add(new ManagedRule(role, value.getValue().toString(), annotation.origin().at(value)));
    }
  }

  private static Audit.Epoch epoch(AnnotationReader audit) {
    return audit
        .value("epoch")
        .map(AnnotationValue::getValue)
        .filter(VariableElement.class::isInstance)
        .map(constant -> ((VariableElement) constant).getSimpleName().toString())
        .map(Audit.Epoch::valueOf)
        .orElse(Audit.Epoch.NONE);
  }

  // Rules without a column -------------------------------------------------------------------

  private void refuseIdle(ManagedRule rule, List<TableClass> tables) {
    @Nullable TableClass unwritable = null;
    @Nullable TableClass unversioned = null;
    Set<String> known = new TreeSet<>();
    for (TableClass table : tables) {
      if (rule.isRowVersion(table.id()) && !RowVersion.isKeptBy(table.facts().dialect())) {
        unversioned = table;
      }
      for (String column : names(table, rule.role())) {
        boolean named = rule.exactness(table.id(), column) != ManagedRule.NONE;
        if (named && isWritable(table)) {
          return;
        } else if (named) {
          unwritable = table;
        } else if (isWritable(table)) {
          String of = rule.text().contains(".") ? table.id().name() + "." : "";
          known.add(of + column);
        }
      }
    }
    if (unversioned != null) {
      problems.report(
          rule.origin(),
          Problem.NO_ROW_VERSION,
          rule.text(),
          SQLDialect.valueOf(unversioned.facts().dialect()).getName());
      return;
    }
    String why =
        unwritable == null
            ? Spelling.hint(rule.name(), known)
            : "; '%s' is a %s, whose rows are not written"
                .formatted(
                    unwritable.id(),
                    unwritable.facts().kind() == Kind.VIEW
                        ? "view"
                        : "table without a primary key");
    problems.report(rule.origin(), Problem.NO_MANAGED_COLUMN, rule.name(), label(rule.role()), why);
  }

  /** The columns of a table that may have a role, with the one that the database hides. */
  private static List<String> names(TableClass table, Role role) {
    List<String> names = new ArrayList<>();
    for (Column column : table.facts().columns()) {
      names.add(column.name());
    }
    if (role == Role.VERSION && hidesVersion(table)) {
      names.add(RowVersion.NAME);
    }
    return names;
  }

  /** Its clashes with others are reported by {@link #hasRowVersion}. */
  private static boolean isHidden(TableClass table, String column) {
    return hidesVersion(table) && column.equals(RowVersion.NAME);
  }

  private static boolean hidesVersion(TableClass table) {
    return RowVersion.isKeptBy(table.facts().dialect());
  }

  private static boolean isWritable(TableClass table) {
    return table.facts().kind() == Kind.TABLE && table.facts().primaryKey().length > 0;
  }

  // Columns of a table -----------------------------------------------------------------------

  /** How a column is written by rule; null if it is not. */
  @Nullable ManagedModel read(TableClass table, Column column, JavaType type) {
    @Nullable ManagedRule found = null;
    for (Role role : isWritable(table) ? Role.values() : new Role[0]) {
      ManagedRule rule = rule(role, table, column);
      if (rule != null && found == null) {
        found = rule;
      } else if (rule != null && found != null && found.role() != Role.VERSION) {
        problems.report(
            rule.origin(),
            Problem.TWO_MANAGED_COLUMNS,
            "column '" + column.name() + "' of table '" + table.id() + "'",
            label(found.role()) + " and " + label(rule.role()));
      }
    }
    if (found == null) {
      return null;
    }
    Role role = found.role();
    String unfit = new ManagedFit(table, column, type, epoch).reason(role);
    if (unfit != null) {
      problems.report(
          found.origin(),
          Problem.UNFIT_MANAGED_COLUMN,
          column.name(),
          table.id(),
          label(role),
          unfit,
          table.id() + "." + column.name());
    }
    boolean number = ManagedFit.isNumber(type);
    boolean kept = role == Role.VERSION ? number : databaseDefaults;
    return new ManagedModel(
        role, kept && column.defaulted(), unit(role, number), role != Role.VERSION || !number);
  }

  private @Nullable ChronoUnit unit(Role role, boolean number) {
    if (role == Role.VERSION || role.user() || !number) {
      return null;
    }
    return epoch == Audit.Epoch.SECONDS ? ChronoUnit.SECONDS : ChronoUnit.MILLIS;
  }

  /**
   * Whether the version of a table's rows is the one that the database keeps: if a rule names that
   * more exactly than any other column, or as one of all tables where no other column is named.
   */
  boolean hasRowVersion(TableClass table) {
    ManagedRule mine =
        isWritable(table) && hidesVersion(table)
            ? naming(Role.VERSION, table, RowVersion.NAME)
            : null;
    if (mine == null) {
      return false;
    }
    int exactness = mine.exactness(table.id(), RowVersion.NAME);
    for (Column other : table.facts().columns()) {
      ManagedRule theirs = naming(Role.VERSION, table, other.name());
      int better = theirs == null ? 0 : theirs.exactness(table.id(), other.name());
      if (better > exactness || (better == exactness && !isForOneTable(exactness))) {
        return false;
      } else if (better == exactness) {
        problems.report(
            mine.origin(),
            Problem.TWO_MANAGED_COLUMNS,
            "table '" + table.id() + "'",
            pair(RowVersion.NAME, other.name()) + " for " + label(Role.VERSION));
      }
    }
    if (table.facts().partitioned()) {
      problems.report(
          mine.origin(),
          Problem.UNFIT_MANAGED_COLUMN,
          RowVersion.NAME,
          table.id(),
          label(Role.VERSION),
          "PostgreSQL does not return it for a row that it inserts into a partitioned or foreign table",
          table.id() + "." + RowVersion.NAME);
    }
    return true;
  }

  private static boolean isForOneTable(int exactness) {
    return exactness > ManagedRule.COLUMN;
  }

  /** The rule that gives a column a role, unless another column of the table is named better. */
  private @Nullable ManagedRule rule(Role role, TableClass table, Column column) {
    ManagedRule mine = naming(role, table, column.name());
    if (mine == null) {
      return null;
    }
    int exactness = mine.exactness(table.id(), column.name());
    for (String other : names(table, role)) {
      ManagedRule theirs = other.equals(column.name()) ? null : naming(role, table, other);
      int better = theirs == null ? 0 : theirs.exactness(table.id(), other);
      if (better > exactness) {
        return null;
      } else if (better == exactness && !isHidden(table, other)) {
        problems.report(
            mine.origin(),
            Problem.TWO_MANAGED_COLUMNS,
            "table '" + table.id() + "'",
            pair(column.name(), other) + " for " + label(role));
      }
    }
    return mine;
  }

  /** The rule that names a column most exactly for a role; null if that exempts it. */
  private @Nullable ManagedRule naming(Role role, TableClass table, String column) {
    @Nullable ManagedRule best = null;
    int most = 0;
    for (ManagedRule rule : rules) {
      int exactness = rule.role() == role ? rule.exactness(table.id(), column) : 0;
      if (exactness > most || (exactness > 0 && exactness == most && rule.exempts())) {
        best = rule;
        most = exactness;
      }
    }
    return best == null || best.exempts() ? null : best;
  }

  /** The same text, whichever comes first. */
  private static String pair(String one, String other) {
    return one.compareTo(other) < 0
        ? "'" + one + "' and '" + other + "'"
        : "'" + other + "' and '" + one + "'";
  }

  private static String label(Role role) {
    return switch (role) {
      case VERSION, ROW_VERSION -> "the version";
      case CREATED_AT -> "the time of the insert";
      case UPDATED_AT -> "the time of the last write";
      case CREATED_BY -> "the user who inserted the row";
      case UPDATED_BY -> "the user who wrote the row last";
    };
  }
}
