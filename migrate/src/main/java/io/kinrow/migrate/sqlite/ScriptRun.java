package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jspecify.annotations.Nullable;

/**
 * The run of one script, known to the script and to what Flyway lets run around it: Flyway tells
 * neither of the other. Belongs to a thread from its start to its end.
 */
final class ScriptRun {
  private static final ThreadLocal<ScriptRun> CURRENT = new ThreadLocal<>();

  private final Connection connection;
  private @Nullable String script;
  private @Nullable RepeatableObjects takenDown;

  private ScriptRun(Connection connection) {
    this.connection = connection;
  }

  static ScriptRun start(Connection connection) {
    ScriptRun run = new ScriptRun(connection);
    CURRENT.set(run);
    return run;
  }

  /** The one that this thread is in. */
  static Optional<ScriptRun> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  void end() {
    CURRENT.remove();
  }

  /** The script says which one it is, before its first statement, and what stands in its way. */
  void isOf(String name, Set<Name> inTheWay) {
    script = name;
    if (takenDown == null && !inTheWay.isEmpty()) {
      try {
        takenDown = RepeatableObjects.takeDown(connection, inTheWay);
      } catch (SQLException e) {
        throw new FlywaySqlException("Unable to drop the objects of repeatable scripts", e);
      }
    }
  }

  void putBack() throws SQLException {
    if (takenDown != null) {
      takenDown.putBack();
    }
  }

  String script() {
    return script == null ? "The Java migration" : script;
  }
}
