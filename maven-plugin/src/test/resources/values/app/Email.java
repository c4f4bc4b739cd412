package app;

import java.util.Locale;

/** An address, in lower case. */
public record Email(String value) {

  /** Refuses what is not an address. */
  public Email {
    if (!value.contains("@")) {
      throw new IllegalArgumentException("not an address: " + value);
    }
    value = value.toLowerCase(Locale.ROOT);
  }
}
