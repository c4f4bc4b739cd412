package io.kinrow.microblog.store;

/** Texts as a shell takes them. */
final class Quoted {

  private Quoted() {}

  static String of(String text) {
    return text.matches("[\\w./@%+=:,~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
