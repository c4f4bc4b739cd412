package io.kinrow.maven;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL after the last migration what its connection remembers, or the server outside of
 * its folder or until it starts again: what a later migration would find if it ran at once, but not
 * in another run.
 */
final class Remembered implements Callback {

  /**
   * Settings that cannot change what a script makes are left out: dumps begin with them. Flyway
   * itself sets the search path back after each script.
   */
  private static final String QUESTION =
      """
      select 1 from pg_settings
       where source = 'session' and setting is distinct from reset_val
         and name not in ('search_path', 'application_name', 'check_function_bodies', 'client_min_messages',
           'row_security', 'escape_string_warning', 'lock_timeout', 'statement_timeout', 'transaction_timeout',
           'idle_in_transaction_session_timeout', 'idle_session_timeout')
      union all select 1 where session_user <> current_user or session_user <> 'postgres'
      union all select 1 from pg_class where relnamespace = pg_my_temp_schema()
      union all select 1 from pg_proc where pronamespace = pg_my_temp_schema()
      union all select 1 from pg_type where typnamespace = pg_my_temp_schema()
      union all select 1 from pg_prepared_statements where from_sql
      union all select 1 from pg_cursors where is_holdable
      union all select 1 from pg_listening_channels()
      union all select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
      union all select 1 from pg_tablespace where oid >= 16384
      union all select 1 from pg_replication_slots
      union all select 1 from pg_subscription
      union all select 1 from pg_file_settings where sourcefile like '%postgresql.auto.conf'
      union all select 1 from pg_db_role_setting
       where setdatabase in (0, (select oid from pg_database where datname = current_database()))
         and setrole in (0, (select oid from pg_roles where rolname = session_user))
      """;

  private @Nullable Connection last;
  private boolean isNothing = true;

  /** Flyway with this among its callbacks. */
  FluentConfiguration watch(FluentConfiguration flyway) {
    return flyway.callbacks(
        Stream.concat(Arrays.stream(flyway.getCallbacks()), Stream.of(this))
            .toArray(Callback[]::new));
  }

  /** Whether there is nothing of the kind. */
  boolean isNothing() {
    return isNothing;
  }

  @Override
  public boolean supports(Event event, @Nullable Context context) {
    return event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, @Nullable Context context) {
    return true;
  }

  /** Each migration runs on the same connection; events of the whole run have another. */
  @Override
  public void handle(Event event, Context context) {
    if (event == Event.AFTER_EACH_MIGRATE) {
      last = context.getConnection();
    } else if (last != null) {
      isNothing = isNothing(last);
    }
  }

  private static boolean isNothing(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUESTION)) {
      return !rows.next();
    } catch (SQLException e) {
      return false; // in doubt
    }
  }

  @Override
  public String getCallbackName() {
    return "Kinrow";
  }
}
