package io.kinrow.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementListener;
import io.kinrow.runtime.StatementListener.Executed;
import io.kinrow.runtime.internal.connect.ConnectionSettings;
import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.connect.Sessions;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each class that runs statements must do, on a SQLite file. */
abstract class RunnerContract {

  @TempDir Path folder;
  final Listeners listeners = new Listeners();
  private Sessions sessions;
  private Session session;
  private Runner runner;

  /** The runner to test; its listeners are {@link #listeners}. */
  abstract Runner runner(Dialect dialect, String url);

  @BeforeEach
  void open() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("run.db");
    Dialect dialect = Dialect.ofUrl(url);
    sessions = Sessions.open(url, dialect, ConnectionSettings.DEFAULT);
    session = sessions.take();
    runner = runner(dialect, url);
    runner.update(
        session, "create table t (id integer primary key, word text unique)", Binder.NONE);
  }

  @AfterEach
  void close() {
    sessions.give(session);
    sessions.close();
  }

  private void insert(String... words) throws SQLException {
    runner.batch(session, "insert into t (word) values (?)", List.of(words), RunnerContract::word);
  }

  private static void word(Binds binds, @Nullable String word) throws SQLException {
    binds.add((Object) word);
  }

  private List<@Nullable String> words() throws SQLException {
    return runner.query(
        session, "select word from t order by id", Binder.NONE, RunnerContract::words);
  }

  private static List<@Nullable String> words(Row row) throws SQLException {
    List<@Nullable String> words = new ArrayList<>();
    while (row.next()) {
      words.add(row.stringOrNull(1));
    }
    return words;
  }

  @Test
  void query_bindsInOrder_andReadsByPosition() throws SQLException {
    String read =
        runner.query(
            session,
            "select ?, ?, ?",
            binds -> {
              binds.add(1L);
              word(binds, "it's ? and {0}");
              word(binds, null);
            },
            row -> {
              row.next();
              return row.longAt(1) + row.stringAt(2) + row.stringOrNull(3);
            });
    assertThat(read).isEqualTo("1it's ? and {0}null");
  }

  @Test
  void textWithBracesCommentsAndQuotes_isRunAsItIs() throws SQLException {
    String sql = "select '{0} ?' || ? /* ? {1} */, \"word\" from (select 'x' as word) -- ?";
    String read =
        runner.query(
            session,
            sql,
            binds -> word(binds, "!"),
            row -> {
              row.next();
              return row.stringAt(1) + row.stringAt(2);
            });
    assertThat(read).isEqualTo("{0} ?!x");
  }

  @Test
  void update_returnsHowManyRowsItChanged() throws SQLException {
    insert("a", "b", "c");
    assertThat(
            runner.update(session, "update t set word = word || ? where id > 1", b -> word(b, "!")))
        .isEqualTo(2);
    assertThat(words()).containsExactly("a", "b!", "c!");
  }

  @Test
  void returning_readsTheRowsOfAWrite() throws SQLException {
    List<String> returned =
        runner.returning(
            session,
            "insert into t (word) values ('a'), (?) returning word",
            binds -> word(binds, "b"),
            RunnerContract::words);
    assertThat(returned).containsExactly("a", "b");
    assertThat(words()).hasSize(2);
  }

  /** On H2: on SQLite, which has RETURNING, the driver's own keys are turned off. */
  @Test
  void keys_readsTheGeneratedKey() throws SQLException {
    String url = "jdbc:h2:" + folder.resolve("keys");
    Dialect dialect = Dialect.ofUrl(url);
    try (Sessions other = Sessions.open(url, dialect, ConnectionSettings.DEFAULT)) {
      Session on = other.take();
      Runner standard = runner(dialect, url);
      standard.update(on, "create table k (id int auto_increment, word text)", Binder.NONE);
      List<Object> keys = new ArrayList<>();
      for (String word : List.of("a", "b")) {
        keys.add(
            standard.keys(
                on,
                "insert into k (word) values (?)",
                binds -> word(binds, word),
                row -> {
                  row.next();
                  return row.longAt(1);
                }));
      }
      other.give(on);
      assertThat(keys).containsExactly(1L, 2L);
    }
  }

  @Test
  void batch_countsEachRow() throws SQLException {
    int[] counts =
        runner.batch(
            session,
            "insert or ignore into t (word) values (?)",
            Arrays.asList("a", "a", null),
            RunnerContract::word);
    assertThat(counts).containsExactly(1, 0, 1);
    assertThat(words()).containsExactly("a", null);
  }

  @Test
  void openResult_isReadBitByBit() throws SQLException {
    insert("a", "b");
    OpenResult open = runner.open(session, "select word from t order by id", Binder.NONE, 0);
    for (String word : List.of("a", "b")) {
      assertThat(open.<String>read(row -> row.next() ? row.stringAt(1) : "")).isEqualTo(word);
    }
    assertThat(open.<Boolean>read(Row::next)).isFalse();
    open.close();
  }

  @Test
  void openResult_thatIsClosedEarly_holdsNoLock() throws SQLException {
    insert("a", "b");
    OpenResult open = runner.open(session, "select word from t order by id", Binder.NONE, 0);
    assertThat(open.<Boolean>read(Row::next)).isTrue();
    assertThatThrownBy(() -> runner.update(session, "drop table t", Binder.NONE))
        .hasMessageContaining("table is locked");
    open.close();
    runner.update(session, "drop table t", Binder.NONE);
  }

  @Test
  void failure_isTheDriversOwn_andLeavesTheStatementUsable() throws SQLException {
    insert("a");
    assertThatThrownBy(() -> insert("a"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("UNIQUE constraint failed: t.word");
    assertThatThrownBy(() -> runner.query(session, "select missing from t", Binder.NONE, Row::next))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no such column: missing");
    insert("b");
    assertThat(words()).containsExactly("a", "b");
  }

  @Test
  void exceptionOfAReader_arrivesAsItIs_andNothingStaysOpen() throws SQLException {
    insert("a", "b");
    assertThatThrownBy(
            () ->
                runner.query(
                    session,
                    "select word from t",
                    Binder.NONE,
                    row -> {
                      throw new IllegalStateException("mine");
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
    insert("c");
  }

  @Test
  void schemaChangedByAnother_isSeen() throws SQLException {
    insert("a");
    assertThat(words()).containsExactly("a");
    Session other = sessions.take();
    try {
      runner.update(other, "alter table t add column more text default 'm'", Binder.NONE);
    } finally {
      sessions.give(other);
    }
    assertThat(words()).containsExactly("a");
    List<String> more =
        runner.query(session, "select more from t", Binder.NONE, RunnerContract::words);
    assertThat(more).containsExactly("m");
  }

  @Test
  void listener_hearsTextAndValues_alsoOfFailures() throws SQLException {
    List<Executed> heard = new ArrayList<>();
    StatementListener.Registration registration = listeners.add(heard::add);
    insert("a", "b");
    assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
    words();
    registration.close();
    words();
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0).sql()).isEqualTo("insert into t (word) values (?)");
    assertThat(heard.get(0).binds()).containsExactly("b"); // of a batch, its last row
    assertThat(heard.get(1).binds()).containsExactly("a");
    assertThat(heard.get(2).sql()).isEqualTo("select word from t order by id");
    assertThat(heard.get(2).binds()).isEmpty();
    assertThat(heard).allMatch(statement -> statement.nanos() > 0);
  }

  @Test
  void listenerThatRunsAStatement_isNotToldOfIt() throws SQLException {
    List<String> heard = new ArrayList<>();
    listeners.add(
        statement -> {
          heard.add(statement.sql());
          try {
            runner.query(session, "select 1", Binder.NONE, Row::next);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    insert("a");
    assertThat(heard).containsExactly("insert into t (word) values (?)");
  }
}
