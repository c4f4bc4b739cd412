package io.kinrow.runtime.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** SQLite through xerial's driver. */
final class SqliteDialect extends NativeDialect {

  static final Dialect DEFAULT = with(SqliteValues.DEFAULT);

  private static final int BUSY = 5;
  private static final int INTERRUPTED = 9;
  private static final int TOO_BIG = 18;
  private static final int CONSTRAINT = 19;

  /** Out of memory, interrupted, a failed read or write, a full disk. */
  private static final Set<Integer> ENDS_TRANSACTION = Set.of(7, INTERRUPTED, 10, 13);

  /** For a lock, in milliseconds. */
  private static final long LONGEST_WAIT = 5_000;

  /** A value of the driver's {@code open_mode}. */
  private static final String READ_ONLY = "1";

  private static final List<String> LIMITS =
      List.of("Expression tree is too large", "parser stack overflow", "too many SQL variables");

  /** The length of a text, in bytes, that the driver is built for. */
  private static final int LONGEST_STATEMENT = 1_000_000;

  private SqliteDialect(SqliteValues values) {
    super("SQLITE", values);
  }

  /**
   * By its base class, as the others.
   *
   * @param values with the settings of the database
   */
  static Dialect with(SqliteValues values) {
    return new SqliteDialect(values);
  }

  // Schemas ----------------------------------------------------------------------------------

  @Override
  public boolean hasSchemas() {
    return false;
  }

  // Connections ------------------------------------------------------------------------------

  @Override
  public boolean remote() {
    return false;
  }

  /**
   * As an application expects: foreign keys enforced, write-ahead log, a busy timeout, transactions
   * that take the write lock when they begin. The names are those of sqlite-jdbc's {@code
   * org.sqlite.SQLiteConfig.Pragma}.
   */
  @Override
  public Properties properties(Opening opening) {
    String url = opening.url();
    Properties properties = new Properties();
    properties.setProperty("foreign_keys", "true");
    properties.setProperty("busy_timeout", String.valueOf(patience(opening.statementTimeout())));
    properties.setProperty("synchronous", "NORMAL");
    properties.setProperty("transaction_mode", "IMMEDIATE");
    properties.setProperty("jdbc.get_generated_keys", "false");
    if (opening.readOnly()) {
      refuseInMemory(opening);
      properties.setProperty("open_mode", READ_ONLY);
    } else if (!isInMemory(url) && !isReadOnly(url)) {
      properties.setProperty("journal_mode", "WAL");
    }
    // the driver lets these win over the URL, the user does not
    Pattern.compile("[?&]([a-z_.]+)=")
        .matcher(url)
        .results()
        .forEach(setting -> properties.remove(setting.group(1)));
    properties.putAll(opening.properties());
    return properties;
  }

  /** The wait for a lock is part of a statement's time. */
  private static long patience(@Nullable Duration timeout) {
    return timeout == null ? LONGEST_WAIT : Math.min(LONGEST_WAIT, timeout.toMillis());
  }

  private static void refuseInMemory(Opening opening) {
    if (isInMemory(opening.url())) {
      throw new IllegalArgumentException(
          "readOnly(): %s is in memory and starts empty, so there would be nothing to read; leave the option out"
              .formatted(opening.shown()));
    }
  }

  @Override
  public @Nullable StatementLimit opened(Connection connection, Opening opening, boolean pooled)
      throws SQLException {
    Duration timeout = opening.statementTimeout();
    @Nullable SQLiteConnection ours = SqliteTransactions.ours(connection);
    return timeout == null || ours == null ? null : SqliteLimit.on(ours, timeout);
  }

  /** An in-memory database lives in its only connection. */
  @Override
  public int mostConnections(String url) {
    return isInMemory(url) ? 1 : super.mostConnections(url);
  }

  private static boolean isInMemory(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.equals("jdbc:sqlite:")
        || lower.contains(":memory:")
        || lower.contains("mode=memory");
  }

  private static boolean isReadOnly(String url) {
    return url.contains("open_mode=1") || url.contains("mode=ro") || url.contains("immutable=");
  }

  @Override
  public Configuration configuration(String url) {
    Configuration configuration = super.configuration(url);
    String precision = SqliteValues.datePrecision(url);
    if (precision != null) {
      configuration.data(SqliteValues.DATE_PRECISION, precision);
    }
    return configuration;
  }

  // Transactions -----------------------------------------------------------------------------

  /** All are serializable, as long as no connections share a cache. */
  @Override
  public Restore begin(Connection connection, TransactionKind kind, long most) throws SQLException {
    @Nullable SQLiteConnection ours = SqliteTransactions.ours(connection);
    return ours == null
        ? super.begin(connection, kind, most)
        : SqliteTransactions.begin(connection, ours, kind.readOnly(), most);
  }

  @Override
  public StatementLimit limit(Connection connection) throws SQLException {
    @Nullable SQLiteConnection ours = SqliteTransactions.ours(connection);
    return ours == null ? super.limit(connection) : SqliteLimit.on(ours);
  }

  @Override
  public String noRowLocks() {
    return "SQLite has no row locks: leave it out; a transaction takes the only write lock when it"
        + " begins (BEGIN IMMEDIATE), so what it reads is not changed by others";
  }

  // Statements -------------------------------------------------------------------------------

  @Override
  public int longestStatement() {
    return LONGEST_STATEMENT;
  }

  /** SQLite also takes {@code [a name]}. */
  @Override
  public String withStandardQuotes(String sql) {
    return sql.replaceAll("\\[([^\\]'\"]*)\\]", "\"$1\"");
  }

  // Sets of values ---------------------------------------------------------------------------

  /** As a JSON array, which has no bytes. */
  @Override
  public boolean oneBind(Class<?>[] types) {
    for (Class<?> type : types) {
      if (type.isArray()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Condition amongKeys(List<? extends Field<?>> columns) {
    return SqliteSets.among(columns);
  }

  @Override
  public Select<?> keyed(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends) {
    return SqliteSets.keyed(context, table, columns, ends);
  }

  @Override
  public KeyRows keyRows(List<? extends Field<?>> columns) {
    return SqliteSets.rows(columns.size());
  }

  @Override
  public List<Object> keyBinds(List<Object> keys) {
    return List.of(SqliteJson.array(keys));
  }

  @Override
  public Object listBind(List<? extends @Nullable Object> values) {
    refuseBytes(values);
    return SqliteJson.array(values);
  }

  @Override
  public List<Object> rowBinds(List<List<@Nullable Object>> rows, int width) {
    rows.forEach(SqliteDialect::refuseBytes);
    return List.of(SqliteJson.array(rows));
  }

  /** They would be text in JSON, which is equal to no bytes. */
  private static void refuseBytes(List<? extends @Nullable Object> values) {
    for (Object value : values) {
      if (value instanceof byte[]) {
        throw new UnfitValueException(
            0, "bytes cannot be sent in a list on SQLite: run the statement for each of them");
      }
    }
  }

  @Override
  public String withOwnLists(String declared) {
    return DeclaredLists.onSqlite(declared);
  }

  @Override
  public @Nullable OneBind list(List<ListColumn> columns, boolean not) {
    return SqliteSets.list(columns, not);
  }

  // Orders -----------------------------------------------------------------------------------

  /** JSON and XML are text. */
  @Override
  public boolean isUnordered(Field<?> field) {
    return isNested(field.getConverter().fromType());
  }

  /** Texts are compared byte by byte. */
  @Override
  public List<Field<?>> total(List<Field<?>> columns) {
    return columns.stream()
        .<Field<?>>map(column -> DSL.field("{0} collate binary", Object.class, column))
        .toList();
  }

  // Writing ----------------------------------------------------------------------------------

  /** By milliseconds, which are all that SQLite's functions reckon with. */
  @Override
  public <T> Field<T> later(Field<T> column, Field<T> other, int digits) {
    Field<T> next =
        DSL.field(
            "strftime('%Y-%m-%d %H:%M:%f', {0}, '+0.001 seconds')", column.getDataType(), column);
    return DSL.when(column.ge(other), next).otherwise(other);
  }

  // Failures ---------------------------------------------------------------------------------

  private static int code(SQLException failure) {
    return failure.getErrorCode() & 0xff; // without the parts of extended codes
  }

  @Override
  public boolean isConstraint(SQLException failure) {
    return code(failure) == CONSTRAINT;
  }

  /** There is no server that could be gone. */
  @Override
  public boolean isConnectionLost(SQLException failure) {
    return false;
  }

  /** The message names the columns of a unique key, and nothing of a foreign key. */
  @Override
  public BrokenConstraint brokenBy(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("UNIQUE") || message.contains("PRIMARYKEY")) {
      return new BrokenConstraint(BrokenConstraint.Kind.UNIQUE, failed(message));
    } else if (message.contains("FOREIGN")) {
      return new BrokenConstraint(BrokenConstraint.Kind.FOREIGN_KEY, "");
    } else if (message.contains("NOTNULL")) {
      return new BrokenConstraint(BrokenConstraint.Kind.NOT_NULL, failed(message));
    }
    return super.brokenBy(failure);
  }

  /** The columns in "… constraint failed: users.nickname, users.email)". */
  private static String failed(String message) {
    int from = message.lastIndexOf("failed: ");
    String columns = from < 0 ? message : message.substring(from + "failed: ".length());
    return columns.endsWith(")") ? columns.substring(0, columns.length() - 1) : columns;
  }

  @Override
  public String refusingForeignKeys() {
    return "select count(*) from pragma_foreign_key_list(?) where lower(\"from\") = lower(?)"
        + " and on_delete in ('NO ACTION', 'RESTRICT')";
  }

  @Override
  public boolean isTooLarge(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return code(failure) == TOO_BIG || LIMITS.stream().anyMatch(message::contains);
  }

  @Override
  public boolean isInterrupted(SQLException failure) {
    return code(failure) == INTERRUPTED;
  }

  @Override
  public boolean isCancelled(SQLException failure) {
    return isInterrupted(failure);
  }

  @Override
  public boolean isEndOfTransaction(SQLException failure) {
    return ENDS_TRANSACTION.contains(code(failure));
  }

  /** The driver's own statement fails without a transaction; so there is one, as it believes. */
  @Override
  public void rollBackAgain(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin");
    } catch (SQLException ignored) {
      // the transaction is still there
    }
    connection.rollback();
  }

  @Override
  public boolean isBusy(SQLException failure) {
    return code(failure) == BUSY;
  }
}
