package io.kinrow.migrate.diff;

import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScratchFolder;
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
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
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

  private final ScratchFolder folder = new ScratchFolder();

  /**
   * Writes the files of a pair.
   *
   * @param repeatable the script of the repeatable migrations beside them, or ""
   */
  WrittenPair(String migration, String undo, String repeatable) {
    try {
      Map<String, String> files = files(FlywaySettings.defaults(), "2", "proof", migration, undo);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.file(file.getKey()), file.getValue());
      }
      if (!repeatable.isEmpty()) {
        Files.writeString(folder.file("R__repeatable.sql"), repeatable);
        Files.writeString(folder.file("R__repeatable.sql.conf"), NO_PLACEHOLDERS);
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

  /** Adds a script to files, and what it needs to be run as it is written. */
  static void put(Map<String, String> files, FlywaySettings settings, String name, String script) {
    if (settings.replacesIn(script)) {
      // the schema's own text must not be taken for Flyway's placeholders
      files.put(name + ".conf", NO_PLACEHOLDERS);
    }
    files.put(name, script);
  }

  /**
   * Writes files, all or none, and gives them.
   *
   * @throws RefusedException when one is there already
   */
  static List<Path> write(Path folder, Map<String, String> files, FlywaySettings settings) {
    for (String name : files.keySet()) {
      if (Files.exists(folder.resolve(name))) {
        throw RefusedException.because(folder.resolve(name) + " is there already");
      }
    }
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.writeString(
            path, file.getValue(), settings.encoding(), StandardOpenOption.CREATE_NEW);
        written.add(path);
      }
      return List.copyOf(written);
    } catch (IOException e) {
      written.forEach(WrittenPair::deleteQuietly);
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the first failure is the one to report
    }
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
        .locations("filesystem:" + folder.path())
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
    folder.close();
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
