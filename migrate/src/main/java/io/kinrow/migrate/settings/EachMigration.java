package io.kinrow.migrate.settings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database after each versioned migration.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class EachMigration implements Callback {

  private final Look look;

  private EachMigration(Look look) {
    this.look = look;
  }

  /** What is done after a migration. */
  public interface Look {

    /** Looks at the database, in the transaction of the migration if it has one. */
    void at(MigrationInfo migration, Connection connection) throws SQLException;
  }

  /**
   * Adds a look to the callbacks of a configuration.
   *
   * @param look an {@link SQLException} of it ends the run with a {@link RefusedException}
   */
  public static void watch(FluentConfiguration flyway, Look look) {
    flyway.callbacks(
        Stream.concat(Arrays.stream(flyway.getCallbacks()), Stream.of(new EachMigration(look)))
            .toArray(Callback[]::new));
  }

  @Override
  public boolean supports(Event event, @Nullable Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, @Nullable Context context) {
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
    return "kinrow";
  }
}
