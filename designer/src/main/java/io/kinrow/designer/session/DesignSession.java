package io.kinrow.designer.session;

import io.kinrow.designer.json.JsonFields;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.diff.Revision;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A design from the opening of its files to the end of the program. Thread-safe. */
public final class DesignSession {

  private static final String MERGED = "Merged your changes into the files.";

  private final DesignProject project;
  private final DesignFiles files;
  private final MigratedSchema migrations;
  private final DesignView view;
  private final UndoStack undo = new UndoStack();
  private DesignState state;
  private DesignState saved;
  private SceneView scene;
  private long version = 1;
  private @Nullable Reviewed latest;
  private final Object reviewing = new Object();

  private DesignSession(DesignProject project) {
    this.project = project;
    this.files = DesignFiles.read(project.desired(), project.layout());
    this.migrations = new MigratedSchema(project.settings());
    this.view = new DesignView(project.desired().toString());
    DesignState read = read();
    this.scene = view.laidOut(read);
    this.state = placed(read, scene);
    this.saved = state;
  }

  /**
   * Opens the files of a project. A text with an error is opened too.
   *
   * @throws RefusedException if they cannot be read
   */
  public static DesignSession open(DesignProject project) {
    return new DesignSession(project);
  }

  private DesignState read() {
    return new DesignState(
        DesignDraft.of(files.known(), project.settings()),
        files.places().orElse(LayoutFile.of(Map.of())),
        Map.of(),
        false,
        List.of());
  }

  /** A table that is not drawn, because the text has an error, keeps its place. */
  private static DesignState placed(DesignState state, SceneView scene) {
    return state.at(
        state.draft().isBroken() ? state.places().with(scene.places().places()) : scene.places());
  }

  /** Returns the version of the design, as an entity tag. */
  public synchronized String version() {
    return "\"" + version + "\"";
  }

  /** Returns whether something would be lost if the program ended now. */
  public synchronized boolean isUnsaved() {
    return !state.isSavedAs(saved);
  }

  /** Returns whether another program changed the files since they were read or written. */
  public synchronized boolean isChangedElsewhere() {
    return files.isChangedElsewhere();
  }

  /** Returns everything that the page shows, except for the migration. */
  public synchronized Map<String, Object> view() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", version());
    fields.put("unsaved", isUnsaved());
    fields.put("undoes", undo.undoes().orElse(null));
    fields.put("redoes", undo.redoes().orElse(null));
    fields.putAll(view.fields(state, scene));
    return fields;
  }

  /**
   * Does one operation. Its field {@code what} says for people what it does, for when it is undone.
   *
   * @param seen the version that the page has seen
   * @throws StaleException if that is not the current one
   * @throws RefusedException if the operation cannot be done
   */
  public synchronized void edit(Optional<String> seen, JsonFields operation) {
    requireCurrent(seen);
    switch (operation.text("op")) {
      case "undo" -> undo.undo(state, this::show);
      case "redo" -> undo.redo(state, this::show);
      default -> {
        DesignState before = state;
        show(new Operation(state).after(operation));
        undo.done(before, operation.textOrEmpty("what"));
      }
    }
  }

  private void show(DesignState next) {
    SceneView laidOut = view.laidOut(next);
    state = placed(next, laidOut);
    scene = laidOut;
    version++;
  }

  private void requireCurrent(Optional<String> seen) {
    if (!seen.equals(Optional.of(version()))) {
      throw StaleException.otherVersion();
    }
  }

  /** Returns the migration to the design as it is now, with the version that it is for. */
  public Map<String, Object> review() {
    Reviewed current = reviewed();
    Map<String, Object> fields = new LinkedHashMap<>(current.review().fields());
    fields.put("version", current.version());
    return fields;
  }

  private record Reviewed(String version, Review review) {}

  /**
   * Outside the lock of the design, which goes on being edited. One at a time: those that waited
   * get the one for the design as it is then, and not one for each version on the way there.
   */
  private Reviewed reviewed() {
    synchronized (reviewing) {
      DesignState current;
      String number;
      synchronized (this) {
        current = state;
        number = version();
      }
      Reviewed known = latest;
      if (known == null || !known.version().equals(number) || migrations.isChanged()) {
        known = new Reviewed(number, Review.of(migrations, current, project.desired().toString()));
        latest = known;
      }
      return known;
    }
  }

  /**
   * Writes the texts and the layout. Renames that no migration has made yet are recorded in the
   * texts, because they would be forgotten with this session.
   *
   * @throws StaleException if the page or the files have another version; nothing is written then
   */
  public synchronized void save(Optional<String> seen) {
    requireCurrent(seen);
    save(state.with(migrations.recordedIn(state.draft())));
  }

  private void save(DesignState next) {
    if (files.isChangedElsewhere()) {
      throw StaleException.changedElsewhere();
    }
    files.write(next.draft().texts(), next.places());
    state = next.inFiles();
    saved = state;
    version++;
  }

  /**
   * Saves, and writes the migration and its undo.
   *
   * @param shown the script of the migration that the page shows
   * @return the files that were written
   * @throws StaleException like {@link #save}, and if the migration is not the one that is shown
   */
  public List<Path> writeMigration(
      Optional<String> seen, String description, String revision, String shown) {
    Reviewed current = reviewed();
    synchronized (this) {
      requireCurrent(seen);
      requireCurrent(Optional.of(current.version()));
      SchemaDiff diff =
          current
              .review()
              .diff()
              .orElseThrow(() -> new RefusedException(current.review().problems()));
      if (!diff.migration().equals(shown)) {
        throw StaleException.otherScripts();
      }
      Revision next =
          Revision.choose(project.migrations(), revision, description, project.settings());
      if (diff.isEmpty()) {
        throw RefusedException.because(
            "The migrations give this schema already, so there is no migration to write");
      }
      save(state);
      return next.write(diff);
    }
  }

  /**
   * Reads the files again. What can be undone or done again afterwards are the changes that were
   * made here, on the files as they are now: going back behind that would remove what others wrote.
   *
   * @param merge whether to repeat on the files what was done since they were last read or written
   * @throws RefusedException if that cannot be done; the design is then as it was
   */
  public synchronized void reload(Optional<String> seen, boolean merge) {
    requireCurrent(seen);
    DesignFiles.Snapshot before = files.snapshot();
    try {
      files.reread();
      DesignState read = read();
      DesignState inFiles = placed(read, view.laidOut(read));
      Optional<DesignState> mine =
          !isUnsaved()
              ? Optional.empty()
              : merge
                  ? Optional.of(new Merge(saved, state).into(inFiles))
                  : new Merge(saved, state).intoIfPossible(inFiles);
      show(merge ? mine.orElse(inFiles) : inFiles);
      saved = inFiles;
      undo.clear();
      if (merge) {
        mine.ifPresent(merged -> undo.done(inFiles, MERGED));
      } else {
        mine.ifPresent(merged -> undo.undone(merged, MERGED));
      }
    } catch (RefusedException e) {
      files.restore(before);
      throw new RefusedException(
          List.of(
              (merge ? "Your changes cannot be merged into the files as they are now: " : "")
                  + Objects.requireNonNull(e.getMessage())));
    }
  }

  /** Keeps what was not saved in a file for temporary ones, and returns that; nothing if all is. */
  public synchronized Optional<Path> keepUnsaved() {
    if (!isUnsaved()) {
      return Optional.empty();
    }
    try {
      Path kept = Files.createTempFile("kinrow-design-", ".sql");
      Files.writeString(kept, String.join("\n", state.draft().texts().values()));
      return Optional.of(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
