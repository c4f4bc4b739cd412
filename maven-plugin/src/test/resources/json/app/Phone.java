package app;

import java.time.LocalDate;
import java.util.Objects;

/** A class with fields. */
public final class Phone {

  /** What it is for. */
  public String label;

  /** Digits. */
  public String number;

  /** Unknown at first. */
  public LocalDate since;

  /** For Jackson. */
  public Phone() {}

  /** A phone. */
  public Phone(String label, String number, LocalDate since) {
    this.label = label;
    this.number = number;
    this.since = since;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phone that
        && Objects.equals(label, that.label)
        && Objects.equals(number, that.number)
        && Objects.equals(since, that.since);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, number, since);
  }
}
