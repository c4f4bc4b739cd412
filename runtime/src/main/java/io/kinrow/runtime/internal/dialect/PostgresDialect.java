package io.kinrow.runtime.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresDialect extends NativeDialect {

  /** By its base class, so that no program loads the classes of engines that it does not use. */
  static final Dialect INSTANCE = new PostgresDialect();

  /** The number of binds that fits into the protocol. */
  private static final int MOST_BINDS = 65_535;

  private static final String NO_SUCH_STATEMENT = "26000";

  private static final String CARDINALITY_VIOLATION = "21000";

  private PostgresDialect() {
    super("POSTGRES", PostgresValues.INSTANCE);
  }

  // Connections ------------------------------------------------------------------------------

  @Override
  public Properties properties(Opening opening) {
    return PostgresConnections.properties(opening);
  }

  @Override
  public String url(Opening opening) {
    return PostgresConnections.url(opening);
  }

  @Override
  public String openingAdvice(SQLException failure, Opening opening) {
    return PostgresConnections.advice(failure, opening);
  }

  @Override
  public boolean isPooled(Connection connection, Opening opening) throws SQLException {
    return PostgresConnections.isPooled(connection, opening);
  }

  @Override
  public @Nullable StatementLimit opened(Connection connection, Opening opening, boolean pooled)
      throws SQLException {
    PostgresConnections.opened(connection, opening, pooled);
    return null;
  }

  // Transactions -----------------------------------------------------------------------------

  /** What is asked is the transaction's own, so that nothing is left on the connection. */
  @Override
  public Restore begin(Connection connection, TransactionKind kind, long most) throws SQLException {
    connection.setAutoCommit(false);
    try {
      beginAgain(connection, kind);
    } catch (SQLException | RuntimeException | Error e) {
      connection.rollback();
      connection.setAutoCommit(true);
      throw e;
    }
    return Restore.NOTHING;
  }

  @Override
  public void beginAgain(Connection connection, TransactionKind kind) throws SQLException {
    if (kind.isPlain()) {
      return;
    }
    List<String> modes = new ArrayList<>();
    if (kind.isolation() != null) {
      modes.add(
          "isolation level " + kind.isolation().name().replace('_', ' ').toLowerCase(Locale.ROOT));
    }
    if (kind.readOnly()) {
      modes.add("read only");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction " + String.join(", ", modes));
    }
  }

  @Override
  public StatementLimit limit(Connection connection) {
    return new PostgresLimit();
  }

  @Override
  public @Nullable String noRowLocks() {
    return null;
  }

  // Schemas ----------------------------------------------------------------------------------

  @Override
  public String schemasOfName() {
    return "select count(*) from pg_namespace where nspname = ?";
  }

  // Statements -------------------------------------------------------------------------------

  @Override
  public boolean offsetFirst() {
    return true;
  }

  @Override
  public int mostBinds() {
    return MOST_BINDS;
  }

  @Override
  public int fetchSize(int rows) {
    return rows;
  }

  // Sets of values ---------------------------------------------------------------------------

  /** As an array for each column; one of arrays would be of two dimensions, taken apart. */
  @Override
  public boolean oneBind(Class<?>[] types) {
    for (Class<?> type : types) {
      if (type.isArray() && type != byte[].class) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Condition amongKeys(List<? extends Field<?>> columns) {
    return PostgresSets.among(columns);
  }

  @Override
  public KeyRows keyRows(List<? extends Field<?>> columns) {
    return PostgresSets.rows(columns);
  }

  @Override
  public List<Object> keyBinds(List<Object> keys) {
    return PostgresSets.keys(keys);
  }

  @Override
  public Object listBind(List<? extends @Nullable Object> values) {
    return PostgresSets.keysOfOne(values);
  }

  @Override
  public List<Object> rowBinds(List<List<@Nullable Object>> rows, int width) {
    return PostgresSets.arrays(rows, width);
  }

  @Override
  public String withOwnLists(String declared) {
    return DeclaredLists.onPostgres(declared);
  }

  @Override
  public @Nullable OneBind list(List<ListColumn> columns, boolean not) {
    return PostgresSets.list(columns, not);
  }

  // Orders -----------------------------------------------------------------------------------

  @Override
  public boolean nullsAreLargest() {
    return true;
  }

  /** The whole row as the text that the server writes for it, behind what people would sort by. */
  @Override
  public List<Field<?>> total(List<Field<?>> columns) {
    List<Field<?>> parts = new ArrayList<>();
    columns.stream().filter(PostgresDialect::hasPlainOrder).forEach(parts::add);
    parts.add(DSL.field("cast(row({0}) as text) collate \"C\"", String.class, DSL.list(columns)));
    return parts;
  }

  private static boolean hasPlainOrder(Field<?> column) {
    Class<?> type = column.getConverter().fromType();
    return column.getDataType().getSQLDataType() != SQLDataType.OTHER
        && (Number.class.isAssignableFrom(type)
            || Temporal.class.isAssignableFrom(type)
            || type == Boolean.class
            || type == UUID.class
            || type == String.class);
  }

  /** The text that the server writes and reads for a value of any type. */
  @Override
  public Field<?> sortColumn(Field<?> field) {
    return DSL.field("cast({0} as text)", String.class, field);
  }

  // Writing ----------------------------------------------------------------------------------

  /** Also counts the stored rows, which its driver does not do for a rewritten batch. */
  @Override
  public boolean insertsManyRows() {
    return true;
  }

  @Override
  public boolean isSameRowTwice(SQLException failure) {
    return CARDINALITY_VIOLATION.equals(failure.getSQLState());
  }

  // Failures ---------------------------------------------------------------------------------

  /** Also when the server stops or is told to hang up, and at its time limits for transactions. */
  @Override
  public boolean isConnectionLost(SQLException failure) {
    return super.isConnectionLost(failure)
        || String.valueOf(failure.getSQLState()).matches("57P0[1235]|25P0[34]");
  }

  /** Not where a statement was cancelled, or took too long. */
  @Override
  public boolean isDoubtful(SQLException failure) {
    return isConnectionLost(failure)
        || (super.isDoubtful(failure) && !"57014".equals(failure.getSQLState()));
  }

  @Override
  public boolean isLockNotAvailable(SQLException failure) {
    return "55P03".equals(failure.getSQLState());
  }

  /**
   * A kept statement is refused once after the table's columns were altered, or after the session
   * has dropped it.
   */
  @Override
  public boolean isStalePlan(SQLException failure) {
    return NO_SUCH_STATEMENT.equals(failure.getSQLState())
        || ("0A000".equals(failure.getSQLState()) && PostgresConnections.isOfPlanCache(failure));
  }
}
