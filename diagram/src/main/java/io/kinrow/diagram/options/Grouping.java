package io.kinrow.diagram.options;

import io.kinrow.diagram.model.ErName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Decides which tables stand together. Immutable. */
public final class Grouping {

  /** By schema or, in one schema, by the first word of the name; none for few tables. */
  public static final Grouping AUTOMATIC = new Grouping(true, Map.of());

  /** No groups. */
  public static final Grouping NONE = new Grouping(false, Map.of());

  private static final int FEWEST = 3;

  private final boolean automatic;
  private final Map<String, List<String>> named;

  private Grouping(boolean automatic, Map<String, List<String>> named) {
    this.automatic = automatic;
    this.named = named;
  }

  /**
   * Returns named groups.
   *
   * @param groups by name of the group, the names of tables, in which {@code *} stands for any
   *     letters
   */
  public static Grouping of(Map<String, List<String>> groups) {
    return new Grouping(false, new LinkedHashMap<>(groups));
  }

  /**
   * Returns named groups.
   *
   * @param groups by name of the group, the names of tables between commas, as in {@code
   *     crm_*,users}; {@link #AUTOMATIC} if it is empty
   */
  public static Grouping parse(Map<String, String> groups) {
    if (groups.isEmpty()) {
      return AUTOMATIC;
    }
    Map<String, List<String>> named = new LinkedHashMap<>();
    groups.forEach((name, tables) -> named.put(name, List.of(tables.strip().split("\\s*,\\s*"))));
    return of(named);
  }

  /** Returns the name of the group of each table that has one, sorted by table. */
  public SortedMap<ErName, String> of(Collection<ErName> tables) {
    SortedMap<ErName, String> groups = new TreeMap<>();
    named.forEach(
        (group, patterns) -> {
          for (ErName table : tables) {
            if (patterns.stream().anyMatch(pattern -> matches(pattern, table.toString()))) {
              groups.putIfAbsent(table, group);
            }
          }
        });
    if (automatic && tables.size() > LayoutOptions.MANY) {
      automatic(tables, groups);
    }
    return groups;
  }

  private static void automatic(Collection<ErName> tables, SortedMap<ErName, String> groups) {
    boolean schemas = tables.stream().map(ErName::schema).distinct().count() > 1;
    Map<String, List<ErName>> found = new TreeMap<>();
    for (ErName table : tables) {
      String group = schemas ? schema(table) : prefix(table.name());
      found.computeIfAbsent(group, g -> new ArrayList<>()).add(table);
    }
    found.forEach(
        (group, members) -> {
          if (members.size() >= FEWEST && members.size() < tables.size()) {
            String shown = schemas ? group : shared(members, group);
            members.forEach(member -> groups.put(member, shown));
          }
        });
  }

  private static String schema(ErName table) {
    return table.schema().isEmpty() ? "public" : table.schema();
  }

  /** The first word of all of them if it is the same, else its singular. */
  private static String shared(List<ErName> members, String singular) {
    List<String> words = members.stream().map(m -> word(m.name())).distinct().toList();
    return words.size() == 1 ? words.get(0) : singular;
  }

  /** The first word, as in {@code order_lines} or {@code OrderLines}. */
  private static String word(String name) {
    String first = name.replaceFirst("(?<=[a-z0-9])[A-Z].*$|[_.\\-\\s$].*$", "");
    return first.isEmpty() ? name : first;
  }

  /** The first word in the singular, so that {@code orders} stands with {@code order_lines}. */
  private static String prefix(String name) {
    String word = word(name);
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean matches(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return name.matches("(?s)" + regex);
  }
}
