package io.kinrow.processor.fact;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Compares lists of key columns. */
final class Keys {

  private Keys() {}

  static boolean sameColumns(List<String> some, List<String> others) {
    return !some.isEmpty() && new HashSet<>(some).equals(new HashSet<>(others));
  }

  static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
