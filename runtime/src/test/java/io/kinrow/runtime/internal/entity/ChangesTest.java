package io.kinrow.runtime.internal.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** Which values of a column count as a change. */
class ChangesTest {

  private static boolean changed(Object kept, Object value) {
    return Changes.NONE.with(3, kept, value).contains(3);
  }

  @Test
  void equalValues_changeNothing() {
    assertThat(changed(null, null)).isFalse();
    assertThat(changed("a", new String("a"))).isFalse();
    assertThat(changed(Double.NaN, Double.NaN)).isFalse();
    assertThat(changed(new BigDecimal("1.00"), new BigDecimal("1.00"))).isFalse();
    assertThat(changed(Letter.A, Letter.A)).isFalse();
    assertThat(changed(JSON.json("{}"), JSON.json("{}"))).isFalse();
    assertThat(changed(JSONB.jsonb("{}"), JSONB.jsonb("{}"))).isFalse();
  }

  @Test
  void valuesThatTheDatabaseMayStoreDifferently_areChanges() {
    assertThat(changed(null, "")).isTrue();
    assertThat(changed("", null)).isTrue();
    assertThat(changed(new BigDecimal("1.0"), new BigDecimal("1.00"))).isTrue();
    assertThat(changed(0.0, -0.0)).isTrue();
    assertThat(changed(0.0f, -0.0f)).isTrue();
    OffsetDateTime utc = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    assertThat(changed(utc, utc.withOffsetSameInstant(ZoneOffset.ofHours(1)))).isTrue();
    assertThat(changed(JSON.json("{}"), JSON.json("{ }"))).isTrue();
    assertThat(changed(JSONB.jsonb("1"), JSONB.jsonb("1.0"))).isTrue();
  }

  @Test
  void arrays_areComparedByTheirElements() {
    assertThat(changed(new byte[] {1, 2}, new byte[] {1, 2})).isFalse();
    assertThat(changed(new byte[] {1, 2}, new byte[] {1, 3})).isTrue();
    assertThat(changed(new String[] {"a", null}, new String[] {"a", null})).isFalse();
    assertThat(changed(new String[] {"a", null}, new String[] {"a", ""})).isTrue();
    assertThat(changed(new Letter[] {Letter.A}, new Letter[] {Letter.A})).isFalse();
    assertThat(changed(new JSONB[] {JSONB.jsonb("1")}, new JSONB[] {JSONB.jsonb("1")})).isFalse();
  }

  @Test
  void objectsThatMayHaveBeenChangedInPlace_areChanges() {
    List<String> list = new ArrayList<>(List.of("a"));
    assertThat(changed(list, list)).isTrue();
    int[][] rows = {{1}};
    assertThat(changed(rows, rows.clone())).as("a copy shares the rows").isTrue();
  }

  private enum Letter {
    A {
      @Override
      public String toString() {
        return "a constant with a body";
      }
    }
  }
}
