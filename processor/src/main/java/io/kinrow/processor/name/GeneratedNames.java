package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Java names of a whole schema, decided by {@link NamingRules}; immutable. */
public final class GeneratedNames {

  private final Map<TableId, TableNames> tables;

  GeneratedNames(Map<TableId, TableNames> tables) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** All tables, by SQL name. */
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
