package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.plan.Parking.Held;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sqlite.KeptRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sees to it that kept values go back to the rows they were taken from. Between a migration and its
 * undo, three triggers let the side table forget rows that are deleted or whose key is given out
 * again, and follow those whose key changes. Where the triggers are gone, as the table was made
 * anew, a row counts as the same only while its other values are what they were.
 */
public final class Keepers {

  private final Parking parking;

  /** Creates the triggers of one parking. */
  public Keepers(Parking parking) {
    this.parking = parking;
  }

  /** The names of the triggers. */
  List<Name> names() {
    return List.of(name("insert"), name("delete"), name("update"));
  }

  private Name name(String event) {
    return new Name(parking.side() + "_" + event);
  }

  /** The triggers, for the table as the migration leaves it. */
  List<String> create(Table table) {
    String gone = "  DELETE FROM " + parking.side().sql() + " WHERE ";
    String moved =
        "  UPDATE "
            + parking.side().sql()
            + " SET "
            + join(", ", key -> key.parked().sql() + " = NEW." + key.column().sql())
            + " WHERE ";
    // not UPDATE OF the key: it would miss a row id that is changed by another of its names
    String changes =
        join(
            " OR ",
            key -> {
              String column = key.column().sql();
              return "OLD." + column + " IS NOT NEW." + column + binary(table, key.column());
            });
    return List.of(
        // INSERT OR REPLACE deletes without a word, but it inserts
        trigger("insert", "INSERT", "", gone + sameKey("NEW")),
        trigger("delete", "DELETE", "", gone + sameKey("OLD")),
        trigger(
            "update",
            "UPDATE",
            "\nWHEN " + changes,
            gone + sameKey("NEW") + ";\n" + moved + sameKey("OLD")));
  }

  private String trigger(String event, String fires, String when, String body) {
    return "CREATE TRIGGER %s AFTER %s ON %s%s\nBEGIN\n%s;\nEND"
        .formatted(name(event).sql(), fires, parking.table().sql(), when, body);
  }

  private static String binary(Table table, Name column) {
    String collation = table.column(column).map(Column::collation).orElse("BINARY");
    return collation.equals("BINARY") ? "" : " COLLATE BINARY";
  }

  private String sameKey(String row) {
    return join(" AND ", key -> key.parked().sql() + " = " + row + "." + key.column().sql());
  }

  private String join(String separator, Function<Held, String> text) {
    return parking.keys().stream().map(text).collect(Collectors.joining(separator));
  }

  /**
   * The first statements of the undo: forgets the rows that cannot be told for sure, says how many
   * rows get nothing, and lets the table go.
   */
  List<String> settle() {
    String triggers =
        names().stream().map(name -> Names.literal(name.text())).collect(Collectors.joining(", "));
    String table = Names.literal(parking.table().text());
    String watched =
        "(SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'\n    AND tbl_name = "
            + table
            + " COLLATE NOCASE AND name IN ("
            + triggers
            + ")) = 3";
    String forget = "DELETE FROM " + parking.side().sql() + "\n  WHERE NOT " + watched;
    if (!parking.unchanged().isEmpty()) {
      forget +=
          "\n  AND NOT EXISTS (SELECT 1 FROM "
              + parking.table().sql()
              + " WHERE "
              + parking.sameRow()
              + parking.unchanged().stream()
                  .map(condition -> "\n    AND " + condition)
                  .collect(Collectors.joining())
              + ")";
    }
    List<String> statements = new ArrayList<>();
    statements.add(forget);
    statements.add(
        "SELECT count(*) AS "
            + new Name("rows of " + parking.table() + KeptRows.COUNT).sql()
            + "\n  FROM "
            + parking.table().sql()
            + " WHERE NOT EXISTS (SELECT 1 FROM "
            + parking.found()
            + ")");
    names().forEach(name -> statements.add("DROP TRIGGER IF EXISTS " + name.sql()));
    return statements;
  }

  /** Returns what people are told before anything runs. */
  public String promise() {
    String table = parking.table().text();
    return "%s is kept in %s until the undo: rows of %s that are deleted, replaced or added in the meantime get none of it; if the table is rebuilt by hand, %s"
        .formatted(
            parking.columns().stream()
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", ")),
            parking.side(),
            table,
            parking.unchanged().isEmpty()
                ? "no row gets anything back, because only the key identifies the rows"
                : "only rows whose other values are unchanged get their values back");
  }

  /** Returns how to let go of what is kept. */
  public String release() {
    return "When the undo is no longer needed: "
        + names().stream()
            .map(name -> "DROP TRIGGER IF EXISTS " + name.sql() + "; ")
            .collect(Collectors.joining())
        + "DROP TABLE "
        + parking.side().sql()
        + ";";
  }
}
