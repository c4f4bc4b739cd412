package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.diff.RenameComments.Place;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jetbrains.annotations.ApiStatus;

/**
 * Writes comments that {@link RenameComments} reads into the files of a desired schema.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class RenameRecorder {

  private final Path fileOrFolder;

  RenameRecorder(Path fileOrFolder) {
    this.fileOrFolder = fileOrFolder;
  }

  /** Records renames and returns a sentence for each. */
  List<String> record(DiffOptions renames) {
    List<String> done = new ArrayList<>();
    for (TableRename rename : renames.tableRenames()) {
      done.add(record(rename, rename.from(), rename.to(), place -> place.isOf(rename)));
    }
    for (ColumnRename rename : renames.columnRenames()) {
      done.add(record(rename, rename.from(), rename.to(), place -> place.isOf(rename)));
    }
    return done;
  }

  private String record(Object rename, Name old, Name now, Predicate<Place> isRenamed) {
    String comment = "-- kinrow:was " + old.sql();
    for (Path file : Schema.files(fileOrFolder)) {
      String text = Schema.read(file);
      for (Place place : RenameComments.places(Statement.split(text)).toList()) {
        if (isRenamed.test(place)) {
          String where = file + ":" + RenameComments.line(text, place.name().start());
          return recordIn(file, text, place, rename, comment)
              ? "%s: recorded beside %s: %s".formatted(where, now, comment)
              : notRecorded(where, comment, now);
        }
      }
    }
    return notRecorded(fileOrFolder.toString(), comment, now);
  }

  private static String notRecorded(String where, String comment, Name now) {
    return "%1$s: not recorded, because a comment in this line would not belong only to %2$s. Put %2$s on a separate line that ends with: %3$s"
        .formatted(where, now, comment);
  }

  /**
   * Returns texts with a comment beside everything that was renamed, where one can stand.
   *
   * @param <K> what the texts are known by
   */
  public static <K> Map<K, String> recorded(Map<K, String> texts, DiffOptions renames) {
    Map<K, String> recorded = new LinkedHashMap<>(texts);
    for (TableRename rename : renames.tableRenames()) {
      recorded.replaceAll((k, t) -> recorded(t, rename, rename.from(), p -> p.isOf(rename)));
    }
    for (ColumnRename rename : renames.columnRenames()) {
      recorded.replaceAll((k, t) -> recorded(t, rename, rename.from(), p -> p.isOf(rename)));
    }
    return recorded;
  }

  private static String recorded(String text, Object rename, Name old, Predicate<Place> isRenamed) {
    return RenameComments.places(Statement.split(text))
        .filter(isRenamed)
        .findFirst()
        .flatMap(place -> with(text, place, rename, "-- kinrow:was " + old.sql()))
        .orElse(text);
  }

  /**
   * Writes the comment if the changed file then says exactly one thing more.
   *
   * @return whether the file has the comment now
   */
  private static boolean recordIn(
      Path file, String text, Place place, Object rename, String comment) {
    Optional<String> changed = with(text, place, rename, comment);
    if (changed.isEmpty() || changed.get().equals(text)) {
      return changed.isPresent();
    }
    try {
      Files.writeString(file, changed.get());
      return true;
    } catch (IOException e) {
      throw RefusedException.because(file + " cannot be written: " + e.getMessage());
    }
  }

  /** The text with the comment, if it then says exactly one thing more. */
  private static Optional<String> with(String text, Place place, Object rename, String comment) {
    Set<Object> wanted = renames(text);
    if (!wanted.add(rename)) {
      return Optional.of(text);
    }
    int end = endOfLine(text, place.name().end());
    String changed = text.substring(0, end) + " " + comment + text.substring(end);
    boolean same = words(changed).equals(words(text)) && renames(changed).equals(wanted);
    return same ? Optional.of(changed) : Optional.empty();
  }

  /** The end of a line, before its line break and the blanks in front of that. */
  private static int endOfLine(String text, int from) {
    int newLine = text.indexOf('\n', from);
    int end = newLine < 0 ? text.length() : newLine;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static List<String> words(String text) {
    try {
      return Tokenizer.tokens(text).stream().map(Token::text).toList();
    } catch (SqlSyntaxException e) {
      return List.of();
    }
  }

  /** The renames that a text records; none if one of its comments is refused. */
  private static Set<Object> renames(String text) {
    List<String> problems = new ArrayList<>();
    DiffOptions found = RenameComments.in(text, Statement.split(text), "", problems);
    Set<Object> renames = new HashSet<>();
    if (problems.isEmpty()) {
      renames.addAll(found.tableRenames());
      renames.addAll(found.columnRenames());
    }
    return renames;
  }
}
