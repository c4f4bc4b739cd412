package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.LikelyRenames;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The renames that a user confirmed. Only changes that look like renames are asked about, and only
 * if neither the options nor a comment in the desired schema says what they are. Immutable.
 *
 * <pre>{@code
 * AskedRenames renames = AskedRenames.ask(old, desired, options, question -> answer(question));
 * SchemaDiff diff = SchemaDiff.between(old, desired, renames.addedTo(options));
 * renames.record(Path.of("schema/desired.sql")).forEach(System.out::println);
 * }</pre>
 */
public final class AskedRenames {

  private final DiffOptions confirmed;

  private AskedRenames(DiffOptions confirmed) {
    this.confirmed = confirmed;
  }

  /**
   * Asks about each likely rename, tables first. The answers decide which questions follow: a table
   * or column that was renamed is not asked about again, and the columns of a renamed table are
   * compared with those of the old one.
   *
   * @param isYes answers a question such as {@code Was users.nick renamed to nickname?}
   */
  public static AskedRenames ask(
      Schema old, Schema desired, DiffOptions options, Predicate<String> isYes) {
    DiffOptions known = RenameComments.added(options, desired, old.catalog());
    DiffOptions confirmed =
        tables(old.catalog(), desired.catalog(), known, DiffOptions.defaults(), isYes);
    for (Table now : desired.catalog().tables()) {
      confirmed = columns(old.catalog(), now, known, confirmed, isYes);
    }
    return new AskedRenames(confirmed);
  }

  private static DiffOptions tables(
      Catalog old, Catalog desired, DiffOptions known, DiffOptions asked, Predicate<String> isYes) {
    DiffOptions confirmed = asked;
    for (TableRename rename : LikelyRenames.tables(old, desired)) {
      boolean open =
          known.withRenamesOf(confirmed).tableRenames().stream()
              .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()));
      if (open && isYes.test("Was table %s renamed to %s?".formatted(rename.from(), rename.to()))) {
        confirmed = confirmed.renameTable(rename.from().text(), rename.to().text());
      }
    }
    return confirmed;
  }

  private static DiffOptions columns(
      Catalog old, Table now, DiffOptions known, DiffOptions asked, Predicate<String> isYes) {
    Passage passage = Passage.of(known.withRenamesOf(asked));
    Name before = passage.tableBefore(now.name());
    Table from = old.table(before).orElse(null);
    if (from == null || !passage.table(before).equals(now.name()) || now.isVirtual()) {
      return asked;
    }
    DiffOptions confirmed = asked;
    for (ColumnRename rename : LikelyRenames.columns(from, now)) {
      boolean open =
          known.withRenamesOf(confirmed).columnRenames().stream()
              .filter(r -> r.table().equals(now.name()))
              .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()));
      if (open
          && isYes.test(
              "Was %s.%s renamed to %s?".formatted(now.name(), rename.from(), rename.to()))) {
        confirmed = confirmed.renameColumn(rename);
      }
    }
    return confirmed;
  }

  /** Returns options that contain these renames too. */
  public DiffOptions addedTo(DiffOptions options) {
    return options.withRenamesOf(confirmed);
  }

  /**
   * Records the renames in the desired schema, each as a comment such as {@code -- kinrow:was nick}
   * at the end of the line in which the table or column begins. Everything else in the files stays
   * as it is. A rename that is already recorded is not recorded again.
   *
   * @param fileOrFolder what {@link Schema#ofDdl(Path)} reads
   * @return a sentence for each rename: where it was recorded, or why it could not be
   * @throws RefusedException if a file cannot be read or written
   */
  public List<String> record(Path fileOrFolder) {
    return new RenameRecorder(fileOrFolder).record(confirmed);
  }
}
