package io.kinrow.designer.session;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.settings.AtomicFiles;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.SqlFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the desired schema and of its layout, as they were when they were last read or
 * written. Not thread-safe.
 */
final class DesignFiles {

  private final Path desired;
  private final Path layout;
  private Map<Path, String> known;
  private Optional<String> knownLayout;

  private DesignFiles(Path desired, Path layout) {
    this.desired = desired;
    this.layout = layout;
    this.known = texts();
    this.knownLayout = layoutText();
  }

  /**
   * Reads them.
   *
   * @throws RefusedException if there is no desired schema, or if a file is a link
   */
  static DesignFiles read(Path desired, Path layout) {
    refuseMissing(desired);
    return new DesignFiles(desired, layout);
  }

  private static void refuseMissing(Path desired) {
    if (!Files.exists(desired)) {
      throw RefusedException.because(
          "There is no file or folder %s: an empty file is enough to begin with"
              .formatted(desired));
    }
  }

  /** Returns the texts of the schema, by file. */
  Map<Path, String> known() {
    return known;
  }

  /**
   * Returns where tables stand; nothing if there is no layout file.
   *
   * @throws RefusedException if a line of it is wrong
   */
  Optional<LayoutFile> places() {
    return LayoutFile.readIfThere(layout);
  }

  /** Returns whether a file is not as it was when it was last read or written. */
  boolean isChangedElsewhere() {
    return !texts().equals(known) || !layoutText().equals(knownLayout);
  }

  /** What was read or written last. */
  record Snapshot(Map<Path, String> texts, Optional<String> layout) {}

  Snapshot snapshot() {
    return new Snapshot(known, knownLayout);
  }

  /** Takes files as they were to be the last that were read. */
  void restore(Snapshot snapshot) {
    known = snapshot.texts();
    knownLayout = snapshot.layout();
  }

  /** Reads everything again. */
  void reread() {
    refuseMissing(desired);
    known = texts();
    knownLayout = layoutText();
  }

  /** Replaces the files that have other texts, all or none. */
  void write(Map<Path, String> texts, LayoutFile places) {
    Map<Path, String> changed = new LinkedHashMap<>();
    texts.forEach(
        (file, text) -> {
          if (!text.equals(known.get(file))) {
            changed.put(file, text);
          }
        });
    if (!knownLayout.equals(Optional.of(places.toString()))) {
      changed.put(layout, places.toString());
    }
    try {
      AtomicFiles.write(changed);
    } catch (IOException e) {
      throw RefusedException.because("Nothing was saved: " + e);
    }
    reread();
  }

  private Map<Path, String> texts() {
    Map<Path, String> texts = new LinkedHashMap<>();
    if (!Files.exists(desired)) {
      return texts;
    }
    try {
      for (Path file : SqlFiles.in(desired)) {
        refuseLink(file);
        texts.put(file, text(file));
      }
      return Collections.unmodifiableMap(texts);
    } catch (IOException e) {
      throw RefusedException.because(desired + " cannot be read: " + e);
    }
  }

  private Optional<String> layoutText() {
    try {
      if (!Files.exists(layout)) {
        return Optional.empty();
      }
      refuseLink(layout);
      return Optional.of(text(layout));
    } catch (IOException e) {
      throw RefusedException.because(layout + " cannot be read: " + e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw RefusedException.because(file + " is not UTF-8");
    }
  }

  /** Saving would replace the link, or a file that nobody named. */
  private static void refuseLink(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw RefusedException.because(
          "%s is a link to %s: name that file itself".formatted(file, file.toRealPath()));
    }
  }
}
