package io.kinrow.microblog.command;

import io.kinrow.diagram.DesignerImport;
import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.drift.Drift;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is shown of differences between schemas. */
final class DiffListings {

  private record Found(String side, Difference difference) {}

  private DiffListings() {}

  private static List<Column<Difference>> columns() {
    return List.of(
        Column.of("change", d -> d.change().name().toLowerCase(Locale.ROOT)),
        Column.of("type", Difference::type),
        Column.of("object", Difference::object),
        Column.of("detail", Difference::detail));
  }

  static Listing<Difference> of(DesignerImport drawn) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("files", drawn.files().keySet().stream().map(Path::toString).toList());
    fields.put("notes", drawn.notes());
    return Listing.of(columns(), drawn.differences(), "The schema is as it was drawn.")
        .more(new Listing.More(String.join("\n", drawn.notes()), fields));
  }

  static Listing<Difference> of(SchemaDiff diff) {
    List<String> notes = new ArrayList<>(diff.losses());
    notes.addAll(diff.hints());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("losses", diff.losses());
    fields.put("hints", diff.hints());
    fields.put("migration", diff.migration());
    fields.put("undo", diff.undo());
    return Listing.of(columns(), diff.differences(), "The migrations give the desired schema.")
        .more(new Listing.More(String.join("\n", notes), fields));
  }

  static Listing<?> of(Drift drift) {
    List<Found> found = new ArrayList<>();
    drift.fromMigrations().forEach(difference -> found.add(new Found("database", difference)));
    drift.fromDesired().forEach(difference -> found.add(new Found("desired", difference)));
    List<Column<Found>> columns =
        List.of(
            Column.of("side", Found::side),
            Column.of("change", f -> f.difference().change().name().toLowerCase(Locale.ROOT)),
            Column.of("type", f -> f.difference().type()),
            Column.of("object", f -> f.difference().object()),
            Column.of("detail", f -> f.difference().detail()));
    List<String> hints = new ArrayList<>();
    if (!drift.pending().isEmpty()) {
      hints.add("Pending: " + String.join(", ", drift.pending()));
    }
    hints.addAll(drift.notes());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", drift.version());
    fields.put("pending", drift.pending());
    fields.put("notes", drift.notes());
    return Listing.of(columns, found, "No drift.")
        .more(new Listing.More(String.join("\n", hints), fields));
  }
}
