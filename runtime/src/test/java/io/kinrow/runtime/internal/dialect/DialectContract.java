package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Dialect} says of its engine is true of the real database. One subclass for each
 * engine; a new engine's class has to pass the same.
 */
abstract class DialectContract {

  static final Words WORDS = new Words();

  Dialect dialect;
  Connection connection;
  DSLContext jooq;

  /** A table with a row for each of some words. */
  static final class Words extends CustomTable<WordRecord> {
    private static final long serialVersionUID = 1;

    final TableField<WordRecord, Long> id =
        createField(DSL.name("id"), SQLDataType.BIGINT.notNull());
    final TableField<WordRecord, String> word =
        createField(DSL.name("word"), SQLDataType.VARCHAR(40));
    final TableField<WordRecord, Long> parent = createField(DSL.name("parent"), SQLDataType.BIGINT);

    Words() {
      super(DSL.name("words"));
    }

    @Override
    public Class<? extends WordRecord> getRecordType() {
      return WordRecord.class;
    }
  }

  static final class WordRecord extends CustomRecord<WordRecord> {
    private static final long serialVersionUID = 1;

    WordRecord() {
      super(WORDS);
    }
  }

  /** The URL of an empty database. */
  abstract String url() throws Exception;

  /** The name that cursors are marked with. */
  abstract String name();

  @BeforeEach
  void connect() throws Exception {
    String url = url();
    dialect = Dialect.ofUrl(url);
    connection = DriverManager.getConnection(url, dialect.properties(Opening.of(url)));
    jooq =
        DSL.using(
            dialect
                .configuration(url)
                .derive(connection)
                .derive(new Settings().withParamType(ParamType.INDEXED)));
    run("drop table if exists \"words\"");
    run(
        "create table \"words\" (\"id\" bigint not null primary key, \"word\" varchar(40) unique,"
            + " \"parent\" bigint references \"words\" (\"id\"))");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  final void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final void words(@Nullable String... words) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into \"words\" (\"id\", \"word\") values (?, ?)")) {
      for (int i = 0; i < words.length; i++) {
        insert.setLong(1, i + 1);
        insert.setString(2, words[i]);
        insert.executeUpdate();
      }
    }
  }

  /** The other time if that is later, or if none is stored; else the next one. */
  @Test
  void laterTime_followsTheStoredOne() throws SQLException {
    LocalDateTime now = LocalDateTime.parse("2024-01-02T03:04:05.123");
    run("drop table if exists \"moments\"");
    run("create table \"moments\" (\"at\" timestamp(6))");
    Field<LocalDateTime> at = DSL.field(DSL.name("moments", "at"), SQLDataType.LOCALDATETIME(6));
    for (LocalDateTime stored :
        Arrays.asList(null, now.minusNanos(1_000_000), now, now.plusYears(900))) {
      jooq.deleteFrom(DSL.table(DSL.name("moments"))).execute();
      jooq.insertInto(DSL.table(DSL.name("moments")), at).values(stored).execute();

      LocalDateTime later =
          jooq.select(dialect.later(at, DSL.inline(now, at), 6))
              .from(DSL.table(DSL.name("moments")))
              .fetchSingle()
              .value1();

      if (stored == null || stored.isBefore(now)) {
        assertThat(later).isEqualTo(now);
      } else {
        assertThat(later).isAfter(stored).isBefore(stored.plusNanos(2_000_000));
      }
    }
  }

  /** The first column of the rows of a query, whose binds have their stored form already. */
  private List<Object> firstColumn(String sql, List<?> stored) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < stored.size(); i++) {
        dialect.values().bind(statement, i + 1, stored.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<Object> values = new ArrayList<>();
        while (result.next()) {
          values.add(result.getObject(1));
        }
        return values;
      }
    }
  }

  private List<Long> ids(Query query, List<?> stored) throws SQLException {
    return ids(jooq.render(query), stored);
  }

  private List<Long> ids(String query, List<?> stored) throws SQLException {
    return firstColumn(query, stored).stream()
        .map(id -> ((Number) id).longValue())
        .sorted()
        .toList();
  }

  static SQLException failure(ThrowingCallable work) {
    Throwable thrown = catchThrowable(work);
    assertThat(thrown).isInstanceOf(SQLException.class);
    return (SQLException) thrown;
  }

  // Which engine -----------------------------------------------------------------------------

  @Test
  void schemas_areKnownByTheirNames_whereThereAreSeveral() throws SQLException {
    if (!dialect.hasSchemas()) {
      assertThatThrownBy(() -> run("create schema other")).isInstanceOf(SQLException.class);
      return;
    }
    run("create schema if not exists \"Other \"\"schema\"\"\"");
    String query = dialect.schemasOfName();
    if (query != null) {
      assertThat(firstColumn(query, List.of("Other \"schema\""))).containsExactly(1L);
      assertThat(firstColumn(query, List.of("other \"schema\""))).containsExactly(0L);
    }
  }

  @Test
  void urlConfigurationAndFailure_tellTheSameEngine() {
    assertThat(dialect.name()).isEqualTo(name());
    assertThat(Dialect.of(jooq).name()).isEqualTo(name());
    assertThat(Dialect.raising(failure(() -> run("no such statement"))).name()).isEqualTo(name());
    assertThat(dialect.bakedDialect()).isIn(null, name());
  }

  // Statements -------------------------------------------------------------------------------

  @Test
  void offsetAndLimit_areInTheOrderThatTheDialectSays() throws SQLException {
    words("a", "b", "c", "d");
    Query page =
        jooq.select(WORDS.id).from(WORDS).orderBy(WORDS.id).limit(DSL.val(1L)).offset(DSL.val(2L));
    List<Long> binds = dialect.offsetFirst() ? List.of(2L, 1L) : List.of(1L, 2L);
    if (dialect.rendersByShape()) {
      assertThat(ids(page, binds)).containsExactly(3L);
    }
  }

  @Test
  void asManyBindsAsTheDialectSays_areTaken() throws SQLException {
    String places = String.join(", ", Collections.nCopies(dialect.mostBinds(), "?"));
    List<Long> values = Collections.nCopies(dialect.mostBinds(), 1L);
    assertThat(firstColumn("select 1 where 1 in (" + places + ")", values)).hasSize(1);
  }

  @Test
  void statementsAreTakenUpToTheLengthThatTheDialectSays() throws SQLException {
    int longest = Math.min(dialect.longestStatement(), 2_000_000);
    String empty = "select ''";
    String text = "select '" + "x".repeat(longest - empty.length()) + "'";
    assertThat(firstColumn(text, List.of())).hasSize(1);
    if (longest == dialect.longestStatement()) {
      SQLException refused = failure(() -> firstColumn(text + " ", List.of()));
      assertThat(dialect.isTooLarge(refused)).isTrue();
    }
  }

  // Sets of values ---------------------------------------------------------------------------

  @Test
  void keysAsOneBind_findTheRowsThatHaveThem() throws SQLException {
    words("a", "b'", "\"c\"", "d,{}", "e\\");
    if (!dialect.oneBind(new Class<?>[] {Long.class})) {
      assertThatThrownBy(() -> dialect.keyBinds(List.of(1L)))
          .isInstanceOf(UnsupportedOperationException.class);
      return;
    }
    assertThat(byKeys(List.of(WORDS.id), List.of(5L, 2L, 9L, 2L))).containsExactly(2L, 5L);
    assertThat(byKeys(List.of(WORDS.word), List.of("b'", "\"c\"", "d,{}", "e\\", "f")))
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(
            byKeys(
                List.of(WORDS.id, WORDS.word),
                List.of(List.of(1L, "a"), List.of(2L, "a"), List.of(5L, "e\\"))))
        .containsExactly(1L, 5L);
  }

  /** Both ways to ask for them have the same answer. */
  private List<Long> byKeys(List<Field<?>> columns, List<Object> keys) throws SQLException {
    List<Object> binds = dialect.keyBinds(keys);
    List<Long> among =
        ids(jooq.select(WORDS.id).from(WORDS).where(dialect.amongKeys(columns)), binds);
    List<Object> once = keys.stream().distinct().toList();
    String keyed = TableQueries.keyed(jooq, WORDS, List.of(WORDS.id), columns, 0);
    assertThat(ids(keyed, dialect.keyBinds(once))).isEqualTo(among);
    return among;
  }

  @Test
  void bytesAsKeys_goAsOneBindOnlyWhereTheEngineTakesThem() throws SQLException {
    assertThat(dialect.oneBind(new Class<?>[] {Long[].class})).isFalse();
    if (dialect.oneBind(new Class<?>[] {byte[].class})) {
      Object bind = dialect.keyBinds(List.of(ByteBuffer.wrap(new byte[] {0, -1, 65}))).get(0);
      assertThat(firstColumn("select 1 where cast('\\x00ff41' as bytea) = any (?)", List.of(bind)))
          .hasSize(1);
    }
  }

  @Test
  void listAsOneBind_hasTheResultOfTheListSpelledOut() throws SQLException {
    words("a", "b", null, "d");
    for (List<@Nullable Object> list :
        List.<List<@Nullable Object>>of(
            List.of("b", "d", "x"), Arrays.asList("b", null), List.of("x", "y"))) {
      for (boolean not : new boolean[] {false, true}) {
        OneBind bind = dialect.list(List.of(new ListColumn("?", list)), not);
        assertThat(bind != null).isEqualTo(dialect.bindsLists());
        if (bind != null) {
          Field<String> place = DSL.val("", String.class);
          List<Long> found =
              ids(
                  jooq.select(WORDS.id)
                      .from(WORDS)
                      .where(DSL.condition("{0} " + bind.operator(), WORDS.word, place)),
                  bind.binds());
          List<String> texts = list.stream().map(String.class::cast).toList();
          List<Long> spelled =
              jooq.select(WORDS.id)
                  .from(WORDS)
                  .where(not ? WORDS.word.notIn(texts) : WORDS.word.in(texts))
                  .orderBy(WORDS.id)
                  .fetch(WORDS.id);
          assertThat(found).as("%s %s", not, list).isEqualTo(spelled);
        }
      }
    }
  }

  // Orders -----------------------------------------------------------------------------------

  @Test
  void nullComesWhereTheDialectSays() throws SQLException {
    words("b", null, "a");
    List<Long> ascending = jooq.select(WORDS.id).from(WORDS).orderBy(WORDS.word).fetch(WORDS.id);
    assertThat(ascending)
        .containsExactlyElementsOf(
            dialect.nullsAreLargest() ? List.of(3L, 1L, 2L) : List.of(2L, 3L, 1L));
  }

  @Test
  void sortValues_areReadForNumbersTextsBytesAndNull() throws SQLException {
    words("Åsa \ufffd");
    assertThat(sortValue(WORDS.word)).endsWith("Åsa \ufffd");
    assertThat(sortValue(WORDS.id)).endsWith("1").hasSize(2);
    assertThat(sortValue(WORDS.parent)).isNull();
  }

  private @Nullable String sortValue(Field<?> field) throws SQLException {
    String sql = jooq.render(jooq.select(dialect.sortColumn(field).as("s")).from(WORDS));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return dialect.values().sortValue(result, 1);
    }
  }

  @Test
  void totalOrder_isOneThatTheEngineTakes_andTellsWordsApart() throws SQLException {
    words("b", "B", "a", "A ", "A");
    List<Field<?>> total = dialect.total(List.of(WORDS.word));
    List<Long> once = jooq.select(WORDS.id).from(WORDS).orderBy(total).fetch(WORDS.id);
    List<Long> back =
        jooq.select(WORDS.id)
            .from(WORDS)
            .orderBy(total.stream().map(Field::desc).toList())
            .fetch(WORDS.id);
    Collections.reverse(back);
    assertThat(once).hasSize(5).isEqualTo(back);
  }

  @Test
  void numbersAndTexts_haveAnOrder_rowsHaveNone() {
    assertThat(dialect.isUnordered(WORDS.id)).isFalse();
    assertThat(dialect.isUnordered(WORDS.word)).isFalse();
    assertThat(dialect.isUnordered(DSL.multiset(DSL.select(WORDS.id).from(WORDS)))).isTrue();
  }

  // Writing ----------------------------------------------------------------------------------

  @Test
  void writesReturnRows_whereTheDialectSays() throws SQLException {
    if (dialect.returnsRows()) {
      String insert = "insert into \"words\" (\"id\", \"word\") values (7, 'x') returning \"word\"";
      assertThat(firstColumn(insert, List.of())).containsExactly("x");
      String update = "update \"words\" set \"word\" = 'y' where \"id\" = 7 returning \"id\"";
      assertThat(firstColumn(update, List.of())).hasSize(1);
    }
  }

  @Test
  void insertsOfManyRows_returnThemInOrder_whereTheDialectSays() throws SQLException {
    if (dialect.returnsInOrder()) {
      // not in the order of the key, nor of the word
      List<String> rows = new ArrayList<>();
      List<Object> words = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        int id = i * 377 % 1_000 + 1;
        rows.add("(" + id + ", 'w" + i * 613 % 1_000 + "')");
        words.add("w" + i * 613 % 1_000);
      }
      String insert =
          "insert into \"words\" (\"id\", \"word\") values "
              + String.join(", ", rows)
              + " returning \"word\"";
      assertThat(firstColumn(insert, List.of())).isEqualTo(words);
    }
  }

  @Test
  void excluded_isTheValueThatWasRefused() throws SQLException {
    words("a");
    jooq.insertInto(WORDS)
        .columns(WORDS.id, WORDS.word)
        .values(1L, "new")
        .onConflict(WORDS.id)
        .doUpdate()
        .set(Map.of(WORDS.word, dialect.excluded(WORDS.word)))
        .execute();
    assertThat(jooq.select(WORDS.word).from(WORDS).fetch(WORDS.word)).containsExactly("new");
  }

  // Failures ---------------------------------------------------------------------------------

  @Test
  void brokenConstraints_areToldFromOtherFailures() throws SQLException {
    words("a");
    SQLException unique =
        failure(() -> run("insert into \"words\" (\"id\", \"word\") values (2, 'a')"));
    SQLException foreign =
        failure(() -> run("insert into \"words\" (\"id\", \"parent\") values (3, 99)"));
    SQLException isNull =
        failure(() -> run("insert into \"words\" (\"id\", \"word\") values (null, 'b')"));
    SQLException other = failure(() -> run("select nothing from nowhere"));
    for (SQLException broken : List.of(unique, foreign, isNull)) {
      assertThat(dialect.isConstraint(broken)).isTrue();
      assertThat(dialect.isDoubtful(broken) && dialect.remote()).isFalse();
    }
    assertThat(dialect.isConstraint(other)).isFalse();
    for (SQLException any : List.of(unique, foreign, isNull, other)) {
      assertThat(dialect.isConnectionLost(any)).isFalse();
      assertThat(dialect.isBusy(any)).isFalse();
      assertThat(dialect.isTooLarge(any)).isFalse();
      assertThat(dialect.isStalePlan(any)).isFalse();
    }
    assertThat(dialect.brokenBy(unique).what()).contains("word");
  }

  @Test
  void queriesOfTheCatalogue_run() throws SQLException {
    if (dialect.refusingForeignKeys() != null) {
      List<Object> refusing =
          firstColumn(dialect.refusingForeignKeys(), List.of("words", "parent"));
      assertThat(((Number) refusing.get(0)).intValue()).isEqualTo(1);
    }
  }

  @Test
  void values_comeBackAsTheyWereStored() throws SQLException {
    comesBack(1L, "bigint");
    comesBack("text", "varchar(40)");
    comesBack(true, "boolean");
    comesBack(1.5d, "double precision");
    comesBack(new BigDecimal("12.50"), "numeric(10,2)");
    comesBack(LocalDate.of(2024, 2, 29), "date");
  }

  private void comesBack(Object value, String type) throws SQLException {
    String sql = name().equals("SQLITE") ? "select ?" : "select cast(? as " + type + ")";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      dialect.values().bind(select, 1, dialect.values().stored(value));
      try (ResultSet result = select.executeQuery()) {
        result.next();
        Object read = dialect.values().read(result, 1, value.getClass());
        if (value instanceof BigDecimal decimal) {
          assertThat((BigDecimal) read).isEqualByComparingTo(decimal);
        } else {
          assertThat(read).isEqualTo(value);
        }
      }
    }
  }

  private long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from \"words\"")) {
      result.next();
      return result.getLong(1);
    }
  }

  @Test
  final void transaction_leavesTheConnectionAsItWas() throws SQLException {
    int usual = connection.getTransactionIsolation();
    for (Isolation isolation : Isolation.values()) {
      Restore restore =
          dialect.begin(connection, new TransactionKind(isolation, false), Long.MAX_VALUE);
      assertThat(connection.getAutoCommit()).isFalse();
      words("a");
      assertThat(count()).isEqualTo(1);
      connection.rollback();
      connection.setAutoCommit(true);
      restore.run();
      assertThat(connection.getTransactionIsolation()).isEqualTo(usual);
      assertThat(count()).isZero();
    }
  }

  @Test
  final void readOnlyTransaction_refusesWrites_orIsRefused() throws SQLException {
    TransactionKind readOnly = new TransactionKind(null, true);
    if (catchThrowable(() -> dialect.begin(connection, readOnly, 1).run())
        instanceof UnsupportedOperationException) {
      assertThat(connection.getAutoCommit()).isTrue();
      return;
    }
    connection.rollback();
    connection.setAutoCommit(true);
    Restore restore = dialect.begin(connection, readOnly, Long.MAX_VALUE);
    assertThat(count()).isZero();
    assertThatThrownBy(() -> words("a")).isInstanceOf(SQLException.class);
    connection.rollback();
    connection.setAutoCommit(true);
    restore.run();
    words("a");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  final void rowLocks_areKnown_orRefused() throws SQLException {
    String reason = dialect.noRowLocks();
    if (reason != null) {
      assertThat(reason).contains("row locks");
      return;
    }
    words("a");
    String locking = jooq.renderInlined(jooq.selectFrom(WORDS).forUpdate().of(WORDS).noWait());
    connection.setAutoCommit(false);
    run(locking);
    try (Connection other = DriverManager.getConnection(connection.getMetaData().getURL());
        Statement statement = other.createStatement()) {
      assertThatThrownBy(() -> statement.execute(locking))
          .isInstanceOfSatisfying(
              SQLException.class,
              failure -> {
                assertThat(dialect.isLockNotAvailable(failure)).isTrue();
                assertThat(dialect.isCancelled(failure)).isFalse();
                assertThat(dialect.isConnectionLost(failure)).isFalse();
              });
    }
    connection.rollback();
  }
}
