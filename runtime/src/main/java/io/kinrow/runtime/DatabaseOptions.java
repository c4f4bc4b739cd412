package io.kinrow.runtime;

import io.kinrow.runtime.internal.connect.ConnectionSettings;
import io.kinrow.runtime.internal.sql.WritingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a database is opened from a URL, apart from what the URL says. Generated code has a method
 * that takes them one by one:
 *
 * <pre>{@code
 * try (Blog blog = Blog.open(url, options -> options.schema("app", "tenant_7"))) {
 *   List<User> users = blog.users().all();   // select … from "tenant_7"."users"
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. The builder is for one thread; what it builds does not change with
 * it.
 */
public final class DatabaseOptions {

  private final Map<String, String> schemas;
  private final ConnectionSettings connections;
  private final @Nullable Clock clock;
  private final @Nullable Supplier<?> user;

  private DatabaseOptions(Builder builder) {
    this.schemas = Collections.unmodifiableMap(new LinkedHashMap<>(builder.schemas));
    ConnectionSettings defaults = ConnectionSettings.DEFAULT;
    this.connections =
        new ConnectionSettings(
            builder.connections == null ? defaults.most() : builder.connections,
            builder.wait == null ? defaults.patience() : builder.wait,
            builder.idleTimeout,
            builder.statementTimeout,
            builder.readOnly,
            builder.properties);
    this.clock = builder.clock;
    this.user = builder.user;
  }

  /**
   * Returns the options that are set on a builder.
   *
   * <pre>{@code
   * DatabaseOptions options = DatabaseOptions.of(set -> set.schema("app", "tenant_7"));
   * }</pre>
   *
   * @throws IllegalArgumentException if an option is invalid; the message says why
   */
  public static DatabaseOptions of(Consumer<? super Builder> settings) {
    if (settings == null) {
      throw new IllegalArgumentException("DatabaseOptions.of(settings): the settings are null");
    }
    Builder builder = new Builder();
    settings.accept(builder);
    return new DatabaseOptions(builder);
  }

  /** Returns the schemas of the database, by the generated schemas that they stand for. */
  public Map<String, String> schemas() {
    return schemas;
  }

  ConnectionSettings connectionSettings() {
    return connections;
  }

  /**
   * Who writes, and when.
   *
   * @param otherwise the clock if none is set
   */
  WritingContext writing(Clock otherwise) {
    return new WritingContext(clock == null ? otherwise : clock, user);
  }

  /** Refuses the options that make no sense where the connections are the caller's. */
  void refuseOfConnections() {
    if (!schemas.isEmpty() || !connections.equals(ConnectionSettings.DEFAULT)) {
      throw new IllegalArgumentException(
          "only clock(…) and user(…) can be set for the connections of a pool or of a jOOQ context,"
              + " but there are others: set them in the pool, or in the settings of the context");
    }
  }

  /** Returns the options without the values of the driver's properties, which may be secret. */
  @Override
  public String toString() {
    return "schemas %s, connections %s, wait %s, idle timeout %s, statement timeout %s, %s, driver properties %s"
        .formatted(
            schemas,
            connections.most() == 0 ? "by default" : connections.most(),
            connections.patience(),
            orNone(connections.idleTimeout()),
            orNone(connections.statementTimeout()),
            connections.readOnly() ? "read-only" : "read and write",
            new TreeSet<>(connections.properties().keySet()));
  }

  private static Object orNone(@Nullable Duration time) {
    return time == null ? "none" : time;
  }

  /** Sets options, each at most once. Not thread-safe. */
  public static final class Builder {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(24);

    private final Map<String, String> schemas = new LinkedHashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private @Nullable Integer connections;
    private @Nullable Duration wait;
    private @Nullable Duration idleTimeout;
    private @Nullable Duration statementTimeout;
    private boolean readOnly;
    private @Nullable Clock clock;
    private @Nullable Supplier<?> user;

    private Builder() {}

    /**
     * Limits how many connections are open at once. Without it, there are at most 16 to a server or
     * file, and 1 to an SQLite database in memory. Each stream and transaction keeps one until it
     * is closed.
     *
     * @param most at least 1
     * @throws IllegalArgumentException if it is less, or was set before. Opening fails with the
     *     same exception if an SQLite database in memory is to have more than one
     */
    public Builder connections(int most) {
      refuseAgain(connections, "connections(…)");
      if (most < 1) {
        throw new IllegalArgumentException(
            "connections(%d): there must be at least one".formatted(most));
      }
      connections = most;
      return this;
    }

    /**
     * Limits how long a call waits for a connection while all are in use; then it throws a {@code
     * DataAccessException}. Without it, this is 30 seconds.
     *
     * @param most zero to fail at once, or a positive time
     * @throws IllegalArgumentException if it is null or negative, or was set before
     */
    public Builder waitAtMost(Duration most) {
      refuseAgain(wait, "waitAtMost(…)");
      if (most == null || most.isNegative()) {
        throw new IllegalArgumentException(
            "waitAtMost(%s): give zero or a positive time".formatted(most));
      }
      wait = most;
      return this;
    }

    /**
     * Limits how long a connection stays open without being used. Without it, connections stay open
     * until they break or the database is closed. A firewall that drops idle connections does so
     * silently, and the next call then waits up to 5 seconds before it notices: set a shorter time
     * than the firewall's.
     *
     * <p>No thread watches the connections. Those that were unused for too long are closed by the
     * next call that needs a connection.
     *
     * @param most at least a millisecond; fractions of a millisecond are rounded up
     * @throws IllegalArgumentException if it is null or shorter, or was set before. Opening fails
     *     with the same exception if the database is an SQLite database in memory, which would be
     *     lost with its connection
     */
    public Builder idleTimeout(Duration most) {
      refuseAgain(idleTimeout, "idleTimeout(…)");
      idleTimeout = limit(most, "idleTimeout");
      return this;
    }

    /**
     * Limits how long the database works on a statement. After that, the call throws a {@code
     * DataAccessException}, and the connection can be used again. By default, there is no limit.
     *
     * <pre>{@code
     * Blog.open(url, options -> options.statementTimeout(Duration.ofSeconds(30)));
     * }</pre>
     *
     * <p>Waiting for locks is included. A stream starts anew whenever it reads more rows. On
     * PostgreSQL, the server ends the statement ({@code statement_timeout}). If the server does not
     * answer within another 5 seconds, the call fails and its connection is closed, so no call
     * waits longer for a server that is out of reach. If the driver's {@code socketTimeout} is set,
     * it applies instead of these 5 seconds. On SQLite, a result that jOOQ reads lazily counts
     * until it is closed, and ending a statement inside a transaction rolls back the transaction.
     *
     * @param most from a millisecond to 24 days; fractions of a millisecond are rounded up
     * @throws IllegalArgumentException if it is null, shorter or longer, or was set before. Opening
     *     fails with the same exception on engines other than SQLite and PostgreSQL
     */
    public Builder statementTimeout(Duration most) {
      refuseAgain(statementTimeout, "statementTimeout(…)");
      Duration limit = limit(most, "statementTimeout");
      if (limit.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "statementTimeout(%s): give at most 24 days, or leave it out".formatted(most));
      }
      statementTimeout = limit;
      return this;
    }

    /** In whole milliseconds. */
    private static Duration limit(@Nullable Duration most, String option) {
      if (most == null || most.compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException(
            "%s(%s): give at least a millisecond, or leave it out".formatted(option, most));
      }
      return most.compareTo(LONGEST) > 0
          ? most
          : Duration.ofMillis(most.plusNanos(999_999).toMillis());
    }

    /**
     * Opens the database for reading only: the database refuses all writes, and a refused call
     * throws a {@code DataAccessException}. An SQLite file must exist. On PostgreSQL, this sets
     * {@code default_transaction_read_only}, a safeguard against mistakes, which SQL run through
     * {@link Database#dsl()} can turn off: access rights belong in the database.
     *
     * @throws IllegalArgumentException if it was set before. Opening fails with the same exception
     *     for an SQLite database in memory, and on engines other than SQLite and PostgreSQL
     */
    public Builder readOnly() {
      refuseAgain(readOnly ? true : null, "readOnly()");
      readOnly = true;
      return this;
    }

    /**
     * Logs in as a user, like {@code property("user", user).property("password", password)}.
     *
     * @throws IllegalArgumentException if one of them is null, or was set before
     */
    public Builder login(String user, String password) {
      return property("user", user).property("password", password);
    }

    /**
     * Sets a property of the JDBC driver for all connections. It wins over what Kinrow sets itself;
     * whether it wins over the URL is up to the driver. Its documentation lists the names:
     *
     * <pre>{@code
     * Blog.open(url, options -> options
     *     .property("ApplicationName", "blog")   // PostgreSQL
     *     .property("sslmode", "verify-full"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the name or value is null, or the property was set before
     */
    public Builder property(String name, String value) {
      if (name == null || name.isEmpty() || value == null) {
        throw new IllegalArgumentException(
            "property(name, value): the %s is missing"
                .formatted(name == null || name.isEmpty() ? "name" : "value of " + name));
      }
      if (properties.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException(
            "property(\"%s\", …) is set twice: call it once".formatted(name));
      }
      return this;
    }

    /**
     * Sets the clock that audit columns and time stamps of versions are filled from; see {@link
     * io.kinrow.annotation.Repositories}. Without it, this is the system's, and for {@code
     * Blog.using(context)} that of the jOOQ configuration. Only its instant counts, not its time
     * zone: columns without an offset hold UTC.
     *
     * <pre>{@code
     * Blog.open(url, options -> options.clock(Clock.fixed(noon, ZoneOffset.UTC)));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is null, or was set before
     */
    public Builder clock(Clock clock) {
      refuseAgain(this.clock, "clock(…)");
      if (clock == null) {
        throw new IllegalArgumentException("clock(null): give a clock, or leave it out");
      }
      this.clock = clock;
      return this;
    }

    /**
     * Sets who writes: what the audit columns that hold a user are filled with. It is asked once
     * for each call that writes to a table with such columns, on the thread of that call, before
     * its first statement. It returns a value of the columns' Java type, or null if there is no
     * user.
     *
     * <pre>{@code
     * Blog.open(url, options -> options.user(() -> Login.current().name()));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is null, or was set before
     */
    public Builder user(Supplier<?> user) {
      refuseAgain(this.user, "user(…)");
      if (user == null) {
        throw new IllegalArgumentException(
            "user(null): give a function that returns the user, or leave it out");
      }
      this.user = user;
      return this;
    }

    private static void refuseAgain(@Nullable Object before, String option) {
      if (before != null) {
        throw new IllegalArgumentException(option + " is set twice: call it once");
      }
    }

    /**
     * Has a schema of the database stand for one that code was generated from. All statements about
     * tables, types and functions of the generated schema then use the other one, at the same
     * speed, those of {@link Database#dsl()} included. So one program can serve a schema per
     * tenant.
     *
     * <p>Call it once for each schema that is to be replaced; the others keep their names.
     * PostgreSQL is asked whether the schema exists when the database is opened.
     *
     * <pre>{@code
     * Blog blog = Blog.open(url, options -> options.schema("app", "tenant_7").schema("shop", "shop_7"));
     * }</pre>
     *
     * @param generated the SQL name of a schema that code was generated from
     * @param actual the SQL name of the schema to use instead, without quotes
     * @throws IllegalArgumentException if a name is null or empty, or if another schema stands for
     *     this one already. Opening fails with the same exception if no code was generated from
     *     such a schema, if two schemas become one, or if the engine has no schemas
     */
    public Builder schema(String generated, String actual) {
      refuseNothing(generated, "the generated schema");
      refuseNothing(actual, "the schema that stands for " + generated);
      String other = schemas.putIfAbsent(generated, actual);
      if (other != null) {
        throw new IllegalArgumentException(
            "schema %s cannot become both %s and %s: call schema(…) once for each generated schema"
                .formatted(generated, other, actual));
      }
      return this;
    }

    private static void refuseNothing(@Nullable String name, String what) {
      if (name == null || name.isEmpty()) {
        throw new IllegalArgumentException(
            "schema(generated, actual): the name of "
                + what
                + " is "
                + (name == null ? "null" : "empty"));
      }
    }
  }
}
