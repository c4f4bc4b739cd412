package io.kinrow.migrate.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A schema as named objects, each with parts that are lines of text. */
final class SchemaParts implements SchemaState {
  private final SortedMap<String, SortedSet<String>> objects = new TreeMap<>();

  void addPart(String object, String part) {
    objects.computeIfAbsent(object, n -> new TreeSet<>()).add(part);
  }

  @Override
  public boolean isEmpty() {
    return objects.isEmpty();
  }

  @Override
  public List<String> differences(SchemaState other) {
    SchemaParts actual = (SchemaParts) other;
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(objects.keySet());
    names.addAll(actual.objects.keySet());
    for (String name : names) {
      SortedSet<String> wanted = objects.get(name);
      SortedSet<String> found = actual.objects.get(name);
      if (found == null) {
        differences.add(name + " is missing");
      } else if (wanted == null) {
        differences.add(name + " is left over");
      } else {
        wanted.stream()
            .filter(part -> !found.contains(part))
            .forEach(part -> differences.add(name + ": missing: " + part));
        found.stream()
            .filter(part -> !wanted.contains(part))
            .forEach(part -> differences.add(name + ": left over: " + part));
      }
    }
    return differences;
  }
}
