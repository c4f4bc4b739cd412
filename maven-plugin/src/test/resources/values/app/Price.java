package app;

import java.math.BigDecimal;

/** A price, whose trailing zeros do not count. */
public record Price(BigDecimal value) {

  /** The shortest form. */
  public Price {
    value = value.stripTrailingZeros();
  }

  /** A price from its digits. */
  public static Price of(String digits) {
    return new Price(new BigDecimal(digits));
  }
}
