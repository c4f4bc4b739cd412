package io.kinrow.processor.jooq;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.ParseWithMetaLookups;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.tools.JooqLogger;

/**
 * The types of a view's expressions, which SQLite does not tell, from jOOQ's parser. It is asked
 * for these types only: where it cannot tell, the column is text, and nothing is lost.
 */
final class ViewTypes {

  private static final JooqLogger LOG = JooqLogger.getLogger(ViewTypes.class);

  private static final Pattern QUERY =
      Pattern.compile("\\bas\\s+(select|with|values)\\b", Pattern.CASE_INSENSITIVE);

  private static final SqliteType UNKNOWN = SqliteType.of("");

  private static final Map<Class<?>, String> DECLARED =
      Map.ofEntries(
          Map.entry(Byte.class, "INTEGER"),
          Map.entry(Short.class, "INTEGER"),
          Map.entry(Integer.class, "INTEGER"),
          Map.entry(Long.class, "INTEGER"),
          Map.entry(Float.class, "REAL"),
          Map.entry(Double.class, "REAL"),
          Map.entry(BigDecimal.class, "NUMERIC"),
          Map.entry(LocalDate.class, "DATE"),
          Map.entry(LocalTime.class, "TIME"),
          Map.entry(LocalDateTime.class, "TIMESTAMP"),
          Map.entry(Boolean.class, "BOOLEAN"),
          Map.entry(Date.class, "DATE"),
          Map.entry(Time.class, "TIME"),
          Map.entry(Timestamp.class, "TIMESTAMP"),
          Map.entry(byte[].class, "BLOB"));

  private final DSLContext dsl;

  ViewTypes(DSLContext plain, Map<String, SqliteTableInfo> tables) {
    Configuration configuration = plain.configuration().derive();
    configuration.set(() -> plain.meta(declarations(plain, tables)));
    configuration
        .settings()
        .withParseUnknownFunctions(ParseUnknownFunctions.IGNORE)
        .withParseWithMetaLookups(ParseWithMetaLookups.IGNORE_ON_FAILURE);
    this.dsl = configuration.dsl();
  }

  /** The type of each column of a table or view, in order. */
  List<SqliteType> of(SqliteTableInfo view) {
    boolean expressions = view.kind() == SqliteTableInfo.Kind.VIEW && !view.isFullyTyped();
    List<Field<?>> fields = expressions ? parse(view) : List.of();
    List<SqliteType> types = new ArrayList<>();
    for (SqliteColumn column : view.columns()) {
      boolean known = !column.type().isEmpty() || fields.size() != view.columns().size();
      types.add(known ? SqliteType.of(column.type()) : type(fields.get(types.size())));
    }
    return types;
  }

  private static SqliteType type(Field<?> field) {
    String declared = DECLARED.get(field.getType());
    return declared == null ? UNKNOWN : SqliteType.of(declared);
  }

  /** jOOQ looks up the columns of tables in a query only, not within CREATE VIEW. */
  private List<Field<?>> parse(SqliteTableInfo view) {
    Matcher query = QUERY.matcher(view.sql());
    try {
      return query.find()
          ? List.of(dsl.parser().parseSelect(view.sql().substring(query.start(1))).fields())
          : List.of();
    } catch (DataAccessException e) {
      LOG.info("Expressions of view " + view.name() + " are taken for text", e.getMessage());
      return List.of();
    }
  }

  private static Query[] declarations(DSLContext dsl, Map<String, SqliteTableInfo> tables) {
    return tables.values().stream()
        .map(table -> dsl.createTable(DSL.name(table.name())).columns(fields(table)))
        .toArray(Query[]::new);
  }

  private static List<Field<?>> fields(SqliteTableInfo table) {
    List<Field<?>> fields = new ArrayList<>();
    for (SqliteColumn column : table.columns()) {
      String type = SqliteType.of(column.type()).name();
      fields.add(
          DSL.field(DSL.name(column.name()), DefaultDataType.getDataType(SQLDialect.SQLITE, type)));
    }
    return fields;
  }
}
