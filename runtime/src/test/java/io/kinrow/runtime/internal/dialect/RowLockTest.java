package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableOptions;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class RowLockTest {

  private static final Dialect POSTGRES = Dialect.ofUrl("jdbc:postgresql:blog");

  private static Table<?> table(TableOptions options) {
    return new TableImpl<Record>(DSL.name("rows"), null, null, null, DSL.comment(""), options) {
      private static final long serialVersionUID = 1;
    };
  }

  /** PostgreSQL would lock rows of some views, and none of those of a union, without a word. */
  @Test
  void rowsOfTables_canBeLocked_thoseOfViewsAreRefused() {
    assertThatCode(() -> RowLock.refuse(POSTGRES, table(TableOptions.table()), "forUpdate"))
        .doesNotThrowAnyException();
    for (TableOptions options :
        new TableOptions[] {
          TableOptions.view("create view rows as select 1"),
          TableOptions.materializedView(),
          TableOptions.function()
        }) {
      assertThatThrownBy(() -> RowLock.refuse(POSTGRES, table(options), "forUpdate"))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageStartingWith("forUpdate(): rows is not a table")
          .hasMessageEndingWith("lock the rows of its tables");
    }
  }

  @Test
  void text_isWhatPeopleCall() {
    RowLock lock = new RowLock(false, RowLock.Locked.WAIT);
    assertThat(lock).hasToString("forUpdate()");
    assertThat(lock.withShared(true).withLocked(RowLock.Locked.SKIP))
        .hasToString("forShare().skipLocked()");
    assertThat(lock.withLocked(RowLock.Locked.FAIL)).hasToString("forUpdate().noWait()");
  }
}
