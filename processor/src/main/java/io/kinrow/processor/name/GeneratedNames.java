package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Java names of a whole schema, decided by {@link NamingRules}; immutable. */
public final class GeneratedNames {

  private final Map<TableId, TableNames> tables;
  private final Map<String, String> packages;
  private final Map<String, String> schemas;

  /**
   * @param packages the package of each schema inside the generated one
   * @param schemas the constant of each schema
   */
  GeneratedNames(
      Map<TableId, TableNames> tables, Map<String, String> packages, Map<String, String> schemas) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    this.packages = Map.copyOf(packages);
    this.schemas = Map.copyOf(schemas);
  }

  /**
   * The package that jOOQ's classes of a schema are in, relative to the generated one: empty for
   * the first schema.
   */
  public String packageOf(String schema) {
    return packages.getOrDefault(schema, "");
  }

  /** The constant of a schema, where there are several. */
  public Optional<String> schema(String schema) {
    return schemas.size() < 2 ? Optional.empty() : Optional.ofNullable(schemas.get(schema));
  }

  /** All tables, by schema and SQL name. */
  public Map<TableId, TableNames> tables() {
    return tables;
  }

  /**
   * The names of one table.
   *
   * @throws IllegalArgumentException if the schema that was named has no such table
   */
  public TableNames table(TableId id) {
    TableNames names = tables.get(id);
    if (names == null) {
      throw new IllegalArgumentException("no names were decided for table " + id);
    }
    return names;
  }

  /** Whether this table was named. */
  public boolean has(TableId id) {
    return tables.containsKey(id);
  }

  /** An SQL name as a constant: {@code fk_posts_user_id} gives {@code FK_POSTS_USER_ID}. */
  public static String constant(String sqlName) {
    return Words.of(sqlName).constant();
  }

  /** {@code aboutMe} gives {@code AboutMe}. */
  public static String capitalised(String name) {
    return Words.capitalised(name);
  }
}
