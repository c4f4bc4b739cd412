package io.kinrow.runtime.internal.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that the database takes for equal are equal, whatever their spelling in Java. */
class KeyTest {

  @Test
  void numbersOfOneValue_areOneKey() {
    assertThat(
            List.of(
                Key.of((Object) 2L),
                Key.of((Object) 2),
                Key.of((Object) (short) 2),
                Key.of((Object) (byte) 2),
                Key.of((Object) 2.0),
                Key.of((Object) 2f),
                Key.of((Object) BigInteger.TWO),
                Key.of((Object) new BigDecimal("2.00"))))
        .containsOnly(2L);
  }

  @Test
  void zero_hasNoSign() {
    assertThat(Key.of((Object) (-0.0))).isEqualTo(Key.of((Object) 0.0)).isEqualTo(0L);
  }

  @Test
  void decimals_haveNoTrailingZeros() {
    assertThat(Key.of((Object) new BigDecimal("1.50")))
        .isEqualTo(Key.of((Object) new BigDecimal("1.5")))
        .isEqualTo(Key.of((Object) 1.5));
    assertThat(Key.of((Object) new BigDecimal("1E+30")))
        .isEqualTo(Key.of((Object) BigInteger.TEN.pow(30)));
  }

  @Test
  void numbersThatDiffer_areTwoKeys() {
    assertThat(Key.of((Object) Long.MAX_VALUE)).isNotEqualTo(Key.of((Object) 0x1p63));
    assertThat(Key.of((Object) new BigDecimal("9223372036854775808"))).isNotEqualTo(Long.MIN_VALUE);
  }

  @Test
  void moments_haveNoOffset() {
    OffsetDateTime noon = OffsetDateTime.of(2026, 3, 29, 12, 0, 0, 0, ZoneOffset.UTC);
    OffsetDateTime elsewhere = noon.withOffsetSameInstant(ZoneOffset.ofHours(2));
    assertThat(elsewhere.equals(noon)).isFalse();
    assertThat(Key.of((Object) elsewhere)).isEqualTo(Key.of((Object) noon));
    assertThat(Key.of((Object) OffsetDateTime.MAX)).isEqualTo(OffsetDateTime.MAX);
  }

  @Test
  void aPartThatIsNull_isNoKey() {
    assertThat(Key.of(1, null)).isNull();
    assertThat(Key.of(1, "a")).isEqualTo(List.of(1L, "a"));
  }
}
