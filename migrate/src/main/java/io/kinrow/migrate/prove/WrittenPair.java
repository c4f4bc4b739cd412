package io.kinrow.migrate.prove;

import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptFiles;
import io.kinrow.migrate.settings.SilentFlyway;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jetbrains.annotations.ApiStatus;

/**
 * A pair of scripts as it will be written to files, comments at its head included, and run by
 * Flyway itself on scratch databases; for one thread.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class WrittenPair implements AutoCloseable {

  private final ScratchFolder folder = new ScratchFolder();

  /**
   * Writes the files of a pair.
   *
   * @param repeatable the script of the repeatable migrations beside them, or ""
   */
  public WrittenPair(String migration, String undo, String repeatable) {
    try {
      Map<String, String> files =
          ScriptFiles.pair(FlywaySettings.defaults(), "2", "proof", migration, undo);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.file(file.getKey()), file.getValue());
      }
      if (!repeatable.isEmpty()) {
        Files.writeString(folder.file("R__repeatable.sql"), repeatable);
        Files.writeString(folder.file("R__repeatable.sql.conf"), ScriptFiles.AS_WRITTEN);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the migration, and repeatable ones after it, where Flyway was never before or again. */
  void migrate(ScratchSchema scratch) throws SQLException {
    run(() -> on(scratch).load().migrate());
  }

  void undo(ScratchSchema scratch) throws SQLException {
    run(() -> new Undo(on(scratch), UndoTarget.steps(1)).run());
  }

  private FluentConfiguration on(ScratchSchema scratch) {
    return SilentFlyway.in(
            FlywaySettings.defaults()
                .locations("filesystem:" + folder.path())
                .on(new OneConnection(scratch.connection())))
        .table(ScratchSchema.PROOF_HISTORY)
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
