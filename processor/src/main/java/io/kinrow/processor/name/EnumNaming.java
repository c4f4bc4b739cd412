package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the enums of CHECK constraints: the entity and the property, {@code UserRole}. */
public final class EnumNaming {

  private EnumNaming() {}

  /**
   * Names the enums.
   *
   * @param tables with all their columns; keys and references do not matter
   * @param enums the columns that have one
   * @param overrides the user's own names of tables and of these columns
   * @param taken names of other enums
   * @return the names by table and column, in the order of tables and columns
   */
  public static Map<TableId, Map<String, String>> name(
      List<TableFacts> tables,
      List<String> schemas,
      Map<TableId, Set<String>> enums,
      Map<String, String> overrides,
      Collection<String> taken) {
    Map<String, String> relevant = new HashMap<>(overrides);
    relevant.keySet().removeIf(key -> !isRelevant(key, tables, enums));
    GeneratedNames names = NamingRules.name(tables, schemas, relevant);
    Set<String> used = new HashSet<>();
    taken.forEach(name -> used.add(name.toLowerCase(Locale.ROOT)));
    names.tables().values().forEach(each -> used.add(each.entity().toLowerCase(Locale.ROOT)));
    Map<TableId, Map<String, String>> found = new LinkedHashMap<>();
    names
        .tables()
        .forEach(
            (id, table) -> {
              Set<String> columns = enums.getOrDefault(id, Set.of());
              table
                  .columns()
                  .forEach(
                      (column, decided) -> {
                        if (columns.contains(column)) {
                          String property = GeneratedNames.capitalised(decided.property());
                          found
                              .computeIfAbsent(id, key -> new LinkedHashMap<>())
                              .put(column, free(table.entity() + property, used));
                        }
                      });
            });
    return found;
  }

  private static boolean isRelevant(
      String key, List<TableFacts> tables, Map<TableId, Set<String>> enums) {
    return tables.stream()
        .map(TableFacts::id)
        .anyMatch(
            id ->
                key.equals(id.toString())
                    || enums.getOrDefault(id, Set.of()).stream()
                        .anyMatch(column -> key.equals(id + "." + column)));
  }

  /** Class files differ in more than the case of letters. */
  private static String free(String wanted, Set<String> used) {
    String name = wanted;
    for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + i;
    }
    return name;
  }
}
