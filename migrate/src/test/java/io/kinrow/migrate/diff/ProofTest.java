package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import org.junit.jupiter.api.Test;

final class ProofTest {

  @Test
  void rowsAreTried_evenWhereATableMustReferenceItself() {
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY, up INT NOT NULL REFERENCES o)"),
            Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY)"),
            DiffOptions.defaults().keepData(true));
    assertThat(diff.proof().rows()).isPositive();
    assertThat(diff.losses()).isEmpty();
  }

  @Test
  void tableWithoutRowsIsPointedOut_whereNoRowFitsBothSchemas() {
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY, a INT CHECK (a IS NULL))"),
            Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY, a INT NOT NULL CHECK (a > 0))"));
    assertThat(diff.proof().empty()).containsExactly(new Name("o"));
    assertThat(diff.hints())
        .containsExactly(
            "the pair is proved without rows of o, because none was found that both schemas accept");
  }

  @Test
  void lossesAreSaidInBothScripts_andAreGoneWithTheDataKept() {
    Schema old = Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY, a INT)");
    Schema desired = Schema.ofSql("CREATE TABLE o (id INTEGER PRIMARY KEY)");
    SchemaDiff diff = SchemaDiff.between(old, desired);
    assertThat(diff.losses()).containsExactly("the values of o.a");
    assertThat(diff.migration()).contains("-- Its undo cannot bring back:\n--   the values of o.a");
    assertThat(diff.undo()).contains("-- It cannot bring back:\n--   the values of o.a");
    SchemaDiff kept = SchemaDiff.between(old, desired, DiffOptions.defaults().keepData(true));
    assertThat(kept.losses()).isEmpty();
  }
}
