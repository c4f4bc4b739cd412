package app;

import java.util.UUID;

/** What a member shows at the door. */
public record Code(UUID value) {

  /** The code with a number. */
  public static Code of(long number) {
    return new Code(new UUID(7, number));
  }
}
