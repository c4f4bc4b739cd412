package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.BlogFile;
import io.kinrow.migrate.lint.Finding;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.lint.Rule;
import io.kinrow.migrate.settings.FlywaySettings;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code microblog db lint}. */
@Command(
    name = "lint",
    description = "Looks for risky statements and other problems in the migrations.")
final class DbLintCommand implements Callable<Integer> {

  private static final List<Column<Finding>> COLUMNS =
      List.of(
          Column.of("code", finding -> finding.rule().code()),
          Column.of("place", Finding::place),
          Column.of("message", Finding::message));

  private final BlogSession session;

  @Mixin private MigrationsFolder folder = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--without",
      paramLabel = "CODE",
      split = ",",
      converter = RuleConverter.class,
      description = "Rules to switch off, such as KL06.")
  private List<Rule> without = List.of();

  @Option(
      names = "--since",
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Only migrations above this version.")
  private @Nullable String since;

  @Option(
      names = "--since-git",
      paramLabel = "REF",
      description = "Only migrations added or changed since this branch left REF.")
  private @Nullable String sinceGit;

  @Option(names = "--strict", description = "Exit with 1 if anything is found.")
  private boolean strict;

  @Option(
      names = "--large-table",
      paramLabel = "ROWS",
      description = "How many rows make a table large (default: 100000).")
  private long largeTable = 100_000;

  @Spec private @Nullable CommandSpec command;

  DbLintCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Positive.require(Objects.requireNonNull(command), "--large-table", largeTable);
    BlogFile file = session.file("db lint", SchemaOptions.ON_SERVER);
    String url = session.options().database == null ? null : file.url(Access.READ);
    FlywaySettings settings = url == null ? flyway.get() : session.settings(flyway);
    Lint lint =
        Lint.of(settings.locations("filesystem:" + folder.get()))
            .largeTable(largeTable)
            .without(without.toArray(Rule[]::new));
    lint = url == null ? lint : lint.database(url);
    lint = since == null ? lint : lint.since(since);
    lint = sinceGit == null ? lint : lint.sinceGit(sinceGit);
    List<Finding> findings = lint.run();
    session.list(Listing.of(COLUMNS, findings, "Nothing found."));
    return strict && !findings.isEmpty() ? 1 : 0;
  }
}
