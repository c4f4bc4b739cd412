package io.kinrow.migrate.verify;

/** Ends a search for a proof, with the reason in words. */
final class Unproved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unproved(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
