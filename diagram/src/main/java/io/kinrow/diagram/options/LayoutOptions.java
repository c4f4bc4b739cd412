package io.kinrow.diagram.options;

import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureTable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is laid out.
 *
 * @param keysOnly whether boxes show only the columns that lines end at; null for pictures of more
 *     than {@link #MANY} tables
 * @param groups which tables stand together
 * @param hub the number of references from which on a table is a hub, whose lines are stubs; 0 for
 *     none, negative for what suits the number of tables
 * @param positions where tables stand, or null
 */
public record LayoutOptions(
    @Nullable Boolean keysOnly, Grouping groups, int hub, @Nullable LayoutFile positions) {

  /** The number of tables above which a picture is simplified. */
  public static final int MANY = 60;

  /** The number of references that make a hub of a table in a picture of many. */
  public static final int HUB = 13;

  /** Returns what suits the number of tables. */
  public static LayoutOptions defaults() {
    return new LayoutOptions(null, Grouping.AUTOMATIC, -1, null);
  }

  /** Returns the same, showing all columns or only keys. */
  public LayoutOptions keysOnly(@Nullable Boolean only) {
    return new LayoutOptions(only, groups, hub, positions);
  }

  /** Returns the same with other groups. */
  public LayoutOptions groups(Grouping grouping) {
    return new LayoutOptions(keysOnly, grouping, hub, positions);
  }

  /** Returns the same with tables in these places. */
  public LayoutOptions positions(@Nullable LayoutFile file) {
    return new LayoutOptions(keysOnly, groups, hub, file);
  }

  /**
   * Returns the same with tables in the places that a file keeps; without a file, or if there is
   * none, in no given places.
   *
   * @throws io.kinrow.migrate.settings.RefusedException if the file cannot be read
   */
  public LayoutOptions positionsIn(@Nullable Path file) {
    return positions(file == null ? null : LayoutFile.readIfThere(file).orElse(null));
  }

  /** Returns whether most boxes of a picture show only the columns that lines end at. */
  public boolean showsKeysOnly(Picture picture) {
    return keysOnly == null ? tables(picture) > MANY : keysOnly;
  }

  /**
   * Returns whether the box of a table shows only the columns that lines end at. In a difference,
   * tables that stay the same do.
   */
  public boolean showsKeysOnly(Picture picture, PictureTable table) {
    boolean same = picture.isDifference() && table.mark() == Mark.SAME;
    return (keysOnly == null && same) || showsKeysOnly(picture);
  }

  private static int tables(Picture picture) {
    return (int) picture.tables().stream().filter(t -> !t.table().kind().isView()).count();
  }

  /** Returns the number of references that make a hub of a table; 0 if nothing does. */
  public int hub(Picture picture) {
    return hub >= 0 ? hub : tables(picture) > MANY ? HUB : 0;
  }
}
