package app;

import java.time.LocalDate;

/** A day. */
public record Day(LocalDate value) {

  /** A day of January. */
  public static Day of(int day) {
    return new Day(LocalDate.of(2026, 1, day));
  }
}
