package io.kinrow.migrate.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one table of {@code pg_catalog} is read: which object each of its rows describes, and which
 * columns need more than their plain value. A column that is not mentioned is read as it is, so
 * that what a newer server adds is compared as well.
 *
 * <p>In SQL fragments {@code t} is the table.
 */
final class Catalogue {
  private final String table;
  private final Address object;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final Map<String, String> additions = new LinkedHashMap<>();
  private final Set<String> leftOut = new HashSet<>(Set.of("oid"));
  private final List<String> conditions = new ArrayList<>();
  private @Nullable Address parent;
  private @Nullable String partName;
  private boolean defining;
  private String given = "false";

  private Catalogue(String table, Address object) {
    this.table = table;
    this.object = object;
  }

  /**
   * One whose rows are objects of their own; what an extension brought is left to the extension.
   */
  static Catalogue ofObjects(String table) {
    return ofAllObjects(table)
        .where(
            "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '"
                + table
                + "'::regclass AND e.objid = t.oid AND e.deptype = 'e')");
  }

  /** One whose rows are objects of their own, also those that an extension brought. */
  static Catalogue ofAllObjects(String table) {
    Catalogue catalogue = new Catalogue(table, Address.of(table, "t.oid"));
    catalogue.defining = true;
    catalogue.given = "t.oid < 16384";
    return catalogue;
  }

  /** Its rows are there in every new database. */
  Catalogue given() {
    given = "true";
    return this;
  }

  /**
   * One whose rows are parts of another object.
   *
   * @param name of the part, as it stands behind that of the object
   */
  static Catalogue ofParts(String table, Address object, Address whole, String name) {
    Catalogue catalogue = new Catalogue(table, object);
    catalogue.defining = true;
    catalogue.parent = whole;
    catalogue.partName = name;
    return catalogue;
  }

  /** One whose rows say more about objects that another catalogue lists. */
  static Catalogue about(String described, String table, String objectId) {
    return new Catalogue(table, Address.of(described, objectId)).where(objectId + " >= 16384");
  }

  /** One whose rows say more about objects of any kind. */
  static Catalogue aboutAny(String table, String classId, String objectId, String subId) {
    return new Catalogue(table, new Address(classId, objectId, subId));
  }

  Catalogue where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Only in schemas of users. */
  Catalogue inSchema(String column) {
    return without(column)
        .where(
            "t."
                + column
                + " IN (SELECT s.oid FROM pg_namespace s"
                + " WHERE s.nspname !~ '^pg_' AND s.nspname <> 'information_schema')");
  }

  /** Only what was not there when the database cluster was made. */
  Catalogue ofUsers() {
    return where("t.oid >= 16384");
  }

  /** The object without which this one cannot be. */
  Catalogue within(String table, String id) {
    parent = Address.of(table, id);
    return this;
  }

  /** One of two objects without which this one cannot be: the second where the first is 0. */
  Catalogue withinEither(String table, String id, String other, String otherId) {
    parent =
        new Address(
            "CASE WHEN "
                + id
                + " <> 0 THEN '"
                + table
                + "'::regclass ELSE '"
                + other
                + "'::regclass END",
            "greatest(" + id + ", " + otherId + ")",
            "0");
    return this;
  }

  /** Columns that say nothing more: the object's name, what another column or definition says. */
  Catalogue without(String... columns) {
    leftOut.addAll(List.of(columns));
    return this;
  }

  Catalogue as(String column, String label) {
    labels.put(column, label);
    return this;
  }

  Catalogue as(String column, String label, String expression) {
    expressions.put(column, expression);
    return as(column, label);
  }

  /** A column of one letter, and what its letters mean; others are shown as they are. */
  Catalogue letters(String column, String label, String... meanings) {
    StringBuilder sql = new StringBuilder("CASE t." + column + "::text");
    for (int i = 0; i < meanings.length; i += 2) {
      sql.append(" WHEN '" + meanings[i] + "' THEN '" + meanings[i + 1] + "'");
    }
    return as(column, label, sql + " ELSE t." + column + "::text END");
  }

  /** Privileges one by one, those that an owner has anyway included. */
  Catalogue grants(String column, @Nullable String kind, String owner) {
    String list =
        kind == null
            ? "t." + column
            : "coalesce(t." + column + ", acldefault(" + kind + ", t." + owner + "))";
    return as(
        column,
        "grant",
        "ARRAY(SELECT a.privilege_type || ' to ' || "
            + role("a.grantee")
            + " || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END || ' by ' || "
            + role("a.grantor")
            + " FROM aclexplode("
            + list
            + ") a)");
  }

  static String role(String id) {
    return "CASE " + id + " WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(" + id + ")::text END";
  }

  /** A property that no single column has. */
  Catalogue with(String label, String expression) {
    additions.put(label, expression);
    return this;
  }

  String table() {
    return table;
  }

  /** The query for a server that has these columns. */
  CatalogueQuery query(List<ServerColumn> columns) {
    List<String> properties = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    StringBuilder select = new StringBuilder();
    for (ServerColumn column : columns) {
      if (leftOut.contains(column.name())) {
        continue;
      }
      String expression = expressions.getOrDefault(column.name(), column.expression());
      if (expression == null) {
        unknown.add(table + "." + column.name());
        continue;
      }
      properties.add(labels.getOrDefault(column.name(), column.name()));
      select.append(", ").append(expression);
    }
    additions.forEach(
        (label, expression) -> {
          properties.add(label);
          select.append(", ").append(expression);
        });
    boolean named = defining && partName == null;
    String sql =
        "SELECT "
            + object.text()
            + (named ? ", k.type, k.identity, " : ", NULL, " + partName + ", ")
            + (parent == null ? "NULL" : parent.text())
            + ", "
            + given
            + select
            + " FROM pg_catalog."
            + table
            + " t"
            + (named ? " CROSS JOIN LATERAL pg_identify_object(" + object.arguments() + ") k" : "")
            + " WHERE "
            + (named ? "k.type IS NOT NULL" : "true")
            + String.join("", conditions.stream().map(c -> " AND " + c).toList());
    return new CatalogueQuery(table, sql, properties, defining, unknown);
  }
}
