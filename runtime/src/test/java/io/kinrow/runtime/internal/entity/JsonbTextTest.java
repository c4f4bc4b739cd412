package io.kinrow.runtime.internal.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** JSONB whose numbers jOOQ cannot tell apart, or cannot parse. */
class JsonbTextTest {

  private static final JSONB FINE = JSONB.jsonb("[0.1]");
  private static final JSONB FINER = JSONB.jsonb("[0.10000000000000000001]");
  private static final JSONB HUGE = JSONB.jsonb("[123456789012345678901234567890]");

  @Test
  void numbersThatDiffer_areNotEqual() {
    assertThat(FINE.equals(FINER)).as("jOOQ's equality").isTrue();
    assertThat(JsonbText.equal(FINE, FINER)).isFalse();
    assertThat(JsonbText.equal(new JSONB[] {FINE}, new JSONB[] {FINER})).isFalse();
    assertThat(JsonbText.deepEqual(FINE, FINER)).isFalse();
    assertThat(JsonbText.deepEqual(new JSONB[] {FINE}, new JSONB[] {FINER})).isFalse();
    assertThat(Key.of(FINE)).isNotEqualTo(Key.of(FINER));
  }

  @Test
  void numbersBeyondLong_haveEqualityAndHash() {
    JSONB same = JSONB.jsonb(HUGE.data());
    assertThat(JsonbText.equal(HUGE, same)).isTrue();
    assertThat(JsonbText.hash(HUGE)).isEqualTo(JsonbText.hash(same));
    assertThat(JsonbText.hash(new JSONB[] {HUGE, null}))
        .isEqualTo(JsonbText.hash(new JSONB[] {same, null}));
    assertThat(Key.of(HUGE)).isEqualTo(Key.of(same)).hasSameHashCodeAs(Key.of(same));
  }

  @Test
  void nullIsEqualToNullOnly() {
    JSONB none = null;
    JSONB[] nothing = null;
    assertThat(JsonbText.equal(none, none)).isTrue();
    assertThat(JsonbText.equal(none, FINE)).isFalse();
    assertThat(JsonbText.equal(nothing, nothing)).isTrue();
    assertThat(JsonbText.equal(new JSONB[] {FINE}, nothing)).isFalse();
    assertThat(JsonbText.equal(new JSONB[] {FINE}, new JSONB[] {null})).isFalse();
    assertThat(JsonbText.deepEqual(1L, 1L)).isTrue();
    assertThat(JsonbText.of(none)).isNull();
    assertThat(JsonbText.of(HUGE)).isEqualTo(HUGE.data());
  }
}
