package io.kinrow.designer.session;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.RenameRecorder;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaEngine;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a schema and what they mean. If they mean nothing, because a statement is wrong, it
 * knows why, and what the last correct texts meant. Immutable.
 */
final class DesignDraft {

  private final FlywaySettings settings;
  private final Map<Path, String> texts;
  private final @Nullable DesiredSql correct;
  private final List<TextProblem> problems;
  private final DiffOptions before;
  private final Catalog catalog;

  private DesignDraft(
      FlywaySettings settings,
      Map<Path, String> texts,
      @Nullable DesiredSql correct,
      List<TextProblem> problems,
      DiffOptions before,
      Catalog catalog) {
    this.settings = settings;
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    this.correct = correct;
    this.problems = List.copyOf(problems);
    this.before = before;
    this.catalog = catalog;
  }

  /** Reads texts by file, without what the settings leave out. */
  static DesignDraft of(Map<Path, String> texts, FlywaySettings settings) {
    return read(settings, texts, DiffOptions.defaults(), Schema.ofSql("").catalog());
  }

  private static DesignDraft read(
      FlywaySettings settings, Map<Path, String> texts, DiffOptions before, Catalog last) {
    try {
      DesiredSql sql = DesiredSql.of(texts, settings);
      return new DesignDraft(settings, texts, sql, List.of(), before, sql.catalog());
    } catch (RefusedException e) {
      return new DesignDraft(settings, texts, null, TextProblem.of(e), before, last);
    }
  }

  Map<Path, String> texts() {
    return texts;
  }

  /** Returns what is wrong with the texts; nothing if they are correct. */
  List<TextProblem> problems() {
    return problems;
  }

  boolean isBroken() {
    return correct == null;
  }

  /** Returns what the texts mean or, if they are broken, what the last correct ones meant. */
  Catalog catalog() {
    return catalog;
  }

  Optional<DesiredSql> sql() {
    return Optional.ofNullable(correct);
  }

  /** Returns the renames that edits made since the texts were first read. */
  DiffOptions renames() {
    return correct == null ? before : RenameChain.joined(before, correct.renames());
  }

  /** Returns the renames that edits made, and those that comments in the texts name. */
  DiffOptions allRenames() {
    return correct == null ? before : renames().withRenamesOf(correct.schema().renames());
  }

  /** Returns the same with a comment beside what was renamed, from which a later diff knows. */
  DesignDraft recording(DiffOptions renames) {
    DesignDraft recorded = this;
    for (Map.Entry<Path, String> text : RenameRecorder.recorded(texts, renames).entrySet()) {
      if (!text.getValue().equals(texts.get(text.getKey()))) {
        recorded = recorded.withText(text.getKey(), text.getValue());
      }
    }
    return recorded.isBroken() ? this : recorded;
  }

  /** Returns the schema, for comparison. */
  Schema schema(String origin) {
    return new Schema(
        catalog, origin, SchemaEngine.SQLITE, Repeatables.NONE, DiffOptions.defaults());
  }

  /**
   * Returns the same after some edits.
   *
   * @throws RefusedException if one of them cannot be done; the message has the remedy
   */
  DesignDraft apply(List<Edit> edits) {
    if (correct == null) {
      throw RefusedException.because(
          "The text has an error: correct it, or undo, before you change the drawing");
    }
    DesiredSql sql = correct;
    for (Edit edit : edits) {
      sql = sql.apply(edit);
    }
    return new DesignDraft(settings, sql.texts(), sql, List.of(), before, sql.catalog());
  }

  /** Returns the same with another text in one of its files. */
  DesignDraft withText(Path file, String text) {
    if (!texts.containsKey(file)) {
      throw RefusedException.because("There is no file " + file);
    }
    Map<Path, String> changed = new LinkedHashMap<>(texts);
    changed.put(file, text);
    return read(settings, changed, renames(), catalog);
  }
}
