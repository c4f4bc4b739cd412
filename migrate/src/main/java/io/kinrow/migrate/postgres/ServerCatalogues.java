package io.kinrow.migrate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The queries that read the catalogues of one server for one role, found by asking it for its
 * columns. Immutable.
 *
 * @param queries those that make objects first
 * @param notCompared what this server has and nobody here knows, or the role must not read
 */
record ServerCatalogues(List<CatalogueQuery> queries, List<String> notCompared) {
  private static final Map<String, ServerCatalogues> KNOWN = new ConcurrentHashMap<>();

  /** What columns refer to, for servers before 14, which cannot say it. */
  private static final String REFERENCES_OF_13 =
      """
      pg_aggregate pg_operator aggsortop, pg_aggregate pg_type aggtranstype,
      pg_aggregate pg_type aggmtranstype, pg_amop pg_opfamily amopfamily,
      pg_amop pg_type amoplefttype, pg_amop pg_type amoprighttype, pg_amop pg_operator amopopr,
      pg_amop pg_am amopmethod, pg_amop pg_opfamily amopsortfamily,
      pg_amproc pg_opfamily amprocfamily, pg_amproc pg_type amproclefttype,
      pg_amproc pg_type amprocrighttype, pg_attribute pg_collation attcollation,
      pg_cast pg_type castsource, pg_cast pg_type casttarget, pg_cast pg_proc castfunc,
      pg_class pg_type reloftype, pg_class pg_authid relowner, pg_class pg_am relam,
      pg_class pg_tablespace reltablespace, pg_collation pg_authid collowner,
      pg_constraint pg_class conindid, pg_constraint pg_constraint conparentid,
      pg_conversion pg_authid conowner, pg_database pg_authid datdba,
      pg_event_trigger pg_authid evtowner, pg_event_trigger pg_proc evtfoid,
      pg_extension pg_authid extowner, pg_extension pg_namespace extnamespace,
      pg_extension pg_class extconfig, pg_foreign_data_wrapper pg_authid fdwowner,
      pg_foreign_data_wrapper pg_proc fdwhandler, pg_foreign_data_wrapper pg_proc fdwvalidator,
      pg_foreign_server pg_authid srvowner,
      pg_foreign_server pg_foreign_data_wrapper srvfdw,
      pg_foreign_table pg_foreign_server ftserver, pg_language pg_authid lanowner,
      pg_language pg_proc lanplcallfoid, pg_language pg_proc laninline,
      pg_language pg_proc lanvalidator, pg_namespace pg_authid nspowner,
      pg_opclass pg_am opcmethod, pg_opclass pg_authid opcowner, pg_opclass pg_opfamily opcfamily,
      pg_opclass pg_type opcintype, pg_opclass pg_type opckeytype,
      pg_operator pg_authid oprowner, pg_operator pg_type oprleft, pg_operator pg_type oprright,
      pg_operator pg_type oprresult, pg_operator pg_operator oprcom,
      pg_operator pg_operator oprnegate, pg_opfamily pg_am opfmethod,
      pg_opfamily pg_authid opfowner, pg_partitioned_table pg_class partdefid,
      pg_proc pg_authid proowner, pg_proc pg_language prolang, pg_proc pg_type protrftypes,
      pg_publication pg_authid pubowner, pg_publication_rel pg_publication prpubid,
      pg_publication_rel pg_class prrelid, pg_range pg_type rngsubtype,
      pg_range pg_collation rngcollation, pg_range pg_opclass rngsubopc,
      pg_sequence pg_type seqtypid, pg_statistic_ext pg_authid stxowner,
      pg_transform pg_type trftype, pg_transform pg_language trflang,
      pg_trigger pg_trigger tgparentid, pg_ts_config pg_authid cfgowner,
      pg_ts_config pg_ts_parser cfgparser, pg_ts_dict pg_authid dictowner,
      pg_ts_dict pg_ts_template dicttemplate, pg_type pg_authid typowner,
      pg_type pg_type typelem, pg_type pg_collation typcollation,
      pg_user_mapping pg_authid umuser, pg_user_mapping pg_foreign_server umserver
      """;

  /** All queries, in their order. */
  String script() {
    return queries.stream().map(CatalogueQuery::sql).collect(Collectors.joining(";\n"));
  }

  static ServerCatalogues of(Connection connection) throws SQLException {
    String key = one(connection, "SELECT current_setting('server_version') || ' ' || current_user");
    ServerCatalogues known = KNOWN.get(key);
    if (known == null) {
      known = read(connection, Catalogues.all());
      KNOWN.put(key, known);
    }
    return known;
  }

  static ServerCatalogues read(Connection connection, List<Catalogue> catalogues)
      throws SQLException {
    Map<String, List<ServerColumn>> columns = columns(connection);
    List<CatalogueQuery> queries = new ArrayList<>();
    List<String> notCompared = new ArrayList<>(unreadable(connection, catalogues));
    for (Catalogue catalogue : catalogues) {
      if (columns.containsKey(catalogue.table()) && !notCompared.contains(catalogue.table())) {
        CatalogueQuery query = catalogue.query(columns.get(catalogue.table()));
        queries.add(query);
        notCompared.addAll(query.unknown());
      }
    }
    Set<String> tables = catalogues.stream().map(Catalogue::table).collect(Collectors.toSet());
    columns.keySet().stream()
        .filter(table -> !tables.contains(table) && !Catalogues.LEFT_OUT.contains(table))
        .forEach(notCompared::add);
    return new ServerCatalogues(
        queries.stream().sorted((a, b) -> Boolean.compare(b.defining(), a.defining())).toList(),
        List.copyOf(notCompared));
  }

  private static Map<String, List<ServerColumn>> columns(Connection connection)
      throws SQLException {
    Map<String, String> references = references(connection);
    Map<String, List<ServerColumn>> columns = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT c.relname, a.attname, format_type(a.atttypid, NULL) FROM pg_class c"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                    + " AND NOT a.attisdropped WHERE c.relkind = 'r'"
                    + " AND c.relnamespace = 'pg_catalog'::regnamespace ORDER BY c.oid, a.attnum")) {
      while (rs.next()) {
        String table = rs.getString(1);
        String name = rs.getString(2);
        String type = rs.getString(3);
        String referred = type.equals("regproc") ? "pg_proc" : references.get(table + "." + name);
        columns
            .computeIfAbsent(table, t -> new ArrayList<>())
            .add(new ServerColumn(name, type, referred));
      }
    }
    return columns;
  }

  private static Map<String, String> references(Connection connection) throws SQLException {
    boolean before14 = Integer.parseInt(one(connection, "SHOW server_version_num")) < 140000;
    return before14 ? referencesOf13() : referencesByServer(connection);
  }

  static Map<String, String> referencesOf13() {
    Map<String, String> references = new HashMap<>();
    for (String reference : REFERENCES_OF_13.split(",", 0)) {
      String[] words = reference.strip().split("\\s+", 0);
      references.put(words[0] + "." + words[2], words[1]);
    }
    return references;
  }

  static Map<String, String> referencesByServer(Connection connection) throws SQLException {
    Map<String, String> references = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT (SELECT relname FROM pg_class WHERE oid = fktable) || '.' || fkcols[1],"
                    + " (SELECT relname FROM pg_class WHERE oid = pktable)"
                    + " FROM pg_get_catalog_foreign_keys() WHERE cardinality(fkcols) = 1")) {
      while (rs.next()) {
        references.put(rs.getString(1), rs.getString(2));
      }
    }
    return references;
  }

  private static List<String> unreadable(Connection connection, List<Catalogue> catalogues)
      throws SQLException {
    List<String> unreadable = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'pg_catalog'::regnamespace"
                    + " AND NOT has_table_privilege(oid, 'SELECT')")) {
      while (rs.next()) {
        unreadable.add(rs.getString(1));
      }
    }
    unreadable.retainAll(catalogues.stream().map(Catalogue::table).toList());
    return unreadable;
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(query)) {
      rs.next();
      return rs.getString(1);
    }
  }
}
