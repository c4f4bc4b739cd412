package io.kinrow.microblog.command;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Console;
import io.kinrow.microblog.output.Format;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.output.Printer;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.BlogDatabase;
import io.kinrow.microblog.store.BlogFile;
import io.kinrow.microblog.store.Login;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.undo.UndoPlan;
import java.io.IOException;
import java.util.List;

/** What a command works with: the global options, the console, the database. */
final class BlogSession {

  private final GlobalOptions options = new GlobalOptions();
  private final Console console;

  BlogSession(Console console) {
    this.console = console;
  }

  GlobalOptions options() {
    return options;
  }

  Console console() {
    return console;
  }

  BlogDatabase database() {
    return options.database == null ? BlogFile.at(GlobalOptions.DEFAULT_FILE) : options.database;
  }

  /**
   * The database of a command that works on SQLite files only.
   *
   * @param command such as {@code db backup}
   * @param remedy what to do instead on a server, a sentence without its full stop
   * @throws Refused if it is on a server
   */
  BlogFile file(String command, String remedy) {
    return database().file(command, remedy);
  }

  /** What a command does with the blog. */
  @FunctionalInterface
  interface Work {
    void on(Blog blog) throws Exception;
  }

  /** Opens the blog to read it; returns the exit code. */
  int reading(Work work) throws Exception {
    return on(Access.READ, work);
  }

  /** Opens the blog to change it; returns the exit code. */
  int writing(Work work) throws Exception {
    return on(Access.WRITE, work);
  }

  /**
   * The migrations of the database, with the history table that it has.
   *
   * @throws Refused if there is no such database, or it cannot be used so
   */
  Migrations migrations(Access access) {
    return migrations(access, new FlywayOptions());
  }

  /**
   * The same with settings for Flyway.
   *
   * @throws Refused also if they name a history table that the database does not have
   */
  Migrations migrations(Access access, FlywayOptions flyway) {
    Login login = database().login(access);
    return login.migrations(settings(flyway));
  }

  /**
   * The settings; the history is the table that they name, else the one that the database has.
   *
   * @throws Refused if they name a history table that the database does not have
   */
  FlywaySettings settings(FlywayOptions flyway) {
    return placed(flyway.get(database().shown(), database().histories(), false));
  }

  /** The same for a database that may have no history yet. */
  FlywaySettings settingsToApply(FlywayOptions flyway) {
    return placed(flyway.get(database().shown(), database().histories(), true));
  }

  /** With the program's own migrations, unless the settings say where others are. */
  private FlywaySettings placed(FlywaySettings settings) {
    return settings.hasLocations()
        ? settings
        : settings.locations(database().locations().toArray(String[]::new));
  }

  /**
   * Asks before something is changed that cannot simply be changed back.
   *
   * @throws Refused if the answer is no, or nobody is there to answer
   */
  void confirm(String question, boolean yes) throws IOException {
    if (yes) {
      return;
    }
    if (!console.terminal()) {
      throw new Refused("Nothing was changed: this needs a yes", "Add --yes");
    }
    if (!isYes(question)) {
      throw new Refused("Nothing was changed", "Answer y, or add --yes, to continue");
    }
  }

  /** Asks a question at a terminal; anything but a clear yes is a no. */
  boolean isYes(String question) throws IOException {
    console.flush();
    console.err().print(question + " [y/N] ");
    console.err().flush();
    return console.readLine().strip().matches("(?i)y(es)?");
  }

  /**
   * Shows people the plan of an undo, asks them, and waits for another program that writes.
   *
   * @throws Refused as {@link #confirm} and {@link #awaitLock} do
   */
  void confirmUndo(UndoPlan plan, String question, boolean yes) throws IOException {
    if (!yes && console.terminal()) {
      Format.TABLE.printer(console.err(), true).list(MigrationListings.of(plan));
    }
    confirm(question, yes);
    awaitLock();
  }

  /**
   * Waits a while for another program that writes to the database, and says so.
   *
   * @throws Refused if it does not end
   */
  void awaitLock() {
    database()
        .awaitLock(
            () -> {
              note("waiting for another program that is writing to " + database().shown());
              console.flush();
            });
  }

  /** Prints a line to stderr that is not a warning. */
  void note(String line) {
    console.err().println("microblog: " + line);
  }

  void warn(List<String> warnings) {
    warnings.forEach(warning -> console.err().println("microblog: warning: " + warning));
  }

  private int on(Access access, Work work) throws Exception {
    try (Blog blog = database().open(access)) {
      if (!options.explain) {
        work.on(blog);
        return 0;
      }
      Explanation explanation = new Explanation(blog, console);
      try {
        work.on(blog);
      } finally {
        explanation.end();
      }
    }
    return 0;
  }

  /** Prints a script to run elsewhere, in whatever format. */
  void script(String sql) {
    console.out().print(sql);
    console.out().flush();
  }

  /** Shows people what a script will run; programs have it among the fields of the listing. */
  void statements(String script, List<String> statements) {
    if (options.format == Format.TABLE) {
      console.out().println();
      console.out().println(SqlColours.of("-- " + script));
      statements.forEach(sql -> console.out().println(SqlColours.of(sql + ";")));
    }
  }

  <R> void list(Listing<R> listing) {
    printer().list(listing);
  }

  <R> void one(List<Column<R>> columns, R row) {
    printer().one(columns, row);
  }

  <R> void done(String sentence, List<Column<R>> columns, R row) {
    printer().done(sentence, columns, row);
  }

  private Printer printer() {
    return options.format.printer(console.out(), console.terminal());
  }
}
