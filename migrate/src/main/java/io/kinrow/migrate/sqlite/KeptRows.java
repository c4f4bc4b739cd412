package io.kinrow.migrate.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.internal.callback.CallbackExecutor;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.jdbc.Result;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor;

/**
 * Runs scripts as Flyway does, and keeps what an undo says of rows that get nothing of the values
 * that {@code --keep-data} kept. One thread's undo is one thread's report.
 */
public final class KeptRows extends DefaultSqlScriptExecutor {

  /** The end of the column in which an undo script counts the rows that get nothing. */
  public static final String COUNT = " that get nothing of what was kept";

  // Flyway hands a script's results to nobody
  private static final ThreadLocal<List<String>> SAID = ThreadLocal.withInitial(ArrayList::new);

  KeptRows(
      JdbcTemplate jdbc,
      CallbackExecutor<Event> callbacks,
      boolean undo,
      boolean batch,
      boolean outputQueryResults,
      StatementInterceptor interceptor) {
    super(jdbc, callbacks, undo, batch, outputQueryResults, interceptor);
  }

  /** Returns what the scripts of this thread said since the last call. */
  public static List<String> said() {
    List<String> said = List.copyOf(SAID.get());
    SAID.remove();
    return said;
  }

  @Override
  protected void handleResults(Results results) {
    for (Result result : results.getResults()) {
      boolean counts =
          result.columns() != null
              && result.columns().size() == 1
              && result.columns().get(0).endsWith(COUNT);
      if (counts) {
        String count = result.data().get(0).get(0);
        if (!count.equals("0")) {
          SAID.get().add(count + " " + result.columns().get(0));
        }
      }
    }
    super.handleResults(results);
  }
}
