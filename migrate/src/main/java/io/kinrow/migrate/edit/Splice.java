package io.kinrow.migrate.edit;

import java.nio.file.Path;

/** A piece of a file, and the text that takes its place. */
record Splice(Path file, int start, int end, String text) {

  boolean isCut() {
    return text.isEmpty();
  }

  static Splice insert(Path file, int at, String text) {
    return new Splice(file, at, at, text);
  }

  static Splice cut(Path file, int start, int end) {
    return new Splice(file, start, end, "");
  }
}
