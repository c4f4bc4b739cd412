package io.kinrow.processor.name;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where names must differ: hands out each name once, together with the names that follow from it.
 */
final class Namespace {

  private final boolean ignoreCase;
  private final Predicate<String> reserved;
  private final Set<String> taken = new HashSet<>();

  private Namespace(boolean ignoreCase, Predicate<String> reserved) {
    this.ignoreCase = ignoreCase;
    this.reserved = reserved;
  }

  static Namespace ofMembers(Predicate<String> reserved) {
    return new Namespace(false, reserved);
  }

  /** Classes are files, and some file systems do not tell case. */
  static Namespace ofClasses(Predicate<String> reserved) {
    return new Namespace(true, reserved);
  }

  boolean isFree(String name) {
    return !taken.contains(key(name));
  }

  boolean areFree(List<String> names) {
    return names.stream().allMatch(this::isFree);
  }

  void take(List<String> names) {
    names.forEach(name -> taken.add(key(name)));
  }

  /** The name itself, if it is free. */
  Optional<String> claimNatural(String candidate) {
    String name = allowed(candidate);
    return taken.add(key(name)) ? Optional.of(name) : Optional.empty();
  }

  String claim(List<String> candidates) {
    return claim(candidates, List::of);
  }

  /**
   * The first candidate that is free, else the last with the first number that makes it so.
   *
   * @param family the name itself and what follows from it, all of which must be free
   */
  String claim(List<String> candidates, Function<String, List<String>> family) {
    for (String candidate : candidates) {
      String name = allowed(candidate);
      if (areFree(family.apply(name))) {
        take(family.apply(name));
        return name;
      }
    }
    String stem = candidates.get(candidates.size() - 1);
    int number = 2;
    while (reserved.test(stem + number) || !areFree(family.apply(stem + number))) {
      number++;
    }
    take(family.apply(stem + number));
    return stem + number;
  }

  private String allowed(String name) {
    return reserved.test(name) ? name + "_" : name;
  }

  private String key(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }
}
