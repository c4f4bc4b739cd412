package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** A database in memory to try things on, with foreign keys off; for one thread. */
public final class ScratchSchema implements AutoCloseable {

  /** The name of Flyway's history in a proof: a schema may hold a table of the usual name. */
  public static final String PROOF_HISTORY = "kinrow_proof_history";

  private final Connection connection;
  private final CatalogMemory memory;

  private ScratchSchema(Connection connection, CatalogMemory memory) {
    this.connection = connection;
    this.memory = memory;
  }

  /** Returns a database with nothing in it. */
  public static ScratchSchema empty() throws SQLException {
    return empty(CatalogMemory.recent());
  }

  /**
   * Returns a database with nothing in it.
   *
   * @param memory what was read of others with the same tables
   */
  public static ScratchSchema empty(CatalogMemory memory) throws SQLException {
    return new ScratchSchema(DriverManager.getConnection("jdbc:sqlite::memory:"), memory);
  }

  /** Returns a database with all that a catalogue holds, without rows. */
  public static ScratchSchema of(Catalog catalog) throws SQLException {
    return of(catalog, CatalogMemory.recent());
  }

  /**
   * Returns a database with all that a catalogue holds, without rows.
   *
   * @param memory what was read of others with the same tables
   */
  public static ScratchSchema of(Catalog catalog, CatalogMemory memory) throws SQLException {
    ScratchSchema scratch = empty(memory);
    try {
      List<String> statements = statements(catalog, table -> true);
      catalog.views().forEach(view -> statements.add(catalog.sql(view)));
      catalog.triggers().forEach(trigger -> statements.add(catalog.sql(trigger)));
      scratch.executeAll(statements);
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw e;
    }
  }

  /** Creates the tables that are wanted, with their indexes. */
  public void create(Catalog catalog, Predicate<Name> wanted) throws SQLException {
    executeAll(statements(catalog, wanted));
  }

  private static List<String> statements(Catalog catalog, Predicate<Name> wanted) {
    List<String> statements = new ArrayList<>();
    for (Table table : catalog.tables()) {
      if (wanted.test(table.name())) {
        statements.add(catalog.sql(table));
        table.indexes().forEach(index -> statements.add(catalog.sql(index)));
      }
    }
    return statements;
  }

  /** Returns its only connection, closed with it. */
  public Connection connection() {
    return connection;
  }

  /** Returns all that is there, but the history of a proof. */
  public Catalog catalog() throws SQLException {
    return CatalogReader.read(connection, LeftOut.table(PROOF_HISTORY), memory);
  }

  /** Runs one statement. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs statements in one call, where there is no need to know which one fails. */
  public void executeAll(List<String> statements) throws SQLException {
    if (statements.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      // the driver gives an update to SQLite as a whole, and only the first statement of others;
      // each ends in a line of its own, as its last one may be a comment
      statement.executeUpdate(String.join("\n;\n", statements));
    }
  }

  /**
   * Runs statements in one call, and returns whether all of them work; if not, none of them has.
   */
  public boolean takesAll(List<String> statements) throws SQLException {
    List<String> all = new ArrayList<>();
    all.add("SAVEPOINT kinrow_all");
    all.addAll(statements);
    all.add("RELEASE kinrow_all");
    try {
      executeAll(all);
      return true;
    } catch (SQLException e) {
      execute("ROLLBACK TO kinrow_all");
      execute("RELEASE kinrow_all");
      return false;
    }
  }

  /** Runs a script the way a migration runs: all or nothing, and no foreign key left dangling. */
  public void migrate(String script) throws SQLException {
    execute("BEGIN");
    try {
      for (var statement : io.kinrow.migrate.sql.Statement.split(script)) {
        execute(statement.text());
      }
      for (Table table : catalog().tables()) {
        if (!table.foreignKeys().isEmpty()) {
          checkForeignKeys(table);
        }
      }
      execute("COMMIT");
    } catch (SQLException e) {
      execute("ROLLBACK");
      throw e;
    }
  }

  private void checkForeignKeys(Table table) throws SQLException {
    try {
      String name = Names.literal(table.name().text());
      int dangling = texts("SELECT 1 FROM pragma_foreign_key_check(" + name + ")").size();
      if (dangling > 0) {
        throw new DanglingException(dangling, table.name());
      }
    } catch (DanglingException e) {
      throw e;
    } catch (SQLException e) {
      // a foreign key to columns that are no key: the schema's own mistake, which a diff can but
      // carry along
    }
  }

  private static final class DanglingException extends SQLException {

    private static final long serialVersionUID = 1L;

    DanglingException(int rows, Name table) {
      super(rows + " rows of " + table + " reference rows that do not exist");
    }
  }

  /** Returns the first column of a query's rows. */
  public List<String> texts(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(String.valueOf(result.getString(1)));
      }
      return texts;
    }
  }

  /**
   * Returns all columns of a query's rows, in an order that depends on nothing but their values.
   */
  public List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringJoiner row = new StringJoiner(", ");
        for (int i = 1; i <= width; i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
      Collections.sort(rows);
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
