package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Format;
import io.kinrow.migrate.diff.SchemaDiff;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db diff}. */
@Command(
    name = "diff",
    description =
        "Compares the migrations with the desired schema and shows the scripts that lead from one to"
            + " the other.")
final class DbDiffCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private SchemaOptions schemas = new SchemaOptions();

  DbDiffCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SchemaDiff diff = schemas.diff(session, "db diff", true);
    session.list(DiffListings.of(diff));
    if (session.options().format == Format.TABLE && !diff.isEmpty()) {
      PrintWriter out = session.console().out();
      out.println();
      out.println(SqlColours.of("-- migrate\n" + diff.migration()));
      out.println(SqlColours.of("-- undo\n" + diff.undo()));
    }
    return 0;
  }
}
