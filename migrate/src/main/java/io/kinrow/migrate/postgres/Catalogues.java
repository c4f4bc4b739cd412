package io.kinrow.migrate.postgres;

import static io.kinrow.migrate.postgres.Catalogue.about;
import static io.kinrow.migrate.postgres.Catalogue.aboutAny;
import static io.kinrow.migrate.postgres.Catalogue.ofAllObjects;
import static io.kinrow.migrate.postgres.Catalogue.ofObjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All of {@code pg_catalog}: how each table of it is read, or that it is left out. */
final class Catalogues {
  /**
   * Tables that are not compared: data about data, large objects, and what belongs to the whole
   * server. docs/undo.md lists what that means.
   */
  static final Set<String> LEFT_OUT =
      Set.of(
          "pg_auth_members",
          "pg_authid",
          "pg_init_privs",
          "pg_largeobject",
          "pg_largeobject_metadata",
          "pg_parameter_acl",
          "pg_replication_origin",
          "pg_shdepend",
          "pg_statistic",
          "pg_statistic_ext_data",
          "pg_subscription",
          "pg_subscription_rel",
          "pg_tablespace");

  private Catalogues() {}

  /** Those that make objects before those that say more about them. */
  static List<Catalogue> all() {
    List<Catalogue> all = new ArrayList<>(RelationCatalogues.list());
    all.addAll(List.of(database(), databaseSettings(), schemas(), defaultPrivileges()));
    all.addAll(List.of(types(), labels(), ranges()));
    all.addAll(
        List.of(
            functions(), about("pg_proc", "pg_aggregate", "t.aggfnoid::oid").without("aggfnoid")));
    all.addAll(operators());
    all.addAll(textSearch());
    all.addAll(foreignData());
    all.addAll(publications());
    all.addAll(List.of(collations(), conversions(), languages(), transforms(), casts()));
    all.addAll(List.of(extensions(), eventTriggers()));
    all.addAll(remarks());
    return all;
  }

  private static Catalogue database() {
    return ofObjects("pg_database")
        .where("t.datname = current_database()")
        .given()
        .as("datdba", "owner")
        .as("datconnlimit", "connection limit")
        .grants("datacl", "'d'", "datdba")
        .without("datname", "datfrozenxid", "datminmxid", "dattablespace", "datlastsysoid")
        // set as soon as a login trigger exists, and cleared some time after it is gone
        .without("dathasloginevt");
  }

  private static Catalogue databaseSettings() {
    return aboutAny("pg_db_role_setting", "'pg_database'::regclass", "t.setdatabase", "0")
        .where(
            "t.setdatabase = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())")
        .as(
            "setconfig",
            "setting",
            "ARRAY(SELECT CASE t.setrole WHEN 0 THEN '' ELSE 'for ' || pg_get_userbyid(t.setrole)"
                + " || ' ' END || s FROM unnest(t.setconfig) s)")
        .without("setdatabase", "setrole");
  }

  private static Catalogue schemas() {
    return ofObjects("pg_namespace")
        .where("t.nspname !~ '^pg_' AND t.nspname <> 'information_schema'")
        .as("nspowner", "owner")
        .grants("nspacl", "'n'", "nspowner")
        .without("nspname");
  }

  private static Catalogue defaultPrivileges() {
    return ofObjects("pg_default_acl")
        .grants("defaclacl", null, "")
        .without("defaclrole", "defaclnamespace", "defaclobjtype");
  }

  private static Catalogue types() {
    return ofObjects("pg_type")
        .inSchema("typnamespace")
        .ofUsers()
        // arrays follow their elements
        .where(
            "(t.typelem = 0 OR NOT EXISTS (SELECT FROM pg_type x WHERE x.oid = t.typelem AND x.typarray = t.oid))")
        .within("pg_class", "t.typrelid")
        .as("typowner", "owner")
        .as("typnotnull", "not null")
        .as("typcollation", "collation")
        .as(
            "typbasetype",
            "base type",
            "CASE WHEN t.typbasetype <> 0 THEN format_type(t.typbasetype, t.typtypmod) END")
        .as("typdefault", "default", "coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault)")
        .grants("typacl", "'T'", "typowner")
        .without("typname", "typrelid", "typarray", "typtypmod", "typdefaultbin", "typndims");
  }

  private static Catalogue labels() {
    return about("pg_type", "pg_enum", "t.enumtypid")
        .as(
            "enumlabel",
            "label",
            "(row_number() OVER (PARTITION BY t.enumtypid ORDER BY t.enumsortorder))::text || ' '"
                + " || quote_literal(t.enumlabel)")
        .without("enumtypid", "enumsortorder");
  }

  private static Catalogue ranges() {
    return about("pg_type", "pg_range", "t.rngtypid").without("rngtypid");
  }

  private static Catalogue functions() {
    return ofObjects("pg_proc")
        .inSchema("pronamespace")
        .as("proowner", "owner")
        .as("prolang", "language")
        .as("procost", "cost")
        .as("prorows", "rows")
        .as("prosupport", "support function")
        .as("prosecdef", "security definer")
        .as("proleakproof", "leakproof")
        .as("proisstrict", "strict")
        .letters(
            "prokind", "kind", "f", "function", "p", "procedure", "a", "aggregate", "w", "window")
        .letters("provolatile", "volatility", "i", "immutable", "s", "stable", "v", "volatile")
        .letters("proparallel", "parallel", "s", "safe", "r", "restricted", "u", "unsafe")
        .as("prosrc", "body")
        .as("prosqlbody", "SQL body", "pg_get_function_sqlbody(t.oid)")
        .as("protrftypes", "transformed types")
        .as("proconfig", "set")
        .grants("proacl", "'f'", "proowner")
        .with("arguments", "pg_get_function_arguments(t.oid)")
        .with("result", "pg_get_function_result(t.oid)")
        .without("proname", "pronargs", "pronargdefaults", "prorettype", "proargtypes")
        .without("proallargtypes", "proargmodes", "proargnames", "proargdefaults", "provariadic");
  }

  private static List<Catalogue> operators() {
    return List.of(
        ofObjects("pg_operator")
            .inSchema("oprnamespace")
            .as("oprowner", "owner")
            .without("oprname"),
        ofObjects("pg_opfamily")
            .inSchema("opfnamespace")
            .as("opfowner", "owner")
            .without("opfname"),
        ofObjects("pg_opclass").inSchema("opcnamespace").as("opcowner", "owner").without("opcname"),
        inFamily("pg_amop", "t.amopfamily"),
        inFamily("pg_amproc", "t.amprocfamily"),
        ofObjects("pg_am").ofUsers());
  }

  /** A member of an operator family, which is no object of an extension but its family may be. */
  private static Catalogue inFamily(String table, String family) {
    return ofObjects(table)
        .ofUsers()
        .where(
            "NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_opfamily'::regclass"
                + " AND x.objid = "
                + family
                + " AND x.deptype = 'e')");
  }

  private static List<Catalogue> textSearch() {
    return List.of(
        ofObjects("pg_ts_parser").inSchema("prsnamespace").without("prsname"),
        ofObjects("pg_ts_template").inSchema("tmplnamespace").without("tmplname"),
        ofObjects("pg_ts_dict")
            .inSchema("dictnamespace")
            .as("dictowner", "owner")
            .as("dictinitoption", "option")
            .without("dictname"),
        ofObjects("pg_ts_config")
            .inSchema("cfgnamespace")
            .as("cfgowner", "owner")
            .as("cfgparser", "parser")
            .without("cfgname"),
        about("pg_ts_config", "pg_ts_config_map", "t.mapcfg")
            .as(
                "mapdict",
                "mapping",
                "(SELECT x.alias FROM pg_ts_config c, ts_token_type(c.cfgparser) x"
                    + " WHERE c.oid = t.mapcfg AND x.tokid = t.maptokentype) || ' ' ||"
                    + " row_number() OVER (PARTITION BY t.mapcfg, t.maptokentype ORDER BY t.mapseqno)"
                    + " || ' ' || t.mapdict::regdictionary")
            .without("mapcfg", "maptokentype", "mapseqno"));
  }

  private static List<Catalogue> foreignData() {
    return List.of(
        ofObjects("pg_foreign_data_wrapper")
            .ofUsers()
            .as("fdwowner", "owner")
            .as("fdwoptions", "option")
            .grants("fdwacl", "'F'", "fdwowner")
            .without("fdwname"),
        ofObjects("pg_foreign_server")
            .as("srvowner", "owner")
            .as("srvoptions", "option")
            .grants("srvacl", "'S'", "srvowner")
            .without("srvname"),
        ofObjects("pg_user_mapping")
            .within("pg_foreign_server", "t.umserver")
            .as("umoptions", "option"));
  }

  private static List<Catalogue> publications() {
    return List.of(
        ofObjects("pg_publication").as("pubowner", "owner").without("pubname"),
        ofObjects("pg_publication_rel")
            .within("pg_publication", "t.prpubid")
            .as("prqual", "where", "pg_get_expr(t.prqual, t.prrelid)")
            .as(
                "prattrs",
                "column",
                "ARRAY(SELECT x.attname::text FROM pg_attribute x WHERE x.attrelid = t.prrelid AND"
                    + " x.attnum = ANY (t.prattrs))"),
        ofObjects("pg_publication_namespace").within("pg_publication", "t.pnpubid"));
  }

  private static Catalogue collations() {
    return ofObjects("pg_collation")
        .inSchema("collnamespace")
        .as("collowner", "owner")
        .as("collisdeterministic", "deterministic")
        .without("collname");
  }

  private static Catalogue conversions() {
    return ofObjects("pg_conversion")
        .inSchema("connamespace")
        .as("conowner", "owner")
        .without("conname");
  }

  private static Catalogue languages() {
    return ofAllObjects("pg_language")
        .as("lanowner", "owner")
        .grants("lanacl", "'l'", "lanowner")
        .without("lanname");
  }

  private static Catalogue transforms() {
    return ofObjects("pg_transform").ofUsers();
  }

  private static Catalogue casts() {
    return ofObjects("pg_cast")
        .ofUsers()
        .as("castfunc", "function")
        .letters("castcontext", "context", "e", "explicit", "a", "assignment", "i", "implicit")
        .letters("castmethod", "method", "f", "function", "b", "binary", "i", "in and out");
  }

  private static Catalogue extensions() {
    return ofObjects("pg_extension")
        .as("extowner", "owner")
        .as("extnamespace", "schema")
        .as("extversion", "version")
        .without("extname");
  }

  private static Catalogue eventTriggers() {
    return ofObjects("pg_event_trigger")
        .as("evtowner", "owner")
        .as("evtevent", "event")
        .as("evtfoid", "function")
        .as("evttags", "tag")
        .letters(
            "evtenabled",
            "firing",
            "O",
            "enabled",
            "D",
            "disabled",
            "R",
            "enabled on replicas",
            "A",
            "always enabled")
        .without("evtname");
  }

  /** Comments, security labels, dependencies: of any object. */
  private static List<Catalogue> remarks() {
    String user = "(t.objoid >= 16384 OR t.classoid = 'pg_namespace'::regclass)";
    String database =
        "t.objoid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())"
            + " AND t.classoid = 'pg_database'::regclass";
    return List.of(
        aboutAny("pg_description", "t.classoid", "t.objoid", "t.objsubid")
            .where(user)
            .as("description", "comment")
            .without("objoid", "classoid", "objsubid"),
        aboutAny("pg_shdescription", "t.classoid", "t.objoid", "0")
            .where(database)
            .as("description", "comment")
            .without("objoid", "classoid"),
        aboutAny("pg_seclabel", "t.classoid", "t.objoid", "t.objsubid")
            .where(user)
            .as("label", "security label", "t.provider || ' ' || quote_literal(t.label)")
            .without("objoid", "classoid", "objsubid", "provider"),
        aboutAny("pg_shseclabel", "t.classoid", "t.objoid", "0")
            .where(database)
            .as("label", "security label", "t.provider || ' ' || quote_literal(t.label)")
            .without("objoid", "classoid", "provider"),
        aboutAny("pg_depend", "t.classid", "t.objid", "t.objsubid")
            .where(
                "(t.deptype = 'x' OR (t.classid = 'pg_class'::regclass AND t.objsubid = 0"
                    + " AND t.refclassid = 'pg_class'::regclass AND t.refobjsubid > 0"
                    + " AND t.deptype IN ('a', 'i') AND EXISTS (SELECT FROM pg_sequence x WHERE"
                    + " x.seqrelid = t.objid)))")
            .with(
                "depends on",
                "(SELECT x.type || ' ' || x.identity FROM pg_identify_object("
                    + "t.refclassid, t.refobjid, t.refobjsubid) x)")
            .without(
                "classid",
                "objid",
                "objsubid",
                "refclassid",
                "refobjid",
                "refobjsubid",
                "deptype"));
  }
}
