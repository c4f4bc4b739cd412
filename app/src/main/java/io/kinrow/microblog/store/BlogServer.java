package io.kinrow.microblog.store;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import io.kinrow.migrate.postgres.ServerDatabases;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.VerifyReport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * A blog in a database of a PostgreSQL server. Immutable.
 *
 * <p>Who logs in is what the URL says, else {@code PGUSER} and {@code PGPASSWORD}, else {@code
 * ~/.pgpass} and the user of the operating system, as with {@code psql}.
 */
public final class BlogServer extends BlogDatabase {

  /** How such a URL begins. */
  public static final String PREFIX = "jdbc:postgresql:";

  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&]password=[^&]*");

  /** In the schema that Flyway works in when nothing else is said. */
  private static final String HISTORIES =
      """
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = current_schema()
        AND column_name IN ('installed_rank', 'checksum', 'success')
      GROUP BY table_name HAVING count(*) = 3
      ORDER BY table_name <> 'flyway_schema_history', table_name""";

  /** Whatever it would log comes as an exception too. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final String url;
  private final Map<String, String> environment;

  private BlogServer(String url, Map<String, String> environment) {
    this.url = url;
    this.environment = environment;
  }

  /** The database of a JDBC URL, which need not be there. */
  public static BlogServer at(String url) {
    DRIVER.setLevel(Level.OFF);
    return new BlogServer(url, System.getenv());
  }

  /** The URL without a password. */
  @Override
  public String shown() {
    String text = PASSWORD.matcher(url).replaceAll("");
    int end = text.indexOf('&');
    return text.indexOf('?') < 0 && end >= 0
        ? text.substring(0, end) + "?" + text.substring(end + 1)
        : text;
  }

  @Override
  public String command() {
    return "microblog --db " + Quoted.of(shown());
  }

  /** Those of all engines, and what PostgreSQL needs beyond them. */
  @Override
  public List<String> locations() {
    return List.of("classpath:db/migration", "classpath:db/postgresql");
  }

  @Override
  public Login login(Access access) {
    Properties defaults = new Properties();
    put(defaults, "user", "PGUSER");
    put(defaults, "password", "PGPASSWORD");
    Properties parsed = parsed(defaults);
    return new Login(
        url,
        parsed.getProperty("user", System.getProperty("user.name")),
        parsed.getProperty("password", ""));
  }

  private Properties parsed(Properties defaults) {
    Properties parsed;
    try {
      parsed = Driver.parseURL(url, defaults);
    } catch (NoClassDefFoundError e) {
      throw new Refused(
          "PostgreSQL's driver is not there",
          "Start the program with ./microblog, which gets it",
          e);
    }
    if (parsed == null) {
      throw new Refused(
          shown() + " is not the JDBC URL of a PostgreSQL database",
          "It looks like " + PREFIX + "//HOST:PORT/DATABASE?user=NAME");
    }
    return parsed;
  }

  private void put(Properties properties, String name, String variable) {
    String value = environment.get(variable);
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, value);
    }
  }

  @Override
  public Login loginToCreate() {
    return loginToValidate();
  }

  @Override
  public List<String> histories() {
    return new SchemaVersion(this).histories(login(Access.READ));
  }

  /** Flyway takes a lock of its own, and waits for it. */
  @Override
  public void awaitLock(Runnable waiting) {
    // readers and writers are not in each other's way
  }

  @Override
  public boolean hasBackups() {
    return false;
  }

  /** On databases beside it, whose creation the server must allow. */
  @Override
  public VerifyReport verify(FlywaySettings settings) {
    Login login = login(Access.READ);
    try (ServerDatabases databases =
        new ServerDatabases(login.url(), login.user(), login.password())) {
      String scratch = databases.empty();
      return new Login(scratch, login.user(), login.password())
          .migrations(settings)
          .verify(scratch, login.user(), login.password());
    }
  }

  @Override
  public BlogFile file(String command, String remedy) {
    throw new Refused(
        "'" + command + "' is for SQLite files, and " + shown() + " is on a PostgreSQL server",
        remedy);
  }

  @Override
  Blog open(Login login) {
    return Blog.open(login.url(), login.user(), login.password());
  }

  @Override
  <T> T ask(Login login, Question<T> question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      return question.ask(statement);
    }
  }

  @Override
  String historiesQuery() {
    return HISTORIES;
  }

  @Override
  String tablesQuery() {
    return "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";
  }

  @Override
  String nameAnother() {
    return "Name another database: --db " + PREFIX + "//HOST/DATABASE";
  }

  @Override
  public Optional<Refused> problem(Throwable failure) {
    return ServerProblem.find(shown(), failure);
  }

  @Override
  Refused refusal(SQLException failure) {
    return problem(failure)
        .orElseGet(
            () ->
                new Refused(
                    shown() + " cannot be read (" + failure.getMessage() + ")",
                    nameAnother(),
                    failure));
  }
}
