package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.name.Overrides.ColumnId;
import io.kinrow.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Finds what each override names, and refuses those that name nothing or cannot be followed. */
final class OverrideMatcher {

  private static final String PROPERTY = ".property";

  private final List<TableFacts> tables;
  private final List<String> problems = new ArrayList<>();
  private final Map<TableId, String> entities = new LinkedHashMap<>();
  private final Map<TableId, String> repositories = new LinkedHashMap<>();
  private final Map<ColumnId, String> properties = new LinkedHashMap<>();
  private final Map<RelationEnd, String> relations = new LinkedHashMap<>();
  private final Map<String, String> uses = new HashMap<>();
  private final List<Member> members = new ArrayList<>();

  /** A name given to a member of an entity. */
  private record Member(String key, TableId home, String name) {}

  OverrideMatcher(List<TableFacts> tables) {
    this.tables = tables;
  }

  Overrides match(Map<String, String> overrides) {
    new TreeMap<>(overrides).forEach(this::match);
    tables.forEach(this::refuseNamesOfColumns);
    if (!problems.isEmpty()) {
      throw new NamingException(problems);
    }
    return new Overrides(entities, repositories, properties, relations);
  }

  /** A column that is not renamed keeps its name: an override must not push it away. */
  private void refuseNamesOfColumns(TableFacts table) {
    for (String column : table.columnNames()) {
      String property = Words.of(column).camel();
      for (Member member : members) {
        if (member.home().equals(table.id())
            && member.name().equals(property)
            && !properties.containsKey(new ColumnId(table.id(), column))) {
          problem(
              member.key(),
              "\""
                  + property
                  + "\" is the name of column "
                  + column
                  + " of "
                  + table.id()
                  + "; choose another, or rename the column: "
                  + table.id()
                  + "."
                  + column
                  + ".property = ...");
        }
      }
    }
  }

  private void match(String key, String value) {
    List<String> names = Stream.of(value.split(",", -1)).map(String::strip).toList();
    Optional<TableFacts> whole = table(key);
    if (whole.isPresent()) {
      if (isTheOnlyOne(key, key, whole.get())) {
        nameTable(key, whole.get(), names);
      }
      return;
    }
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      Optional<TableFacts> table = table(key.substring(0, dot));
      if (table.isPresent()) {
        if (isTheOnlyOne(key, key.substring(0, dot), table.get())) {
          nameColumns(key, table.get(), key.substring(dot + 1), names);
        }
        return;
      }
    }
    String wanted = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    problem(key, "there is no table " + wanted + Spelling.hint(wanted, tableNames()));
  }

  private void nameTable(String key, TableFacts table, List<String> names) {
    if (accepts(key, names, 2, "the entity and, after a comma, its repository")) {
      use(key, names.get(0), "entity of the schema", name -> entities.put(table.id(), name));
      if (names.size() > 1) {
        use(key, names.get(1), "repository", name -> repositories.put(table.id(), name));
      }
    }
  }

  private void nameColumns(String key, TableFacts table, String columns, List<String> names) {
    boolean property = columns.endsWith(PROPERTY) && column(table, columns).isEmpty();
    String list = property ? columns.substring(0, columns.length() - PROPERTY.length()) : columns;
    List<String> found = new ArrayList<>();
    for (String part : column(table, list).isPresent() ? new String[] {list} : list.split("\\+")) {
      Optional<String> column = column(table, part.strip());
      if (column.isEmpty()) {
        problem(
            key,
            "table "
                + table.id()
                + " has no column "
                + part.strip()
                + Spelling.hint(part.strip(), table.columnNames()));
        return;
      }
      found.add(column.get());
    }
    List<ReferenceFacts> references =
        table.references().stream().filter(r -> r.columns().equals(found)).toList();
    if (references.isEmpty() || property) {
      nameProperty(key, table, found, names);
    } else if (references.size() > 1) {
      problem(key, "several foreign keys of table " + table.id() + " have these columns");
    } else {
      nameRelation(key, table, references.get(0), names);
    }
  }

  private void nameProperty(String key, TableFacts table, List<String> found, List<String> names) {
    if (found.size() > 1) {
      problem(key, "table " + table.id() + " has no foreign key with these columns in this order");
    } else if (accepts(key, names, 1, "one name, since it is not a foreign key")) {
      ColumnId column = new ColumnId(table.id(), found.get(0));
      use(key, names.get(0), "entity " + table.id(), name -> properties.put(column, name));
      members.add(new Member(key, table.id(), names.get(0)));
    }
  }

  private void nameRelation(
      String key, TableFacts table, ReferenceFacts reference, List<String> names) {
    boolean join = table.join();
    String what =
        join
            ? "the referenced row, the way back, and the rows across this join table"
            : "the referenced row and, after a comma, the way back";
    if (accepts(key, names, join ? 3 : 2, what)) {
      List<Function<TableFacts, RelationEnd>> ends =
          List.of(
              t -> RelationEnd.one(t, reference),
              t -> RelationEnd.many(t, reference),
              t -> RelationEnd.across(t, reference));
      for (int i = 0; i < names.size(); i++) {
        RelationEnd end = ends.get(i).apply(table);
        use(key, names.get(i), "entity " + end.home(), name -> relations.put(end, name));
        members.add(new Member(key, end.home(), names.get(i)));
      }
    }
  }

  private boolean accepts(String key, List<String> names, int most, String what) {
    if (names.size() > most) {
      problem(
          key,
          "at most " + most + (most == 1 ? " name is" : " names are") + " possible here: " + what);
    }
    return names.size() <= most;
  }

  /** An empty name leaves that one to the rules. */
  private void use(String key, String name, String where, Consumer<String> to) {
    if (name.isEmpty()) {
      return;
    }
    if (!SourceVersion.isIdentifier(name) || ReservedNames.isTableMethod(name)) {
      problem(key, "\"" + name + "\" cannot be the name of a Java member; choose another");
      return;
    }
    String other = uses.putIfAbsent(where + " " + name, key);
    if (other != null) {
      problem(
          key,
          "\""
              + name
              + "\" is also given by "
              + other
              + " in "
              + where
              + "; one of them needs another name");
      return;
    }
    to.accept(name);
  }

  private Optional<TableFacts> table(String name) {
    return pick(name, tables, table -> table.id().toString())
        .or(() -> pick(name, tables, table -> table.id().name()));
  }

  /** Whether no other schema has a table of that name, or the schema is named too. */
  private boolean isTheOnlyOne(String key, String name, TableFacts found) {
    List<String> same =
        tables.stream()
            .map(TableFacts::id)
            .filter(id -> id.name().equals(found.id().name()))
            .map(TableId::toString)
            .toList();
    if (same.size() == 1 || name.equalsIgnoreCase(found.id().toString())) {
      return true;
    }
    problem(
        key,
        "several schemas have a table "
            + found.id().name()
            + "; write "
            + String.join(" or ", same)
            + " instead");
    return false;
  }

  private static Optional<String> column(TableFacts table, String name) {
    return pick(name, table.columnNames(), Function.identity());
  }

  private static <T> Optional<T> pick(String name, List<T> all, Function<T, String> naming) {
    return all.stream()
        .filter(each -> naming.apply(each).equals(name))
        .findFirst()
        .or(
            () ->
                all.stream().filter(each -> naming.apply(each).equalsIgnoreCase(name)).findFirst());
  }

  private List<String> tableNames() {
    return tables.stream().map(table -> table.id().name()).toList();
  }

  private void problem(String key, String text) {
    problems.add("names: " + key + ": " + text);
  }
}
