package io.kinrow.migrate.catalog;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * What was read before, for whoever reads again and again: an object is read anew only when its
 * text has changed, or what it names. As texts alone decide, it serves several databases; an object
 * that is as it was is the same Java object in both catalogues. For one thread at a time.
 *
 * <pre>{@code
 * CatalogMemory memory = new CatalogMemory();
 * Catalog before = CatalogReader.read(connection, LeftOut.NOTHING, memory);
 * statement.execute("CREATE TABLE added (id INTEGER PRIMARY KEY)");
 * Catalog after = CatalogReader.read(connection, LeftOut.NOTHING, memory); // reads one table
 * }</pre>
 *
 * @hidden
 */
@ApiStatus.Internal
public final class CatalogMemory {

  /** By name as written, and the texts of the table and of its indexes. */
  final Map<List<String>, KnownTable> tables = new HashMap<>();

  /** By name, text, and all that the text may mean by its names. */
  final Map<List<@Nullable Object>, KnownView> views = new HashMap<>();

  /** By name, table, text, and all that the text may mean by its names. */
  final Map<List<@Nullable Object>, Trigger> triggers = new HashMap<>();

  private static final ThreadLocal<SoftReference<CatalogMemory>> RECENT = new ThreadLocal<>();
  private static final int MOST = 10_000;

  private final Map<String, String> scripts = new HashMap<>();
  private final Map<String, List<Name>> mentioned = new HashMap<>();

  /** Creates an empty memory. */
  public CatalogMemory() {}

  /**
   * Returns what this thread has read lately: the schemas that are compared with each other have
   * most of their tables in common. It is given up when memory is needed, or when it has become
   * large.
   */
  public static CatalogMemory recent() {
    SoftReference<CatalogMemory> held = RECENT.get();
    CatalogMemory memory = held == null ? null : held.get();
    if (memory == null || memory.tables.size() + memory.views.size() > MOST) {
      memory = new CatalogMemory();
      RECENT.set(new SoftReference<>(memory));
    }
    return memory;
  }

  /** A table as it was read; equal to itself only. */
  static final class KnownTable {
    final TablePragmas facts;
    @Nullable Table table;
    private @Nullable List<@Nullable KeyConstraint> parents;
    private @Nullable Table resolved;
    private @Nullable Table shown;

    KnownTable(TablePragmas facts) {
      this.facts = facts;
    }

    /**
     * The table with its parents' primary keys where its foreign keys name no columns, and without
     * the indexes that are left out; the same object as long as nothing changes.
     */
    Table resolved(Map<Name, KeyConstraint> keys, LeftOut leftOut) {
      Table read = Objects.requireNonNull(table);
      List<@Nullable KeyConstraint> now = ObjectReader.impliedParentKeys(read, keys);
      if (resolved == null || !now.equals(parents)) {
        parents = now;
        resolved = ObjectReader.withParentKeys(read, keys);
      }
      Table without = resolved.withoutIndexes(index -> leftOut.has(index.name()));
      if (shown == null || !shown.equals(without)) {
        shown = without;
      }
      return shown;
    }
  }

  /** A view as it was read; equal to itself only. */
  static final class KnownView {
    final List<String> labels;
    @Nullable View view;

    KnownView(List<String> labels) {
      this.labels = labels;
    }
  }

  String forScripts(String sql) {
    return scripts.computeIfAbsent(sql, Sources::forScripts);
  }

  /** The names in a text, and the strings, which SQLite takes for names of tables too. */
  List<Name> mentioned(String sql) {
    return mentioned.computeIfAbsent(
        sql,
        text ->
            Tokenizer.tokens(text).stream()
                .filter(token -> token.isName() || token.kind() == Token.Kind.STRING)
                .map(token -> new Name(token.unquoted()))
                .distinct()
                .toList());
  }
}
