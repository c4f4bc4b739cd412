package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
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

  /** A database with nothing in it. */
  public static ScratchSchema empty() throws SQLException {
    return empty(new CatalogMemory());
  }

  /**
   * A database with nothing in it.
   *
   * @param memory what was read of others with the same tables
   */
  public static ScratchSchema empty(CatalogMemory memory) throws SQLException {
    return new ScratchSchema(DriverManager.getConnection("jdbc:sqlite::memory:"), memory);
  }

  /** A database with all that a catalogue holds, without rows. */
  public static ScratchSchema of(Catalog catalog) throws SQLException {
    return of(catalog, new CatalogMemory());
  }

  /**
   * A database with all that a catalogue holds, without rows.
   *
   * @param memory what was read of others with the same tables
   */
  public static ScratchSchema of(Catalog catalog, CatalogMemory memory) throws SQLException {
    ScratchSchema scratch = empty(memory);
    try {
      scratch.create(catalog, table -> true);
      for (View view : catalog.views()) {
        scratch.execute(catalog.sql(view));
      }
      for (Trigger trigger : catalog.triggers()) {
        scratch.execute(catalog.sql(trigger));
      }
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw e;
    }
  }

  /** Creates the tables that are wanted, with their indexes. */
  public void create(Catalog catalog, Predicate<Name> wanted) throws SQLException {
    for (Table table : catalog.tables()) {
      if (wanted.test(table.name())) {
        execute(catalog.sql(table));
        for (Index index : table.indexes()) {
          execute(catalog.sql(index));
        }
      }
    }
  }

  /** Its only connection, closed with it. */
  public Connection connection() {
    return connection;
  }

  /** All that is there, but the history of a proof. */
  public Catalog catalog() throws SQLException {
    return CatalogReader.read(connection, LeftOut.table(PROOF_HISTORY), memory);
  }

  /** Runs one statement. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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

  /** The first column of a query's rows. */
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

  /** All columns of a query's rows, in an order that depends on nothing but their values. */
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
