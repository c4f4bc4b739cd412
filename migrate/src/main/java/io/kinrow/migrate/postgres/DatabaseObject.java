package io.kinrow.migrate.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One object: what it is a part of, and its properties, of which some have many values. */
final class DatabaseObject {
  private static final int SHORT = 200;

  private final String type;
  private final String identity;
  private final @Nullable DatabaseObject parent;
  private final boolean given;
  private final SortedMap<String, SortedSet<String>> properties = new TreeMap<>();

  DatabaseObject(String type, String identity, @Nullable DatabaseObject parent, boolean given) {
    this.type = type;
    this.identity = identity;
    this.parent = parent;
    this.given = given;
  }

  void add(String property, String value) {
    properties.computeIfAbsent(property, p -> new TreeSet<>()).add(value);
  }

  String type() {
    return type;
  }

  String identity() {
    return identity;
  }

  /** Two databases that are compared have two names. */
  String name() {
    return type.equals("database") ? "the database" : type + " " + identity;
  }

  @Nullable DatabaseObject parent() {
    return parent;
  }

  /** Whether the server made it together with the database. */
  boolean given() {
    return given;
  }

  List<String> differences(DatabaseObject actual) {
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(properties.keySet());
    names.addAll(actual.properties.keySet());
    for (String property : names) {
      SortedSet<String> wanted = properties.getOrDefault(property, new TreeSet<>());
      SortedSet<String> found = actual.properties.getOrDefault(property, new TreeSet<>());
      if (wanted.size() == 1 && found.size() == 1 && !wanted.equals(found)) {
        differences.add(changed(property, wanted.first(), found.first()));
      } else {
        wanted.stream()
            .filter(value -> !found.contains(value))
            .forEach(value -> differences.add("missing: " + property + " " + value));
        found.stream()
            .filter(value -> !wanted.contains(value))
            .forEach(value -> differences.add("left over: " + property + " " + value));
      }
    }
    return differences;
  }

  private static String changed(String property, String wanted, String found) {
    if (wanted.length() + found.length() <= SHORT && !(wanted + found).contains("\n")) {
      return property + " " + found + " instead of " + wanted;
    }
    List<String> before = wanted.lines().toList();
    List<String> after = found.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return property
        + ", line "
        + (line + 1)
        + ": "
        + (line < after.size() ? after.get(line).strip() : "nothing")
        + " instead of "
        + (line < before.size() ? before.get(line).strip() : "nothing");
  }
}
