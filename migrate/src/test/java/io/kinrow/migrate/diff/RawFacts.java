package io.kinrow.migrate.diff;

import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What SQLite itself says of a database, apart from how the code under test reads it. */
final class RawFacts {

  private RawFacts() {}

  /** All facts of all tables, one a line; those of columns in their order, or sorted. */
  static List<String> of(ScratchSchema scratch, boolean ordered) throws SQLException {
    List<String> facts = new ArrayList<>();
    facts.addAll(
        scratch.texts(
            """
            SELECT lower(name) || ' ' || type || ' ' || wr || strict FROM pragma_table_list
            WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'kinrow%'"""));
    List<String> columns =
        scratch.texts(
            """
            SELECT lower(s.name) || '.' || lower(x.name) || ' ' || x.type || ' ' || x."notnull"
              || ' ' || ifnull(nullif(x.dflt_value, 'NULL'), '') || ' ' || x.pk || ' ' || x.hidden
            FROM sqlite_schema s JOIN pragma_table_xinfo(s.name) x
            WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite%'
            AND s.name NOT LIKE 'kinrow%' ORDER BY s.name, x.cid""");
    if (!ordered) {
      Collections.sort(columns);
    }
    facts.addAll(
        scratch.texts(
            """
            SELECT lower(s.name) || ' fk ' || group_concat(x."from" || '>' || ifnull(x."to", '')
              ORDER BY x.seq) || lower(x."table") || x.on_update || x.on_delete
            FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) x
            WHERE s.type = 'table' GROUP BY s.name, x.id"""));
    facts.addAll(
        scratch.texts(
            """
            SELECT lower(s.name) || ' index ' || iif(l.origin = 'c', lower(l.name), l.origin)
              || l."unique" || l.partial || ' ' || (SELECT group_concat(ifnull(lower(x.name), '?')
              || ' ' || lower(x.coll) || x."desc" ORDER BY x.seqno)
              FROM pragma_index_xinfo(l.name) x WHERE x.key = 1)
            FROM sqlite_schema s JOIN pragma_index_list(s.name) l
            WHERE s.type = 'table' AND s.name NOT LIKE 'kinrow%'"""));
    facts.addAll(
        scratch.texts(
            "SELECT type || ' ' || name || ' on ' || lower(tbl_name) FROM sqlite_schema"
                + " WHERE type IN ('view', 'trigger') AND name NOT LIKE 'kinrow%'"));
    Collections.sort(facts);
    facts.addAll(columns);
    return facts;
  }

  /** All rows of all tables, byte for byte. */
  static List<String> rows(ScratchSchema scratch) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table :
        scratch.texts(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'kinrow%' ORDER BY name")) {
      String columns =
          String.join(
              " || ',' || ",
              scratch.texts(
                  "SELECT 'quote(\"' || name || '\")' FROM pragma_table_xinfo('" + table + "')"));
      rows.addAll(
          scratch.texts(
              "SELECT '" + table + ": ' || " + columns + " FROM \"" + table + "\" ORDER BY 1"));
    }
    return rows;
  }
}
