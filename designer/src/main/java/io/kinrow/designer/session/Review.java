package io.kinrow.designer.session;

import io.kinrow.diagram.Diagram;
import io.kinrow.diagram.DiagramFormat;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.prove.Proof;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * The migration that leads from the project's migrations to a design, proved, or why there is none.
 *
 * @param diff the migration; nothing if there is none
 * @param fills the columns for which existing rows can be given a value
 * @param picture what differs, as SVG; "" if nothing does
 */
record Review(
    Optional<SchemaDiff> diff,
    List<FillPlace> fills,
    Map<ColumnPlace, String> values,
    List<String> problems,
    String picture) {

  /** Compares, plans and proves. */
  static Review of(MigratedSchema migrations, DesignState state, String origin) {
    if (state.draft().isBroken()) {
      return refused(List.of(), state, List.of("The text of the schema has an error"));
    }
    Schema old;
    try {
      old = migrations.get();
    } catch (RefusedException e) {
      return refused(List.of(), state, e.problems());
    } catch (FlywayException e) {
      return refused(
          List.of(),
          state,
          List.of("The migrations cannot be run: " + Explained.of(e).getMessage()));
    }
    Schema desired = state.draft().schema(origin);
    DiffOptions options =
        RenameChain.between(old.catalog(), desired.catalog(), state.draft().allRenames());
    List<FillPlace> fills = FillPlace.between(old.catalog(), desired.catalog(), options);
    String picture = picture(old, desired, options, state);
    try {
      SchemaDiff diff = SchemaDiff.between(old, desired, withFills(options, fills, state));
      return new Review(Optional.of(diff), fills, state.fills(), List.of(), picture);
    } catch (RefusedException e) {
      return new Review(Optional.empty(), fills, state.fills(), e.problems(), picture);
    } catch (IllegalStateException e) {
      return new Review(
          Optional.empty(),
          fills,
          state.fills(),
          List.of("This change cannot be proved; please report it: " + e.getMessage()),
          picture);
    }
  }

  private static Review refused(List<FillPlace> fills, DesignState state, List<String> problems) {
    return new Review(Optional.empty(), fills, state.fills(), problems, "");
  }

  private static DiffOptions withFills(
      DiffOptions options, List<FillPlace> fills, DesignState state) {
    DiffOptions all = options.keepData(state.keepsData());
    for (FillPlace fill : fills) {
      String value = state.fills().get(fill.place());
      if (value != null) {
        all = all.fill(fill.place(), value);
      }
    }
    return all;
  }

  private static String picture(
      Schema old, Schema desired, DiffOptions renames, DesignState state) {
    Diagram diagram = Diagram.difference("Migrations → design", old, desired, renames);
    return diagram.isWithoutDifferences()
        ? ""
        : diagram
            .draw(DiagramFormat.SVG, LayoutOptions.defaults().positions(state.places()))
            .text();
  }

  /** Returns it for the page. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problems", problems);
    fields.put("fills", fills.stream().map(this::fill).toList());
    fields.put("picture", picture);
    fields.put("isEmpty", diff.map(SchemaDiff::isEmpty).orElse(false));
    fields.put("migration", diff.map(SchemaDiff::migration).orElse(""));
    fields.put("undo", diff.map(SchemaDiff::undo).orElse(""));
    fields.put(
        "differences",
        diff.map(d -> d.differences().stream().map(Object::toString).toList()).orElse(List.of()));
    fields.put("losses", diff.map(SchemaDiff::losses).orElse(List.of()));
    fields.put("hints", diff.map(SchemaDiff::hints).orElse(List.of()));
    fields.put(
        "provedWithoutRows",
        diff.map(d -> d.proof().empty().stream().map(Name::text).toList()).orElse(List.of()));
    fields.put("proof", diff.filter(d -> !d.isEmpty()).map(d -> proof(d.proof())).orElse(""));
    return fields;
  }

  private Map<String, Object> fill(FillPlace fill) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("table", fill.place().table().text());
    fields.put("column", fill.place().column().text());
    fields.put("type", fill.type());
    fields.put("why", fill.why());
    fields.put("required", fill.required());
    fields.put("value", values.getOrDefault(fill.place(), ""));
    return fields;
  }

  private static String proof(Proof proof) {
    String empty = "Both scripts were run, there and back, on an empty database";
    return proof.rows() == 0
        ? empty + "."
        : "%s and on one with %s; %s came back, and %s compared value by value."
            .formatted(
                empty,
                counted(proof.rows(), "row"),
                counted(proof.tables(), "table"),
                proof.columns() == 1
                    ? "1 column was"
                    : counted(proof.columns(), "column") + " were");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
