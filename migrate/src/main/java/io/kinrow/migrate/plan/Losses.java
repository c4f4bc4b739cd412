package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.ArrayList;
import java.util.List;

/** Collects, in words, what a script takes away for good. */
final class Losses {

  private static final String NO_KEY =
      " (no key that remains identifies the rows, so the values cannot be kept)";

  private final List<String> texts = new ArrayList<>();
  private final boolean undo;

  Losses(Request request) {
    this.undo = request.undo();
  }

  void dropped(Table table) {
    texts.add(
        "the rows of " + table.name() + (undo ? ", with everything that was written since" : ""));
  }

  void dropped(Table table, Name column, boolean asked) {
    texts.add("the values of %s.%s%s".formatted(table.name(), column, asked ? NO_KEY : ""));
  }

  /** What is not kept although it was asked for: a row without a key is not found again. */
  void withoutKey(Table from, Parking parking) {
    for (Name key : parking.nullableKeys(from)) {
      for (Name column : parking.columns()) {
        texts.add(
            "the values of %s.%s in rows whose %s is NULL".formatted(from.name(), column, key));
      }
    }
  }

  void changed(Table from, Table to, Name name, boolean asked) {
    String key = asked ? NO_KEY : "";
    Column old = from.column(name).orElseThrow();
    Column column = to.column(name).orElseThrow();
    if (column.isGenerated()) {
      texts.add(
          "the values of %s.%s, which becomes a generated column".formatted(from.name(), name)
              + key);
    } else if (!old.type().equals(column.type()) || from.strict() != to.strict()) {
      texts.add(
          "how the values of %s.%s were written before their type became %s"
                  .formatted(from.name(), name, column.type().isEmpty() ? "untyped" : column.type())
              + key);
    } else {
      texts.add("which rows of %s had no %s".formatted(from.name(), name) + key);
    }
  }

  List<String> texts() {
    return List.copyOf(texts);
  }
}
