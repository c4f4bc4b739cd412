package io.kinrow.diagram.read;

import io.kinrow.migrate.settings.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Looks at the database after each versioned migration. */
final class EachMigration implements Callback {

  private final Look look;

  /** What is done after a migration. */
  interface Look {
    void at(MigrationInfo migration, Connection connection) throws SQLException;
  }

  EachMigration(Look look) {
    this.look = look;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    MigrationInfo migration = context.getMigrationInfo();
    if (migration == null || migration.getVersion() == null) {
      return;
    }
    try {
      look.at(migration, context.getConnection());
    } catch (SQLException e) {
      throw RefusedException.because(
          "The schema after %s cannot be read: %s"
              .formatted(migration.getScript(), e.getMessage()));
    }
  }

  @Override
  public String getCallbackName() {
    return "pictures";
  }
}
