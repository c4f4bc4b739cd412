package io.kinrow.migrate.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a database holds, without its rows; immutable and so safe to share between threads.
 * Catalogues are equal when their tables, views and triggers are, whatever their SQL looked like;
 * the order of columns counts.
 *
 * <pre>{@code
 * try (Connection connection = DriverManager.getConnection("jdbc:sqlite:microblog.db")) {
 *   Catalog catalog = CatalogReader.read(connection, LeftOut.NOTHING);
 *   Table users = catalog.table(new Name("users")).orElseThrow();
 * }
 * }</pre>
 */
public final class Catalog {

  /** The start of the names of tables that keep data for an undo; they are not part of a schema. */
  public static final String PARKED = "kinrow_parked_";

  private final SortedMap<Name, Table> tables = new TreeMap<>();
  private final SortedMap<Name, View> views = new TreeMap<>();
  private final Map<Name, Trigger> triggers = new LinkedHashMap<>();
  private final Map<String, String> sources;
  private final Set<Name> parked;

  /**
   * @param sources the SQL that made each object, by {@code table:name} and so on in lower case
   * @param parked the tables and triggers that keep data for an undo
   */
  Catalog(
      Collection<Table> tables,
      Collection<View> views,
      Collection<Trigger> triggers,
      Map<String, String> sources,
      Set<Name> parked) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    views.forEach(view -> this.views.put(view.name(), view));
    triggers.forEach(trigger -> this.triggers.put(trigger.name(), trigger));
    this.sources = Map.copyOf(sources);
    this.parked = Set.copyOf(parked);
  }

  /** Returns the tables by name. */
  public Collection<Table> tables() {
    return Collections.unmodifiableCollection(tables.values());
  }

  /** Returns the views by name. */
  public Collection<View> views() {
    return Collections.unmodifiableCollection(views.values());
  }

  /**
   * Returns the triggers in the order in which they were made, which decides the one in which they
   * fire.
   */
  public Collection<Trigger> triggers() {
    return Collections.unmodifiableCollection(triggers.values());
  }

  /**
   * Returns what keeps data for an undo, tables and triggers, which a catalogue otherwise leaves
   * out.
   */
  public Set<Name> parked() {
    return parked;
  }

  /** Returns the table of this name. */
  public Optional<Table> table(Name name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Returns the view of this name. */
  public Optional<View> view(Name name) {
    return Optional.ofNullable(views.get(name));
  }

  /** Returns the trigger of this name. */
  public Optional<Trigger> trigger(Name name) {
    return Optional.ofNullable(triggers.get(name));
  }

  /** Returns the same without some of its tables and views, and without some of its triggers. */
  public Catalog without(Set<Name> tablesAndViews, Set<Name> withoutTriggers) {
    return new Catalog(
        tables.values().stream().filter(t -> !tablesAndViews.contains(t.name())).toList(),
        views.values().stream().filter(v -> !tablesAndViews.contains(v.name())).toList(),
        triggers.values().stream().filter(t -> !withoutTriggers.contains(t.name())).toList(),
        sources,
        parked);
  }

  /** Returns the same with a table in the place of the one of its name. */
  public Catalog with(Table table) {
    SortedMap<Name, Table> all = new TreeMap<>(tables);
    all.remove(table.name());
    all.put(table.name(), table);
    return new Catalog(all.values(), views.values(), triggers.values(), sources, parked);
  }

  /** Returns the SQL that made a table, as its author wrote it. */
  public String sql(Table table) {
    return source("table", table.name());
  }

  /** Returns the SQL that made an index, as its author wrote it. */
  public String sql(Index index) {
    return source("index", index.name());
  }

  /** Returns the SQL that made a view, as its author wrote it. */
  public String sql(View view) {
    return source("view", view.name());
  }

  /** Returns the SQL that made a trigger, as its author wrote it. */
  public String sql(Trigger trigger) {
    return source("trigger", trigger.name());
  }

  private String source(String type, Name name) {
    String sql = sources.get(type + ":" + name.key());
    if (sql == null) {
      throw new IllegalArgumentException("This catalogue has no " + type + " " + name);
    }
    return sql;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Catalog catalog
        && tables.equals(catalog.tables)
        && views.equals(catalog.views)
        && triggers.equals(catalog.triggers);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }

  @Override
  public String toString() {
    return "Catalog" + tables.keySet() + views.keySet() + triggers.keySet();
  }
}
