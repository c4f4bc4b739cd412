package io.kinrow.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Tells a database's listeners of what jOOQ itself runs on it. */
final class JooqListener implements ExecuteListener {

  private static final long serialVersionUID = 1;
  private static final String STARTED = JooqListener.class.getName();

  private final transient Core core;

  JooqListener(Core core) {
    this.core = core;
  }

  @Override
  public void executeStart(ExecuteContext context) {
    if (core.listeners().any()) {
      context.data(STARTED, System.nanoTime());
    }
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    if (context.data().remove(STARTED) instanceof Long started && context.sql() != null) {
      core.listeners().executed(context.sql(), values(context), System.nanoTime() - started);
    }
  }

  /** Failed statements are told of too, and make their connection doubtful. */
  @Override
  public void exception(ExecuteContext context) {
    executeEnd(context);
    core.sessions().failed(context.sqlException());
  }

  private static List<@Nullable Object> values(ExecuteContext context) {
    return context.query() == null ? List.of() : new ArrayList<>(context.query().getBindValues());
  }
}
