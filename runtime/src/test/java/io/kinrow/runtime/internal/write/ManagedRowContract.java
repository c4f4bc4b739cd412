package io.kinrow.runtime.internal.write;

import static io.kinrow.runtime.internal.write.VersionedPage.PAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kinrow.runtime.StaleRowException;
import io.kinrow.runtime.internal.connect.ConnectionSettings;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.WritingContext;
import io.kinrow.runtime.internal.write.VersionedPage.NewPage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions and times of rows on one engine, whether or not it returns the rows that it writes. */
abstract class ManagedRowContract {

  private static final LocalDateTime NOW = LocalDateTime.parse("2024-01-02T03:04:05.123");

  private Core core;
  private Scope scope;
  private Writes<VersionedPage> writes;

  /** The URL of an empty database. */
  abstract String url();

  @BeforeEach
  void open() throws SQLException {
    Instant now = NOW.toInstant(ZoneOffset.UTC).plusNanos(456);
    core =
        Core.open(
            url(),
            ConnectionSettings.DEFAULT,
            Map.of(),
            List::of,
            new WritingContext(Clock.fixed(now, ZoneOffset.UTC), null));
    scope = new RootScope(core);
    writes = new Writes<>(scope, VersionedPage.SQL);
    run("drop table if exists pages");
    run(
        "create table pages (id bigint primary key, body varchar(100) not null, version smallint,"
            + " changed timestamp(3))");
  }

  @AfterEach
  void close() {
    core.close();
  }

  private void run(String sql) throws SQLException {
    Statements.update(scope, sql, Binder.NONE);
  }

  private VersionedPage stored() {
    return VersionedPage.SQL.byKey().find(scope, 1L);
  }

  private VersionedPage insert() {
    return writes.insert(new NewPage(1, "a"));
  }

  @Test
  void update_writesTheNextVersion_andReturnsTheRow() {
    VersionedPage page = insert();
    assertThat(page.version()).isEqualTo((short) 1);
    assertThat(page.changed()).isEqualTo(NOW);

    VersionedPage next = writes.update(page.withBody("b"));

    assertThat(next.body()).isEqualTo("b");
    assertThat(next.version()).isEqualTo((short) 2);
    assertThat(next.changes().isEmpty()).isTrue();
    assertThat(writes.update(next.withBody("c")).version()).isEqualTo((short) 3);
  }

  @Test
  void staleRow_isRefused_withTheRowAsItIs() {
    VersionedPage page = insert();
    writes.update(page.withBody("b"));

    StaleRowException stale =
        catchThrowableOfType(StaleRowException.class, () -> writes.update(page.withBody("mine")));
    assertThat(stale).hasMessageContaining("version was 1 and is 2 now");
    assertThat(stale.current(VersionedPage.class).orElseThrow().body()).isEqualTo("b");
    assertThatThrownBy(() -> writes.delete(page)).isInstanceOf(StaleRowException.class);
    assertThat(stored().body()).isEqualTo("b");

    assertThat(writes.delete(stored())).isTrue();
    assertThat(writes.delete(page)).isFalse();
    assertThatThrownBy(() -> writes.update(page.withBody("mine")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("was deleted");
  }

  @Test
  void version_mayBeNull_orTheLargest() throws SQLException {
    VersionedPage page = insert();
    run("update pages set version = null");
    assertThat(writes.update(stored().withBody("b")).version()).isEqualTo((short) 1);
    run("update pages set version = null");
    assertThatThrownBy(() -> writes.update(page.withBody("c")))
        .isInstanceOf(StaleRowException.class);
    run("update pages set version = 32767");
    assertThat(writes.update(stored().withBody("d")).version()).isEqualTo((short) 1);
  }

  @Test
  void upsert_writesTheNextVersion_unlessOnlyTheKeyIsGiven() throws SQLException {
    writes.upsert(new NewPage(1, "a"), Conflict.update(0));
    assertThat(writes.upsert(new NewPage(1, "b"), Conflict.update(0)).version())
        .isEqualTo((short) 2);
    run("update pages set version = 32767");
    assertThat(writes.upsert(new NewPage(1, "c"), Conflict.update(0)).version())
        .isEqualTo((short) 1);
    run("update pages set version = null, changed = null");
    VersionedPage page = writes.upsert(new NewPage(1, "d"), Conflict.update(0));
    assertThat(page.version()).isEqualTo((short) 1);
    assertThat(page.changed()).isEqualTo(NOW);
  }

  @Test
  void batch_fillsEachRow() {
    assertThat(writes.insertBatch(List.of(new NewPage(1, "a"), new NewPage(2, "b")))).isEqualTo(2);
    assertThat(stored().version()).isEqualTo((short) 1);
    assertThat(stored().changed()).isEqualTo(NOW);
  }

  @Test
  void getOrInsert_insertsOnce() {
    VersionedPage page = writes.getOrInsert(new NewPage(1, "a"), VersionedPage.SQL.byKey(), 0);
    assertThat(page.version()).isEqualTo((short) 1);
    assertThat(page.changed()).isEqualTo(NOW);

    VersionedPage same = writes.getOrInsert(new NewPage(1, "b"), VersionedPage.SQL.byKey(), 0);
    assertThat(same.body()).isEqualTo("a");
    assertThat(same.version()).isEqualTo((short) 1);
  }

  /** Where another row came in between: not found, but not inserted either. */
  @Test
  void insertUnlessThere_leavesTheRowAsItIs() throws SQLException {
    insert();
    Changes columns = new NewPage(1, "b").columns();
    String text =
        WriteSql.insert(core, VersionedPage.SQL.mapping(), columns, Conflict.ignore(0), false);

    Statements.update(
        scope, text, binds -> new NewPage(1, "b").bind(binds, VersionedPage.SQL.mapping()));

    assertThat(stored().body()).isEqualTo("a");
  }

  @Test
  void anUpdateWithoutAnEntity_writesTheVersionAfterTheStoredOne() throws SQLException {
    insert();
    run("update pages set changed = null");
    UpdateDraft draft = new UpdateDraft(VersionedPage.SQL.mapping()) {};
    draft.set(1, "b");

    assertThat(new Updates<>(scope, VersionedPage.SQL).where(draft, PAGES.body.eq(DSL.val("a"))))
        .isEqualTo(1);

    assertThat(stored().body()).isEqualTo("b");
    assertThat(stored().version()).isEqualTo((short) 2);
    assertThat(stored().changed()).isEqualTo(NOW);
  }

  @Test
  void anUpdateThatSetsNothing_isNoStatement() throws SQLException {
    insert();
    UpdateDraft draft = new UpdateDraft(VersionedPage.SQL.mapping()) {};

    assertThat(new Updates<>(scope, VersionedPage.SQL).all(draft)).isZero();

    assertThat(stored().version()).isEqualTo((short) 1);
  }
}
