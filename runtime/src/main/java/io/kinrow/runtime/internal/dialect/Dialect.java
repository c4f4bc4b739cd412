package io.kinrow.runtime.internal.dialect;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;

/**
 * What differs between database engines, and the only place that knows which engine is in use. The
 * methods here hold for an engine of which nothing is known but the SQL standard, JDBC, and what
 * jOOQ emulates. Immutable and thread-safe.
 */
public abstract class Dialect {

  /** Binds of a statement that any engine takes. */
  private static final int MOST_BINDS = 32_766;

  private static final int MOST_CONNECTIONS = 16;

  /**
   * Classes of the SQL standard's states: data, constraints, transaction states, rollbacks, syntax
   * and rights, functions, cursors; and "P0", PostgreSQL's of its functions.
   */
  private static final Set<String> REFUSED_CLASSES =
      Set.of("0A", "21", "22", "23", "25", "34", "40", "42", "44", "54", "55", "P0");

  private static final String CANCELLED = "57014";

  private static final int[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private final String name;
  private final Values values;

  Dialect(String name, Values values) {
    this.name = name;
    this.values = values;
  }

  // Which engine -----------------------------------------------------------------------------

  /**
   * The dialect of the database that a JDBC URL names, with the URL's settings.
   *
   * @throws IllegalArgumentException if a setting of ours in the URL has no such value
   */
  public static Dialect ofUrl(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SqliteDialect.with(SqliteValues.ofUrl(url));
    }
    return url.startsWith("jdbc:postgresql:") ? PostgresDialect.INSTANCE : StandardDialect.INSTANCE;
  }

  /**
   * The dialect of a jOOQ configuration, with its settings.
   *
   * @throws IllegalArgumentException if a setting of ours among its data has no such value
   */
  public static Dialect of(Configuration configuration) {
    return switch (configuration.family()) {
      case SQLITE ->
          SqliteDialect.with(SqliteValues.with(configuration.data(SqliteValues.DATE_PRECISION)));
      case POSTGRES -> PostgresDialect.INSTANCE;
      default -> StandardDialect.INSTANCE;
    };
  }

  /** The dialect of a jOOQ context. */
  public static Dialect of(DSLContext context) {
    return of(context.configuration());
  }

  /** The dialect of the engine whose driver reported a failure, as far as that can be told. */
  public static Dialect raising(SQLException failure) {
    String driver = failure.getClass().getName();
    if (driver.startsWith("org.sqlite.")) {
      return SqliteDialect.DEFAULT;
    }
    return driver.startsWith("org.postgresql.")
        ? PostgresDialect.INSTANCE
        : StandardDialect.INSTANCE;
  }

  /** A name that stays the same from version to version: cursors are marked with it. */
  public final String name() {
    return name;
  }

  /** How its values are stored, bound and read. */
  public final Values values() {
    return values;
  }

  // Connections ------------------------------------------------------------------------------

  /** Whether connections end at a server, which may be gone when one is used again. */
  public boolean remote() {
    return true;
  }

  /**
   * What a connection that is opened from a URL needs, apart from what the URL says itself.
   *
   * @throws IllegalArgumentException if the engine is not known to have one of the settings
   */
  public Properties properties(Opening opening) {
    refuse(opening.statementTimeout() != null, "statementTimeout(…)", opening);
    refuse(opening.readOnly(), "readOnly()", opening);
    Properties properties = new Properties();
    properties.putAll(opening.properties());
    return properties;
  }

  private static void refuse(boolean set, String option, Opening opening) {
    if (set) {
      throw new IllegalArgumentException(
          "%s is for SQLite and PostgreSQL, not for %s: set it in the URL or as a property of the driver"
              .formatted(option, opening.shown()));
    }
  }

  /** The URL that is opened. */
  public String url(Opening opening) {
    return opening.url();
  }

  /** What to do about a connection that could not be opened, in brackets; empty if unknown. */
  public String openingAdvice(SQLException failure, Opening opening) {
    return "";
  }

  /**
   * Whether a pooler stands between here and the server, so that each transaction may run on
   * another session of the server.
   *
   * @throws SQLException also if a pooler cannot keep the settings
   */
  public boolean isPooled(Connection connection, Opening opening) throws SQLException {
    return false;
  }

  /**
   * Prepares a new connection for use.
   *
   * @return what has to know when a statement starts, or null
   */
  public @Nullable StatementLimit opened(Connection connection, Opening opening, boolean pooled)
      throws SQLException {
    return null;
  }

  /** How many connections to a URL may be open at once. */
  public int mostConnections(String url) {
    return MOST_CONNECTIONS;
  }

  /** jOOQ's configuration for a database that is opened from a URL, without a connection. */
  public Configuration configuration(String url) {
    return DSL.using(org.jooq.tools.jdbc.JDBCUtils.dialect(url)).configuration();
  }

  // Transactions -----------------------------------------------------------------------------

  /**
   * Begins a transaction on a connection that commits each statement on its own.
   *
   * @param most nanoseconds that the wait for a lock may take, where beginning needs one
   * @return gives the connection its own settings back, once the transaction has ended
   * @throws UnsupportedOperationException if the engine cannot do what is asked
   */
  public Restore begin(Connection connection, TransactionKind kind, long most) throws SQLException {
    if (kind.isPlain()) {
      connection.setAutoCommit(false);
      return Restore.NOTHING;
    }
    String engine = connection.getMetaData().getDatabaseProductName();
    if (kind.readOnly()) {
      throw new UnsupportedOperationException(
          "readOnly() of a transaction is for SQLite and PostgreSQL, not for "
              + engine
              + ", which may let writes pass: leave it out");
    }
    int level = TransactionKind.level(Objects.requireNonNull(kind.isolation()));
    if (!connection.getMetaData().supportsTransactionIsolationLevel(level)) {
      throw new UnsupportedOperationException(
          engine + " has no transactions with isolation " + kind.isolation());
    }
    int before = connection.getTransactionIsolation();
    connection.setTransactionIsolation(level);
    try {
      connection.setAutoCommit(false);
    } catch (SQLException | RuntimeException | Error e) {
      connection.setTransactionIsolation(before);
      throw e;
    }
    return () -> connection.setTransactionIsolation(before);
  }

  /** Asks again for what a transaction asked for, after it was rolled back to its beginning. */
  public void beginAgain(Connection connection, TransactionKind kind) throws SQLException {
    // settings of the connection outlast a rollback
  }

  /** What ends statements of a connection that have a limit of their own; one for each session. */
  public StatementLimit limit(Connection connection) throws SQLException {
    return new JdbcLimit();
  }

  /** Why rows cannot be locked, with what to do instead; null if they can. */
  public @Nullable String noRowLocks() {
    return "row locks are for PostgreSQL, and are not known to work on this engine: use dsl()";
  }

  // Schemas ----------------------------------------------------------------------------------

  /** Whether a database can have several schemas. */
  public boolean hasSchemas() {
    return true;
  }

  /** A query, of a name, for the number of schemas that have it; null where that is not known. */
  public @Nullable String schemasOfName() {
    return null;
  }

  // Statements -------------------------------------------------------------------------------

  /**
   * The name of the jOOQ dialect whose texts, rendered at build time, this engine takes with jOOQ's
   * default settings; null where that is not known.
   */
  public @Nullable String bakedDialect() {
    return null;
  }

  /**
   * Whether statements that differ in their values only have one text, with the values in the order
   * in which the parts of a query come.
   */
  public boolean rendersByShape() {
    return false;
  }

  /** Whether a statement's text has the place of the offset before that of the limit. */
  public boolean offsetFirst() {
    return false;
  }

  /** How many values a statement can bind. */
  public int mostBinds() {
    return MOST_BINDS;
  }

  /** The length of the longest text of a statement, in bytes of UTF-8. */
  public int longestStatement() {
    return Integer.MAX_VALUE;
  }

  /** A statement's text with all quoted names in the standard's quotes. */
  public String withStandardQuotes(String sql) {
    return sql;
  }

  /** Rows that the driver has to be asked for at a time so that it does not read all of them. */
  public int fetchSize(int rows) {
    return 0;
  }

  // Sets of values ---------------------------------------------------------------------------

  /**
   * Whether a set of keys of columns with these types goes as one bind for each column, or less.
   */
  public boolean oneBind(Class<?>[] types) {
    return false;
  }

  /**
   * The condition that columns have one of a set of keys, as {@link #keyBinds} binds it.
   *
   * @throws UnsupportedOperationException if each key has a bind of its own
   */
  public Condition amongKeys(List<? extends Field<?>> columns) {
    throw eachKeyByItself();
  }

  /**
   * The rows of a table whose columns, of which no two rows have the same values, have one of a set
   * of keys, as {@link #keyBinds} binds it; null where a query with the condition {@link
   * #amongKeys} is as fast.
   */
  public @Nullable Select<?> keyed(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends) {
    return null;
  }

  /**
   * A set of keys, as {@link #keyBinds} binds it, as rows whose values have the types of columns.
   *
   * @throws UnsupportedOperationException if each key has a bind of its own
   */
  public KeyRows keyRows(List<? extends Field<?>> columns) {
    throw eachKeyByItself();
  }

  /**
   * A set of keys as what is bound for it.
   *
   * @param keys values, or lists of values for keys of several columns; at least one
   * @throws UnfitValueException if no form keeps all of a value
   * @throws UnsupportedOperationException if each key has a bind of its own
   */
  public List<Object> keyBinds(List<Object> keys) {
    throw eachKeyByItself();
  }

  /**
   * What is bound for the list of a declared query's {@code in (:list)}, whose text is the
   * engine's.
   *
   * @param values in the form in which a single one is bound, or null
   * @throws UnfitValueException if no form keeps all of a value
   * @throws UnsupportedOperationException if there is no such text for the engine
   */
  public Object listBind(List<? extends @Nullable Object> values) {
    throw new UnsupportedOperationException("lists in declared queries need SQLite or PostgreSQL");
  }

  /**
   * What is bound for the list of a declared query's {@code (a, b) in (:list)}, in order.
   *
   * @param rows their values in the form in which a single one is bound, or null
   * @param width the number of values of each
   * @throws UnfitValueException if no form keeps all of a value
   * @throws UnsupportedOperationException if there is no such text for the engine
   */
  public List<Object> rowBinds(List<List<@Nullable Object>> rows, int width) {
    throw new UnsupportedOperationException("lists in declared queries need SQLite or PostgreSQL");
  }

  /**
   * A declared statement with its lists as this engine has them, wherever it was checked. All else
   * is the user's own SQL, which may run on this engine or not.
   */
  public String withOwnLists(String declared) {
    return declared;
  }

  private static UnsupportedOperationException eachKeyByItself() {
    return new UnsupportedOperationException("each key has a bind of its own");
  }

  /** Whether there are lists that {@link #list} makes one bind of. */
  public boolean bindsLists() {
    return false;
  }

  /**
   * The values of an {@code in (…)} as one bind for each column, or less, such that the result is
   * that of the list spelled out; null where that cannot be.
   *
   * @param columns one, or those of a list of rows
   * @param not whether it is a {@code not in (…)}
   */
  public @Nullable OneBind list(List<ListColumn> columns, boolean not) {
    return null;
  }

  // Orders -----------------------------------------------------------------------------------

  /** Whether NULL counts as larger than any value where a sort does not say. */
  public boolean nullsAreLargest() {
    return false;
  }

  /** Whether the engine cannot sort values of the field's type. */
  public boolean isUnordered(Field<?> field) {
    Class<?> type = field.getConverter().fromType();
    return isNested(type) || type == JSON.class || type == XML.class;
  }

  /** Whether a field's values are rows. */
  static boolean isNested(Class<?> type) {
    return Record.class.isAssignableFrom(type) || Result.class.isAssignableFrom(type);
  }

  /**
   * What to sort by so that only rows share a place which are alike in all of the columns, as far
   * as the engine has such an order: databases take different values for equal, such as {@code 'a'}
   * and {@code 'A'}.
   */
  public List<Field<?>> total(List<Field<?>> columns) {
    return columns.stream().filter(column -> !isUnordered(column)).toList();
  }

  /** What to select so that {@link Values#sortValue} can read a sort value. */
  public Field<?> sortColumn(Field<?> field) {
    return field;
  }

  // Writing ----------------------------------------------------------------------------------

  /** Whether INSERT, UPDATE and DELETE return rows: {@code returning …}. */
  public boolean returnsRows() {
    return false;
  }

  /** In an upsert, the value that a column would have got. */
  public <T> Field<T> excluded(Field<T> field) {
    return DSL.excluded(field);
  }

  /**
   * A time that is later than the one that a column holds, if it holds one: another time, unless
   * that is not later, else the next one that the column can keep.
   *
   * @param digits of a second that the column keeps
   */
  public <T> Field<T> later(Field<T> column, Field<T> other, int digits) {
    DayToSecond step = new DayToSecond(0, 0, 0, 0, POWERS_OF_TEN[9 - digits]);
    Field<T> next = column.add(DSL.inline(step));
    return DSL.when(column.ge(other), next).otherwise(other);
  }

  /** Whether one INSERT of many rows is faster than a batch of statements of one row each. */
  public boolean insertsManyRows() {
    return false;
  }

  /**
   * Whether an INSERT of many rows returns them in the order of its values. Documentation does not
   * promise that; the dialect's test checks it.
   */
  public boolean returnsInOrder() {
    return false;
  }

  /**
   * Whether an INSERT can leave out a row whose key is there, and nothing but that: {@code on
   * conflict do nothing}.
   */
  public boolean ignoresConflicts() {
    return false;
  }

  /** Whether a statement was refused since it would update a row for a second time. */
  public boolean isSameRowTwice(SQLException failure) {
    return false;
  }

  // Failures ---------------------------------------------------------------------------------

  /** Whether a constraint refused a statement or a commit. */
  public boolean isConstraint(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
  }

  /** What a constraint refused. */
  public BrokenConstraint brokenBy(SQLException failure) {
    return new BrokenConstraint(BrokenConstraint.Kind.OTHER, String.valueOf(failure.getMessage()));
  }

  /**
   * A query, of a table's and a column's name, for the number of foreign keys that refuse the
   * deletion of the row that they refer to; null where the engine's own message names the rows.
   */
  public @Nullable String refusingForeignKeys() {
    return null;
  }

  /** Whether a failed statement has not run, and would succeed if it were prepared again. */
  public boolean isStalePlan(SQLException failure) {
    return false;
  }

  /**
   * Whether a failure says that the connection is gone: what it was running may have taken effect.
   */
  public boolean isConnectionLost(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith("08")
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException;
  }

  /** Whether a failure says that the server did not answer in time. */
  public static boolean isUnheard(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** Whether a statement was ended since it took too long, and the message does not say so. */
  public boolean isInterrupted(SQLException failure) {
    return false;
  }

  /** Whether another transaction has a lock that was not waited for, or not any longer. */
  public boolean isLockNotAvailable(SQLException failure) {
    return false;
  }

  /** Whether a statement was ended because the program asked for that, or it took too long. */
  public boolean isCancelled(SQLException failure) {
    return failure instanceof SQLTimeoutException || CANCELLED.equals(failure.getSQLState());
  }

  /**
   * Whether a failure may have rolled back the transaction that the statement was part of, without
   * the driver's knowledge: what comes after it would be stored on its own.
   */
  public boolean isEndOfTransaction(SQLException failure) {
    return false;
  }

  /** Has the driver know of a transaction's end that it was not told of: {@code rollback}. */
  public void rollBackAgain(Connection connection) throws SQLException {
    connection.rollback();
  }

  /**
   * Whether a failure leaves it open if the connection still works: not where the server says that
   * it refused the statement.
   */
  public boolean isDoubtful(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.length() != 5
        || !REFUSED_CLASSES.contains(state.substring(0, 2))
        || failure instanceof SQLRecoverableException;
  }

  /** Whether a statement is beyond the engine's limits. */
  public boolean isTooLarge(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith("54");
  }

  /** Whether another connection has a lock that was waited for in vain. */
  public boolean isBusy(SQLException failure) {
    return false;
  }
}
