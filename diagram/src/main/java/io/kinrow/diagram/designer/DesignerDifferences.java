package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What was drawn and could not be taken over, in sentences. */
final class DesignerDifferences {

  private final List<String> notes = new ArrayList<>();

  private DesignerDifferences() {}

  /**
   * Returns a sentence for each difference.
   *
   * @param wanted what was drawn
   * @param got what came out
   */
  static List<String> of(DesignerSchema wanted, DesignerSchema got) {
    DesignerDifferences differences = new DesignerDifferences();
    DesignerLines lines = new DesignerLines(wanted);
    for (DesignerTable table : wanted.tables()) {
      got.table(table.name()).ifPresent(other -> differences.tables(table, other));
      Set<DesignerRelation> lost = lines.of(table);
      got.table(table.name()).ifPresent(other -> lost.removeAll(lines.of(other)));
      lost.forEach(line -> differences.notes.add(lost(line)));
    }
    return differences.notes;
  }

  private static String lost(DesignerRelation line) {
    return "%s.%s: the line to %s.%s is left out, because it was one of several of a foreign key that is gone"
        .formatted(line.table(), line.child(), line.parent(), line.to());
  }

  private void tables(DesignerTable wanted, DesignerTable got) {
    String table = wanted.name();
    List<Name> order = wanted.columns().stream().map(c -> new Name(c.name())).toList();
    if (!order.equals(got.columns().stream().map(c -> new Name(c.name())).toList())) {
      notes.add(
          table + ": the columns keep their order; to change it, move their lines in desired.sql");
    }
    for (DesignerColumn column : wanted.columns()) {
      got.column(column.name()).ifPresent(other -> columns(table, column, other));
    }
    Set<DesignerKey> keys = new HashSet<>(got.keys());
    for (DesignerKey key : wanted.keys()) {
      if (key.kind() != DesignerKey.Kind.PRIMARY && !keys.contains(key)) {
        notes.add(
            key.kind() == DesignerKey.Kind.FULLTEXT
                ? "%s: the FULLTEXT key over %s is left out; SQLite has FTS5 tables instead"
                    .formatted(table, String.join(", ", key.columns()))
                : named(table, key, got));
      }
    }
  }

  private static String named(String table, DesignerKey key, DesignerTable got) {
    return got.keys().stream()
        .filter(other -> other.columns().equals(key.columns()))
        .findFirst()
        .map(
            other ->
                "%s: the key over %s is called %s"
                    .formatted(table, String.join(", ", key.columns()), other.name()))
        .orElse(
            "%s: the key over %s is left out".formatted(table, String.join(", ", key.columns())));
  }

  private void columns(String table, DesignerColumn wanted, DesignerColumn got) {
    String place = table + "." + wanted.name();
    if (wanted.autoincrement() && !got.autoincrement()) {
      notes.add(
          place + ": AUTOINCREMENT is left out; SQLite numbers the rows of an INTEGER key anyway");
    } else if (!wanted.autoincrement() && got.autoincrement()) {
      notes.add(place + ": AUTOINCREMENT stays; to remove it, change desired.sql");
    }
    if (wanted.nullable() != got.nullable()) {
      notes.add(
          "%s %s NULL, because it is in the primary key"
              .formatted(place, got.nullable() ? "accepts" : "does not accept"));
    }
    if (!wanted.type().equalsIgnoreCase(got.type())) {
      notes.add("%s: the type stays %s".formatted(place, got.type()));
    }
    if (!Objects.equals(wanted.defaultValue(), got.defaultValue())
        && !("(" + wanted.defaultValue() + ")").equals(got.defaultValue())) {
      notes.add(
          "%s: the default is %s"
              .formatted(place, got.defaultValue() == null ? "none" : got.defaultValue()));
    }
  }
}
