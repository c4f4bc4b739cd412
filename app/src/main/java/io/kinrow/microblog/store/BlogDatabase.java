package io.kinrow.microblog.store;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.VerifyReport;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where a blog is stored. Refuses databases that are missing, of another kind, or at another
 * version than the generated classes. Immutable.
 */
public abstract sealed class BlogDatabase permits BlogFile, BlogServer {

  BlogDatabase() {}

  /** How it is called in messages. */
  public abstract String shown();

  /** The program and the option that names this database, as a shell takes them. */
  public abstract String command();

  /** Where this program's migrations for it are, in Flyway's notation. */
  public abstract List<String> locations();

  /**
   * How it is opened.
   *
   * @throws Refused if it is missing, of another kind, or read-only and to be written
   */
  public abstract Login login(Access access);

  /**
   * How whoever may create it opens it.
   *
   * @throws Refused if it is of another kind, another program's, newer or read-only, or cannot be
   *     created
   */
  public abstract Login loginToCreate();

  /**
   * How whoever compares it with the migrations opens it.
   *
   * @throws Refused if it is missing, of another kind, another program's, or newer
   */
  public final Login loginToValidate() {
    Login login = login(Access.READ);
    new SchemaVersion(this).refuseUnknown(login);
    return login;
  }

  /** The names of the tables that Flyway keeps its history in, its usual one first. */
  public abstract List<String> histories();

  /**
   * Waits until no other program writes, where one would be in the way.
   *
   * @param waiting called once if that takes long
   * @throws Refused if another one still does after some seconds
   */
  public abstract void awaitLock(Runnable waiting);

  /** Whether it is backed up before its migrations are undone. */
  public abstract boolean hasBackups();

  /** Proves the undo scripts, on databases that are thrown away. */
  public abstract VerifyReport verify(FlywaySettings settings);

  /**
   * The file that it is.
   *
   * @param command what is to be done with it, such as {@code db backup}
   * @param remedy what to do instead on a server, a sentence without its full stop
   * @throws Refused if it is on a server
   */
  public abstract BlogFile file(String command, String remedy);

  /** The refusal for a failure that the state of the database caused, if it did. */
  public abstract Optional<Refused> problem(Throwable failure);

  /**
   * Opens the blog.
   *
   * @throws Refused if it is missing, of another kind, at another version, or read-only and to be
   *     written
   */
  public final Blog open(Access access) {
    Login login = login(access);
    new SchemaVersion(this).require(login);
    return open(login);
  }

  abstract Blog open(Login login);

  /** The migrations of the database. */
  public final Migrations migrations(Access access, FlywaySettings settings) {
    return login(access).migrations(settings);
  }

  /** Asks on a connection of its own. */
  abstract <T> T ask(Login login, Question<T> question) throws SQLException;

  /** What to ask for the names of Flyway's history tables, told by their columns. */
  abstract String historiesQuery();

  /** What to ask for the names of all tables. */
  abstract String tablesQuery();

  /** The remedy for a database that is not a blog: to name another one. */
  abstract String nameAnother();

  /** The refusal for a question that failed. */
  abstract Refused refusal(SQLException failure);
}
