package io.kinrow.diagram;

import io.kinrow.diagram.designer.DesignerMerge;
import io.kinrow.diagram.designer.DesignerReader;
import io.kinrow.diagram.designer.DesignerSchema;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.AtomicFiles;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What WWW SQL Designer saved, merged into a desired schema on SQLite. What its XML cannot say,
 * such as checks, actions, views and comments, stays unless its table or column went. Immutable;
 * nothing is written before {@link #write()}.
 *
 * <pre>{@code
 * DesignerImport drawn =
 *     DesignerImport.of(
 *         Path.of("schema.xml"),
 *         Path.of("schema/desired.sql"),
 *         Path.of("schema/desired.layout"),
 *         DiffOptions.defaults().renameColumn("users.nick", "nickname"),
 *         false,
 *         FlywaySettings.defaults());
 * drawn.differences().forEach(System.out::println);
 * drawn.write();
 * }</pre>
 */
public final class DesignerImport {

  private final DesignerMerge merge;
  private final Map<Path, String> before;
  private final Path root;
  private final Path layout;

  private DesignerImport(DesignerMerge merge, Map<Path, String> before, Path root, Path layout) {
    this.merge = merge;
    this.before = before;
    this.root = root;
    this.layout = layout;
  }

  /**
   * Merges a file.
   *
   * @param xml the file that the page saved
   * @param desired the desired schema, a file or folder, which need not exist
   * @param layout the file that keeps where tables stand, which need not exist
   * @param renames the tables and columns that were renamed on the page
   * @param complete whether these are all renames; else changes that look like others are refused
   * @throws RefusedException if the file cannot be read, or a change in it is not possible
   */
  public static DesignerImport of(
      Path xml,
      Path desired,
      Path layout,
      DiffOptions renames,
      boolean complete,
      FlywaySettings settings) {
    DesignerSchema saved = DesignerReader.read(bytes(xml), xml.toString());
    DesiredSql current = Files.exists(desired) ? DesiredSql.read(desired, settings) : null;
    boolean folder = current == null ? saved.carried().size() > 1 : Files.isDirectory(desired);
    Path root = folder ? desired : Objects.requireNonNullElse(desired.getParent(), Path.of(""));
    DesignerMerge merge =
        DesignerMerge.of(
            saved,
            current,
            folder ? Path.of("desired.sql") : Objects.requireNonNull(desired.getFileName()),
            LayoutFile.readIfThere(layout).orElse(null),
            renames,
            complete,
            settings);
    return new DesignerImport(merge, current == null ? Map.of() : current.texts(), root, layout);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw RefusedException.because(file + " cannot be read: " + e);
    }
  }

  /** Returns what changes in the schema. */
  public List<Difference> differences() {
    return merge.differences();
  }

  /** Returns what was drawn and is not taken over as it is, in sentences. */
  public List<String> notes() {
    return merge.notes();
  }

  /** Returns the files that {@link #write()} writes, with their texts; none if nothing changes. */
  public Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    merge.texts().forEach((file, text) -> files.put(root.resolve(file), text));
    LayoutFile places = merge.layout();
    if (places != null) {
      files.put(layout, places.toString());
    }
    return files;
  }

  /**
   * Writes the files, each as a whole or not at all.
   *
   * @return the files that were written
   * @throws RefusedException if one cannot be written, or if somebody has changed the schema since
   *     it was read
   */
  public List<Path> write() {
    refuseChanged();
    List<Path> written = new ArrayList<>();
    files().forEach((file, text) -> written.add(replace(file, text)));
    return written;
  }

  private void refuseChanged() {
    for (Path name : merge.texts().keySet()) {
      Path file = root.resolve(name);
      String now = Files.exists(file) ? Schema.read(file) : null;
      if (!Objects.equals(now, before.get(name))) {
        throw RefusedException.because(
            file + " has changed since it was read, and nothing was written; import again");
      }
    }
  }

  private static Path replace(Path file, String text) {
    try {
      // a link stays a link
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path folder = real.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFiles.write(Map.of(real, text));
      return file;
    } catch (IOException e) {
      throw RefusedException.because(file + " cannot be written: " + e);
    }
  }
}
