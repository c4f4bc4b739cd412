package io.kinrow.migrate.postgres;

import io.kinrow.migrate.sql.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * The queries that let PostgreSQL write the statements which create its objects. They are for a
 * {@link PlainReading}, and the text of names and expressions is PostgreSQL's own.
 */
final class Definitions {

  /** Objects that are parts of others: an array type, the rule of a view, an extension's. */
  static final String PARTS =
      """
      SELECT d.classid || '.' || d.objid, d.refclassid || '.' || d.refobjid FROM pg_depend d
      WHERE d.deptype IN ('i', 'e') OR (d.classid = 'pg_attrdef'::regclass AND d.deptype = 'a')
         OR (d.classid = 'pg_constraint'::regclass AND d.refclassid = 'pg_type'::regclass
             AND d.deptype = 'a')
      """;

  /** What objects cannot be without; not the column that a sequence belongs to. */
  static final String NEEDS =
      """
      SELECT d.classid || '.' || d.objid, d.refclassid || '.' || d.refobjid FROM pg_depend d
      WHERE d.objid >= 16384 AND d.refobjid >= 16384
        AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass
                 AND (SELECT c.relkind = 'S' FROM pg_class c WHERE c.oid = d.objid))
      UNION ALL
      SELECT 'pg_class'::regclass::oid || '.' || i.inhrelid, 'pg_class'::regclass::oid || '.' || i.inhparent
      FROM pg_inherits i
      """;

  private static final String SCHEMAS =
      """
      SELECT 'pg_namespace'::regclass::oid || '.' || n.oid,
        format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname)
      FROM pg_namespace n WHERE n.oid >= 16384 AND n.nspname !~ '^pg_' ORDER BY n.nspname
      """;

  private static final String EXTENSIONS =
      """
      SELECT 'pg_extension'::regclass::oid || '.' || e.oid,
        format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA %s', e.extname, e.extnamespace::regnamespace)
      FROM pg_extension e WHERE e.oid >= 16384 ORDER BY e.extname
      """;

  private static final String TYPES =
      """
      SELECT 'pg_type'::regclass::oid || '.' || t.oid, CASE t.typtype
        WHEN 'e' THEN format('CREATE TYPE %s AS ENUM (%s)', format_type(t.oid, NULL),
          (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
           FROM pg_enum e WHERE e.enumtypid = t.oid))
        WHEN 'c' THEN format('CREATE TYPE %s AS (%s)', format_type(t.oid, NULL),
          (SELECT string_agg(format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
             CASE WHEN a.attcollation IN (0, x.typcollation) THEN ''
                  ELSE ' COLLATE ' || a.attcollation::regcollation END), ', ' ORDER BY a.attnum)
           FROM pg_attribute a JOIN pg_type x ON x.oid = a.atttypid
           WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
        WHEN 'd' THEN format('CREATE DOMAIN %s AS %s%s%s%s%s', format_type(t.oid, NULL),
          format_type(t.typbasetype, t.typtypmod),
          CASE WHEN t.typcollation IN (0, (SELECT b.typcollation FROM pg_type b
                                           WHERE b.oid = t.typbasetype)) THEN ''
               ELSE ' COLLATE ' || t.typcollation::regcollation END,
          coalesce(' DEFAULT ' || pg_get_expr(t.typdefaultbin, 0), ''),
          CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
          coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname,
                      pg_get_constraintdef(k.oid)), '' ORDER BY k.conname)
                    FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), ''))
        WHEN 'r' THEN (SELECT format('CREATE TYPE %s AS RANGE (SUBTYPE = %s%s%s%s)',
            format_type(t.oid, NULL), format_type(r.rngsubtype, NULL),
            CASE WHEN r.rngcollation IN (0, 100) THEN ''
                 ELSE ', COLLATION = ' || r.rngcollation::regcollation END,
            CASE WHEN r.rngcanonical = 0 THEN '' ELSE ', CANONICAL = ' || r.rngcanonical END,
            CASE WHEN r.rngsubdiff = 0 THEN '' ELSE ', SUBTYPE_DIFF = ' || r.rngsubdiff END)
          FROM pg_range r WHERE r.rngtypid = t.oid)
        END
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype IN ('e', 'c', 'd', 'r') AND OWN(t, typnamespace, pg_type)
        AND (t.typrelid = 0 OR (SELECT c.relkind = 'c' FROM pg_class c WHERE c.oid = t.typrelid))
      ORDER BY n.nspname, t.typname
      """;

  private static final String ROUTINES =
      """
      SELECT 'pg_proc'::regclass::oid || '.' || p.oid, pg_get_functiondef(p.oid)
      FROM pg_proc p WHERE p.prokind <> 'a' AND OWN(p, pronamespace, pg_proc)
      ORDER BY p.oid::regprocedure::text
      """;

  private static final String OPTIONS_OF_A_SEQUENCE =
      "' START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s', s.seqstart,"
          + " s.seqincrement, s.seqmin, s.seqmax, s.seqcache,"
          + " CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END";

  private static final String SEQUENCES =
      """
      SELECT 'pg_class'::regclass::oid || '.' || c.oid,
        format('CREATE SEQUENCE %s AS %s', c.oid::regclass, format_type(s.seqtypid, NULL))
          || format(OPTIONS)
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
      WHERE OWN(c, relnamespace, pg_class) AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
      ORDER BY 1
      """
          .replace("OPTIONS", OPTIONS_OF_A_SEQUENCE);

  private static final String TABLES =
      """
      SELECT 'pg_class'::regclass::oid || '.' || c.oid, format('CREATE %sTABLE %s %s%s%s',
        CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.oid::regclass,
        CASE WHEN c.relispartition
          THEN format('PARTITION OF %s %s',
            (SELECT i.inhparent::regclass FROM pg_inherits i WHERE i.inhrelid = c.oid),
            pg_get_expr(c.relpartbound, c.oid))
          ELSE format(E'(%s\\n)%s', (SELECT string_agg(format(E'\\n  %I %s%s%s%s', a.attname,
              format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attcollation IN (0, t.typcollation) THEN ''
                   ELSE ' COLLATE ' || a.attcollation::regcollation END,
              CASE WHEN a.attidentity <> '' THEN (SELECT format(' GENERATED %s AS IDENTITY',
                  CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END)
                  || format(' (SEQUENCE NAME %s', s.seqrelid::regclass)
                  || format(OPTIONS) || ')'
                FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
                WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                  AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'i')
              WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s)%s',
                pg_get_expr(f.adbin, f.adrelid),
                CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE '' END)
              ELSE coalesce(' DEFAULT ' || pg_get_expr(f.adbin, f.adrelid), '') END,
              CASE WHEN a.attnotnull THEN coalesce((SELECT format(' CONSTRAINT %I', k.conname)
                FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n'
                  AND k.conkey = ARRAY[a.attnum]), '') || ' NOT NULL' ELSE '' END),
              ',' ORDER BY a.attnum)
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal),
            coalesce((SELECT format(' INHERITS (%s)', string_agg(i.inhparent::regclass::text, ', '
              ORDER BY i.inhseqno)) FROM pg_inherits i WHERE i.inhrelid = c.oid
              HAVING count(*) > 0), '')) END,
        CASE c.relkind WHEN 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END,
        coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''))
      FROM pg_class c WHERE c.relkind IN ('r', 'p') AND OWN(c, relnamespace, pg_class)
      ORDER BY c.oid::regclass::text
      """
          .replace("OPTIONS", OPTIONS_OF_A_SEQUENCE);

  private static final String CONSTRAINTS =
      """
      SELECT 'pg_constraint'::regclass::oid || '.' || k.oid, format('ALTER TABLE %s ADD CONSTRAINT %I %s',
        c.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype IN (KINDS) AND k.conparentid = 0 AND k.coninhcount = 0
        AND OWN(c, relnamespace, pg_class)
      ORDER BY k.contype <> 'p', c.oid::regclass::text, k.conname
      """;

  /** Of a partitioned table for its partitions too, which PostgreSQL leaves to whoever asks. */
  private static final String INDEXES =
      """
      SELECT 'pg_class'::regclass::oid || '.' || c.oid, CASE c.relkind
        WHEN 'I' THEN regexp_replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ')
        ELSE pg_get_indexdef(c.oid) END
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE NOT c.relispartition AND OWN(c, relnamespace, pg_class) AND NOT EXISTS
        (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY c.oid::regclass::text
      """;

  private static final String STATISTICS =
      """
      SELECT 'pg_statistic_ext'::regclass::oid || '.' || s.oid, pg_get_statisticsobjdef(s.oid)
      FROM pg_statistic_ext s WHERE OWN(s, stxnamespace, pg_statistic_ext) ORDER BY s.stxname
      """;

  private static final String VIEWS =
      """
      SELECT 'pg_class'::regclass::oid || '.' || c.oid, format(E'CREATE %sVIEW %s%s AS\\n%s%s',
        CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, c.oid::regclass,
        coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''),
        rtrim(pg_get_viewdef(c.oid), ';'),
        CASE c.relkind WHEN 'm' THEN E'\\nWITH NO DATA' ELSE '' END)
      FROM pg_class c WHERE c.relkind IN ('v', 'm') AND OWN(c, relnamespace, pg_class)
      ORDER BY c.oid::regclass::text
      """;

  private static final String OWNERS_OF_SEQUENCES =
      """
      SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, d.refobjid::regclass, a.attname)
      FROM pg_class c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND d.refobjsubid > 0
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE c.relkind = 'S' AND OWN(c, relnamespace, pg_class) ORDER BY c.oid::regclass::text
      """;

  /** The query for sequences that are not where a new one is; no query can name what it reads. */
  private static final String POSITIONS =
      """
      SELECT string_agg(format('SELECT format(%L, %L, last_value, is_called) FROM %s WHERE is_called OR last_value <> %s',
        'SELECT pg_catalog.setval(%L, %s, %L)', c.oid::regclass, c.oid::regclass, s.seqstart),
        ' UNION ALL ' ORDER BY c.oid::regclass::text)
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid WHERE OWN(c, relnamespace, pg_class)
      """;

  private static final String IDENTITIES =
      """
      SELECT format('ALTER TABLE %s REPLICA IDENTITY %s', c.oid::regclass, CASE c.relreplident
        WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE 'USING INDEX ' || (SELECT
          quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
          WHERE i.indrelid = c.oid AND i.indisreplident) END)
      FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relreplident <> 'd'
        AND OWN(c, relnamespace, pg_class) ORDER BY 1
      """;

  private static final String TRIGGERS =
      """
      SELECT sql FROM (
      SELECT 1 AS part, t.tgname, c.oid::regclass::text AS tab, pg_get_triggerdef(t.oid) AS sql
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND OWN(c, relnamespace, pg_class)
      UNION ALL
      SELECT 2, t.tgname, c.oid::regclass::text, format('ALTER TABLE %s %s TRIGGER %I', c.oid::regclass,
        CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE REPLICA' END,
        t.tgname)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'O'
        AND OWN(c, relnamespace, pg_class)) all_of_them ORDER BY part, tab, tgname
      """;

  private static final String RULES =
      """
      SELECT rtrim(pg_get_ruledef(r.oid), ';') FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
      WHERE r.rulename <> '_RETURN' AND OWN(c, relnamespace, pg_class)
      ORDER BY c.oid::regclass::text, r.rulename
      """;

  private static final String POLICIES =
      """
      SELECT format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', p.polname, c.oid::regclass,
        CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
        CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
          WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
        (SELECT string_agg(ROLE(r), ', ') FROM unnest(p.polroles) r),
        coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
        coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE OWN(c, relnamespace, pg_class)
      ORDER BY c.oid::regclass::text, p.polname
      """;

  private static final String ROW_SECURITY =
      """
      SELECT format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, what) FROM pg_class c,
        unnest(ARRAY['ENABLE', 'FORCE']) what WHERE OWN(c, relnamespace, pg_class)
        AND CASE what WHEN 'ENABLE' THEN c.relrowsecurity ELSE c.relforcerowsecurity END ORDER BY 1
      """;

  private static final String REFRESHED =
      """
      SELECT format('REFRESH MATERIALIZED VIEW %s', c.oid::regclass) FROM pg_class c
      WHERE c.relkind = 'm' AND c.relispopulated AND OWN(c, relnamespace, pg_class) ORDER BY c.oid
      """;

  private static final String COMMENTS =
      """
      SELECT format('COMMENT ON %s IS %L', CASE
        WHEN o.type LIKE '% column' THEN 'COLUMN ' || o.identity
        WHEN o.type = 'table constraint' THEN 'CONSTRAINT ' || o.identity
        WHEN o.type = 'domain constraint' THEN 'CONSTRAINT ' || replace(o.identity, ' on ', ' ON DOMAIN ')
        ELSE upper(o.type) || ' ' || o.identity END, d.description)
      FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
      WHERE d.objoid >= 16384 AND o.type IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e') ORDER BY 1
      """;

  /** Privileges that an object has and those that it would have without any grant. */
  private static final String PRIVILEGES =
      """
      SELECT sql FROM (
      WITH objects AS (
        SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || c.oid::regclass AS name,
          c.relacl AS acl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) AS before,
          c.relowner AS owner
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND OWN(c, relnamespace, pg_class)
        UNION ALL SELECT 'ROUTINE ' || p.oid::regprocedure, p.proacl, acldefault('f', p.proowner), p.proowner
        FROM pg_proc p WHERE OWN(p, pronamespace, pg_proc)
        UNION ALL SELECT 'TYPE ' || format_type(t.oid, NULL), t.typacl, acldefault('T', t.typowner), t.typowner
        FROM pg_type t WHERE OWN(t, typnamespace, pg_type)
        UNION ALL SELECT 'SCHEMA ' || n.oid::regnamespace, n.nspacl, coalesce((SELECT i.initprivs
            FROM pg_init_privs i WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid),
          acldefault('n', n.nspowner)), n.nspowner
        FROM pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
      SELECT 1 AS part, format('REVOKE %s ON %s FROM %s', a.privilege_type, o.name, ROLE(a.grantee)) AS sql
      FROM objects o, aclexplode(o.before) a WHERE o.acl IS NOT NULL AND NOT EXISTS (SELECT
        FROM aclexplode(o.acl) b WHERE b.grantee = a.grantee AND b.privilege_type = a.privilege_type)
      UNION ALL
      SELECT 2, format('GRANT %s ON %s TO %s%s', a.privilege_type, o.name, ROLE(a.grantee),
        CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM objects o, aclexplode(o.acl) a WHERE NOT EXISTS (SELECT FROM aclexplode(o.before) b
        WHERE b.grantee = a.grantee AND b.privilege_type = a.privilege_type
          AND b.is_grantable = a.is_grantable)
      UNION ALL
      SELECT 2, format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, c.oid::regclass,
        ROLE(a.grantee), CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a
      WHERE OWN(c, relnamespace, pg_class)) all_of_them ORDER BY part, sql
      """;

  /** Rows that no statement inserts: of materialized views, and of tables of extensions. */
  static final String OTHER_ROWS =
      """
      SELECT format('%s %s', CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'table' END, c.oid::regclass),
        format('SELECT r::text FROM %s r ORDER BY 1', c.oid::regclass)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND (c.relkind = 'm' AND c.relispopulated OR c.relkind = 'r' AND EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'))
      ORDER BY 1
      """;

  private static final String ROWS =
      """
      SELECT c.oid::regclass::text, format(
        'SELECT ''INSERT INTO %s (%s)%s VALUES ('' || array_to_string(ARRAY[%s], '', '') || '')'' FROM ONLY %s',
        replace(c.oid::regclass::text, '''', ''''''), replace(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), '''', ''''''),
        CASE WHEN bool_or(a.attidentity = 'a') THEN ' OVERRIDING SYSTEM VALUE' ELSE '' END,
        string_agg(format('quote_nullable(%I::text)', a.attname), ', ' ORDER BY a.attnum),
        c.oid::regclass)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND OWN(c, relnamespace, pg_class)
      GROUP BY c.oid ORDER BY c.oid::regclass::text
      """;

  private Definitions() {}

  /** Queries for an object's address and its statement. */
  static List<String> objects(String historyTable) {
    return queries(
        historyTable,
        SCHEMAS,
        EXTENSIONS,
        TYPES,
        ROUTINES,
        SEQUENCES,
        TABLES,
        CONSTRAINTS.replace("KINDS", "'p', 'u', 'x', 'c'"),
        INDEXES,
        STATISTICS,
        VIEWS);
  }

  /** Queries for statements, in the order in which they run. */
  static List<String> rest(String historyTable) {
    String foreignKeys = CONSTRAINTS.replace("KINDS", "'f'");
    return queries(
        historyTable,
        OWNERS_OF_SEQUENCES,
        "SELECT format FROM (" + foreignKeys + ") keys",
        IDENTITIES,
        TRIGGERS,
        RULES,
        POLICIES,
        ROW_SECURITY,
        REFRESHED,
        COMMENTS,
        PRIVILEGES);
  }

  /** The query for the query for the statements that set sequences to where they are. */
  static String positions(String historyTable) {
    return queries(historyTable, POSITIONS).get(0);
  }

  /** The query for each table and the query for its rows. */
  static String rows(String historyTable) {
    return queries(historyTable, ROWS).get(0);
  }

  /** Objects in the users' schemas that no extension has brought; not Flyway's history. */
  private static List<String> queries(String historyTable, String... queries) {
    String history = Names.literal(historyTable);
    return Stream.of(queries)
        .map(
            query ->
                query
                    .replaceAll(
                        "OWN\\((\\w+), (\\w+), (\\w+)\\)",
                        "($1.$2 IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <>"
                            + " 'information_schema') AND NOT EXISTS (SELECT FROM pg_depend own_e"
                            + " WHERE own_e.classid = '$3'::regclass AND own_e.objid = $1.oid AND"
                            + " own_e.deptype = 'e')HISTORY_$3_$1)")
                    .replaceAll(
                        "HISTORY_pg_class_(\\w+)",
                        " AND NOT EXISTS (SELECT FROM pg_class own_h JOIN pg_attribute own_a ON own_a.attrelid ="
                            + " own_h.oid AND own_a.attname = 'installed_rank' WHERE own_h.relname ="
                            + " HISTORY AND own_h.oid IN ($1.oid, (SELECT own_i.indrelid FROM pg_index own_i"
                            + " WHERE own_i.indexrelid = $1.oid)))")
                    .replaceAll("HISTORY_\\w+", "")
                    .replaceAll(
                        "ROLE\\(([\\w.]+)\\)",
                        "(CASE $1 WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid($1)) END)")
                    .replace("HISTORY", history))
        .toList();
  }
}
