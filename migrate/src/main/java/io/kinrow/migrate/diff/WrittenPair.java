package io.kinrow.migrate.diff;

import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScriptNames;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A pair of scripts as it will be written to files, comments at its head included, and run by
 * Flyway itself on scratch databases; for one thread.
 */
final class WrittenPair implements AutoCloseable {

  /** The name of Flyway's history there: a schema may hold a table of the usual name. */
  static final String HISTORY = "kinrow_proof_history";

  private static final String NO_PLACEHOLDERS = "placeholderReplacement=false\n";

  private final Path folder;

  /**
   * Writes the files of a pair.
   *
   * @param repeatable the script of the repeatable migrations beside them, or ""
   */
  WrittenPair(String migration, String undo, String repeatable) {
    try {
      folder = Files.createTempDirectory("kinrow-proof");
      Map<String, String> files = files(FlywaySettings.defaults(), "2", "proof", migration, undo);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      if (!repeatable.isEmpty()) {
        Files.writeString(folder.resolve("R__repeatable.sql"), repeatable);
        Files.writeString(folder.resolve("R__repeatable.sql.conf"), NO_PLACEHOLDERS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a pair by name, the undo first: a V without its U is worse than the reverse. */
  static Map<String, String> files(
      FlywaySettings settings, String version, String description, String migration, String undo) {
    ScriptNames names = settings.names();
    Map<String, String> files = new LinkedHashMap<>();
    put(files, settings, names.undo(version, description), undo);
    put(files, settings, names.migration(version, description), migration);
    return files;
  }

  private static void put(
      Map<String, String> files, FlywaySettings settings, String name, String script) {
    if (settings.replacesIn(script)) {
      // the schema's own text must not be taken for Flyway's placeholders
      files.put(name + ".conf", NO_PLACEHOLDERS);
    }
    files.put(name, script);
  }

  /** Runs the migration, and repeatable ones after it, where Flyway was never before or again. */
  void migrate(Scratch scratch) throws SQLException {
    run(() -> on(scratch).load().migrate());
  }

  void undo(Scratch scratch) throws SQLException {
    run(() -> new Undo(on(scratch), UndoTarget.steps(1)).run());
  }

  private FluentConfiguration on(Scratch scratch) {
    return FlywaySettings.defaults()
        .locations("filesystem:" + folder)
        .on(new OneConnection(scratch.connection()))
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("1");
  }

  /** What SQLite said is said to the person, without what Flyway puts around it. */
  private static void run(Runnable command) throws SQLException {
    try {
      command.run();
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sqlException) {
          throw sqlException;
        }
      }
      throw new SQLException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lends a connection, whose database in memory would be gone when Flyway closes it. */
  private record OneConnection(Connection connection) implements DataSource {

    @Override
    public Connection getConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              OneConnection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(PrintWriter.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      // nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) {
      // there is no login
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return connection.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return connection.isWrapperFor(type);
    }
  }
}
