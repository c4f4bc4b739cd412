package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.compare.Texts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The rows of a table as statements that insert them, one a row. */
public final class Inserts {

  private Inserts() {}

  /**
   * Reads the rows, each value as SQLite writes it in SQL. The values come as columns of their own:
   * joined into one text, those of some 500 columns would be an expression deeper than SQLite
   * takes.
   */
  public static List<String> of(Connection connection, Table table) throws SQLException {
    List<Name> columns =
        table.columns().stream().filter(c -> !c.isGenerated()).map(Column::name).toList();
    if (columns.isEmpty()) {
      return List.of();
    }
    String values =
        columns.stream()
            .map(column -> "quote(" + column.sql() + ")")
            .collect(Collectors.joining(", "));
    String rowid = Tables.rowid(table);
    String order =
        rowid.isEmpty() ? columns.stream().map(Name::sql).collect(Collectors.joining(", ")) : rowid;
    List<String> inserts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s FROM %s ORDER BY %s".formatted(values, table.name().sql(), order))) {
      while (rows.next()) {
        StringJoiner row = new StringJoiner(", ");
        for (int i = 1; i <= columns.size(); i++) {
          row.add(rows.getString(i));
        }
        inserts.add(
            "INSERT INTO "
                + table.name().sql()
                + " "
                + Texts.list(columns)
                + " VALUES ("
                + row
                + ")");
      }
    }
    return inserts;
  }
}
