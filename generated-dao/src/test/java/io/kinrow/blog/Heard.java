package io.kinrow.blog;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;

/** What a jOOQ listener hears, statement by statement. */
final class Heard implements ExecuteListener {

  private static final long serialVersionUID = 1;

  /** One statement. */
  static final class Run {
    final List<String> events = new ArrayList<>();
    final ExecuteType type;
    String sql = "";
    int rows = -1;
    Statement statement;
    Exception exception;

    private Run(ExecuteType type) {
      this.type = type;
    }
  }

  final transient List<Run> runs = new ArrayList<>();

  List<String> texts() {
    return runs.stream().map(run -> run.sql).toList();
  }

  private Run hear(String event, ExecuteContext context) {
    Run run = (Run) context.data(this);
    if (run == null) {
      run = new Run(context.type());
      context.data(this, run);
      runs.add(run);
    }
    run.events.add(event);
    return run;
  }

  @Override
  public void start(ExecuteContext context) {
    hear("start", context);
  }

  @Override
  public void renderStart(ExecuteContext context) {
    hear("renderStart", context);
  }

  @Override
  public void renderEnd(ExecuteContext context) {
    hear("renderEnd", context).sql = context.sql();
  }

  @Override
  public void prepareStart(ExecuteContext context) {
    hear("prepareStart", context);
  }

  @Override
  public void prepareEnd(ExecuteContext context) {
    hear("prepareEnd", context).statement = context.statement();
  }

  @Override
  public void bindStart(ExecuteContext context) {
    hear("bindStart", context);
  }

  @Override
  public void bindEnd(ExecuteContext context) {
    hear("bindEnd", context);
  }

  @Override
  public void executeStart(ExecuteContext context) {
    hear("executeStart", context);
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    hear("executeEnd", context).rows = context.rows();
  }

  @Override
  public void fetchStart(ExecuteContext context) {
    hear("fetchStart", context);
  }

  @Override
  public void fetchEnd(ExecuteContext context) {
    hear("fetchEnd", context).rows = context.rows();
  }

  @Override
  public void exception(ExecuteContext context) {
    hear("exception", context).exception = context.exception();
  }

  @Override
  public void end(ExecuteContext context) {
    hear("end", context);
  }
}
