package io.kinrow.microblog.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The source lines of the tour, by the numbers that a stack trace shows. */
final class TourSource {

  private static final String INDENT = "    ";

  private final List<String> lines;

  private TourSource(List<String> lines) {
    this.lines = lines;
  }

  static TourSource load() {
    try (InputStream in = BlogTour.class.getResourceAsStream("BlogTour.java")) {
      if (in == null) {
        throw new IllegalStateException("the program comes without the source of its demo");
      }
      return new TourSource(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number, from 1, of the first line of the tour. */
  int first() {
    return number("// the tour begins") + 2;
  }

  /** The number of its last line. */
  int last() {
    return number("// the tour ends") - 2;
  }

  private int number(String mark) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(mark)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("BlogTour.java has no line " + mark);
  }

  /** A line without the indentation of the method. */
  String line(int number) {
    String line = lines.get(number - 1);
    return line.startsWith(INDENT) ? line.substring(INDENT.length()) : line;
  }

  /** The line that ends the statement to which a line belongs. */
  int endOfStatement(int number) {
    int end = number;
    while (end < last() && !lines.get(end - 1).matches(".*[;{}]\\s*(//.*)?")) {
      end++;
    }
    return end;
  }
}
