package io.kinrow.microblog.command;

/** Numbers with their noun. */
final class Counted {

  private Counted() {}

  /** Such as {@code 1 post} or {@code 2 posts}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
