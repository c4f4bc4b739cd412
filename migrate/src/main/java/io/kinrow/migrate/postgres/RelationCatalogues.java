package io.kinrow.migrate.postgres;

import static io.kinrow.migrate.postgres.Catalogue.about;
import static io.kinrow.migrate.postgres.Catalogue.ofObjects;
import static io.kinrow.migrate.postgres.Catalogue.ofParts;
import static io.kinrow.migrate.postgres.Catalogue.role;

import java.util.List;

/** Tables, views, indexes, sequences, and what belongs to one of them. */
final class RelationCatalogues {
  private static final String[] FIRING = {
    "O", "enabled", "D", "disabled", "R", "enabled on replicas", "A", "always enabled"
  };

  private RelationCatalogues() {}

  static List<Catalogue> list() {
    return List.of(
        relations(),
        columns(),
        about("pg_class", "pg_sequence", "t.seqrelid").without("seqrelid"),
        indexes(),
        about("pg_class", "pg_foreign_table", "t.ftrelid").without("ftrelid"),
        partitioned(),
        parents(),
        defaults(),
        constraints(),
        triggers(),
        rules(),
        policies(),
        statistics());
  }

  private static Catalogue relations() {
    return ofObjects("pg_class")
        .inSchema("relnamespace")
        .where("t.relkind <> 't'")
        .within(
            "pg_class",
            "coalesce((SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = t.oid),"
                + " (SELECT d.refobjid FROM pg_depend d WHERE t.relkind = 'S'"
                + " AND d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.objsubid = 0"
                + " AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0"
                + " AND d.deptype IN ('a', 'i')))")
        .letters(
            "relkind",
            "kind",
            "r",
            "table",
            "p",
            "partitioned table",
            "v",
            "view",
            "m",
            "materialized view",
            "i",
            "index",
            "I",
            "partitioned index")
        .letters(
            "relpersistence", "persistence", "p", "permanent", "u", "unlogged", "t", "temporary")
        .letters(
            "relreplident",
            "replica identity",
            "d",
            "default",
            "n",
            "nothing",
            "f",
            "full",
            "i",
            "index")
        .as("relowner", "owner")
        .as("relam", "access method")
        .as("reltablespace", "tablespace")
        .as("reloftype", "of type")
        .as("relrowsecurity", "row security")
        .as("relforcerowsecurity", "forced row security")
        .as("relispopulated", "populated")
        .as("relispartition", "is a partition")
        .as("reloptions", "option")
        .as("relpartbound", "partition bounds", "pg_get_expr(t.relpartbound, t.oid)")
        .grants("relacl", "CASE t.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\"", "relowner")
        .with(
            "toast option",
            "(SELECT x.reloptions FROM pg_class x WHERE x.oid = t.reltoastrelid AND x.oid <> 0)")
        .with("definition", "CASE WHEN t.relkind IN ('v', 'm') THEN pg_get_viewdef(t.oid) END")
        // the name; where and how it is stored; hints that may be out of date
        .without("relname", "reltype", "relfilenode", "reltoastrelid", "relrewrite", "relisshared")
        .without("relpages", "reltuples", "relallvisible", "relallfrozen")
        .without("relfrozenxid", "relminmxid")
        // includes columns that were dropped
        .without("relnatts")
        .without("relhasindex", "relchecks", "relhasrules", "relhastriggers", "relhassubclass");
  }

  private static Catalogue columns() {
    return ofParts(
            "pg_attribute",
            new Address("'pg_class'::regclass", "t.attrelid", "t.attnum"),
            Address.of("pg_class", "t.attrelid"),
            "quote_ident(t.attname)")
        .where("t.attrelid >= 16384 AND t.attnum > 0 AND NOT t.attisdropped")
        .where(
            "NOT EXISTS (SELECT FROM pg_class x WHERE x.oid = t.attrelid AND x.relkind IN ('S', 't'))")
        .as("atttypid", "type", "format_type(t.atttypid, t.atttypmod)")
        .as("attnotnull", "not null")
        .as("attcollation", "collation", "NULLIF(t.attcollation, 0)::regcollation")
        .letters("attidentity", "identity", "a", "always", "d", "by default", "", "no")
        .letters("attgenerated", "generated", "s", "stored", "v", "virtual", "", "no")
        .letters(
            "attstorage", "storage", "p", "plain", "e", "external", "m", "main", "x", "extended")
        .letters("attcompression", "compression", "p", "pglz", "l", "lz4", "", "default")
        .as("attstattarget", "statistics target")
        .as("attoptions", "option")
        .as("attfdwoptions", "foreign option")
        .as("attislocal", "defined here")
        .as("attinhcount", "parents that have it")
        .grants("attacl", null, "")
        // of a composite type; a table's is compared apart from this
        .with(
            "place",
            "CASE WHEN EXISTS (SELECT FROM pg_class x WHERE x.oid = t.attrelid AND x.relkind = 'c')"
                + " THEN (row_number() OVER (PARTITION BY t.attrelid ORDER BY t.attnum))::text END")
        .without("attname", "attnum", "attrelid", "attisdropped", "atttypmod", "atthasdef")
        // what PostgreSQL copies from the type, or caches
        .without("attlen", "attbyval", "attalign", "attcacheoff", "atthasmissing", "attmissingval")
        // declared dimensions of an array, which PostgreSQL does not enforce or keep in copies
        .without("attndims");
  }

  private static Catalogue indexes() {
    return about("pg_class", "pg_index", "t.indexrelid")
        .as("indisunique", "unique")
        .as("indnullsnotdistinct", "nulls not distinct")
        .as("indisprimary", "primary")
        .as("indisexclusion", "exclusion")
        .as("indimmediate", "immediate")
        .as("indisclustered", "clustered on")
        .as("indisvalid", "valid")
        .as("indisready", "ready")
        .as("indislive", "live")
        .as("indisreplident", "is the replica identity")
        .with("definition", "pg_get_indexdef(t.indexrelid)")
        .without("indexrelid", "indrelid", "indcheckxmin")
        .without("indnatts", "indnkeyatts", "indkey", "indcollation", "indclass", "indoption")
        .without("indexprs", "indpred");
  }

  private static Catalogue partitioned() {
    return about("pg_class", "pg_partitioned_table", "t.partrelid")
        .with("partitioned by", "pg_get_partkeydef(t.partrelid)")
        .as("partdefid", "default partition")
        .without("partrelid", "partstrat", "partnatts", "partattrs", "partclass")
        .without("partcollation", "partexprs");
  }

  private static Catalogue parents() {
    return about("pg_class", "pg_inherits", "t.inhrelid")
        .as(
            "inhparent",
            "parent",
            "(row_number() OVER (PARTITION BY t.inhrelid ORDER BY t.inhseqno))::text || ' ' ||"
                + " t.inhparent::regclass")
        .as("inhdetachpending", "detaching")
        .without("inhrelid", "inhseqno");
  }

  private static Catalogue defaults() {
    return Catalogue.aboutAny("pg_attrdef", "'pg_class'::regclass", "t.adrelid", "t.adnum")
        .where("t.adrelid >= 16384")
        .as("adbin", "default", "pg_get_expr(t.adbin, t.adrelid)")
        .without("adrelid", "adnum");
  }

  private static Catalogue constraints() {
    return ofObjects("pg_constraint")
        .inSchema("connamespace")
        .where("(t.conrelid <> 0 OR t.contypid <> 0)")
        .withinEither("pg_class", "t.conrelid", "pg_type", "t.contypid")
        .as("condeferrable", "deferrable")
        .as("condeferred", "initially deferred")
        .as("convalidated", "validated")
        .as("conenforced", "enforced")
        .as("connoinherit", "no inherit")
        .as("conislocal", "defined here")
        .as("coninhcount", "parents that have it")
        .as("conindid", "index")
        .as("conparentid", "constraint of the parent")
        .with("definition", "pg_get_constraintdef(t.oid)")
        // ALTER TABLE … DISABLE TRIGGER ALL turns them off
        .with(
            "kept by",
            "ARRAY(SELECT x.tgfoid::regproc || ' on ' || x.tgrelid::regclass || ' ' ||"
                + meaning("x.tgenabled", FIRING)
                + " FROM pg_trigger x WHERE x.tgconstraint = t.oid AND x.tgisinternal)")
        .without("conname", "contype", "conrelid", "contypid", "confrelid", "conkey", "confkey")
        .without("confupdtype", "confdeltype", "confmatchtype", "confdelsetcols", "conperiod")
        .without("conpfeqop", "conppeqop", "conffeqop", "conexclop", "conbin");
  }

  private static String meaning(String letter, String... meanings) {
    StringBuilder sql = new StringBuilder(" CASE " + letter + "::text");
    for (int i = 0; i < meanings.length; i += 2) {
      sql.append(" WHEN '" + meanings[i] + "' THEN '" + meanings[i + 1] + "'");
    }
    return sql + " END";
  }

  private static Catalogue triggers() {
    return ofObjects("pg_trigger")
        .ofUsers()
        // those of foreign keys are told with the constraint; copies on partitions count
        .where("(NOT t.tgisinternal OR (t.tgparentid <> 0 AND t.tgconstraint = 0))")
        .within("pg_class", "t.tgrelid")
        .letters("tgenabled", "firing", FIRING)
        .with("definition", "pg_get_triggerdef(t.oid)")
        .as("tgparentid", "trigger of the parent")
        .without("tgrelid", "tgname", "tgfoid", "tgtype", "tgisinternal", "tgconstrrelid")
        .without("tgconstrindid", "tgconstraint", "tgdeferrable", "tginitdeferred", "tgnargs")
        .without("tgattr", "tgargs", "tgqual", "tgoldtable", "tgnewtable");
  }

  private static Catalogue rules() {
    return ofObjects("pg_rewrite")
        .ofUsers()
        .where("t.rulename <> '_RETURN'")
        .within("pg_class", "t.ev_class")
        .letters("ev_enabled", "firing", FIRING)
        .with("definition", "pg_get_ruledef(t.oid)")
        .without("rulename", "ev_class", "ev_type", "is_instead", "ev_qual", "ev_action");
  }

  private static Catalogue policies() {
    return ofObjects("pg_policy")
        .ofUsers()
        .within("pg_class", "t.polrelid")
        .letters(
            "polcmd", "for", "*", "all", "r", "select", "a", "insert", "w", "update", "d", "delete")
        .as("polpermissive", "permissive")
        .as("polroles", "to", "ARRAY(SELECT " + role("r.id") + " FROM unnest(t.polroles) r (id))")
        .as("polqual", "using", "pg_get_expr(t.polqual, t.polrelid)")
        .as("polwithcheck", "with check", "pg_get_expr(t.polwithcheck, t.polrelid)")
        .without("polname", "polrelid");
  }

  private static Catalogue statistics() {
    return ofObjects("pg_statistic_ext")
        .inSchema("stxnamespace")
        .within("pg_class", "t.stxrelid")
        .as("stxowner", "owner")
        .as("stxstattarget", "statistics target")
        .with("definition", "pg_get_statisticsobjdef(t.oid)")
        .without("stxrelid", "stxname", "stxkeys", "stxkind", "stxexprs");
  }
}
