package io.kinrow.diagram.model;

import java.util.List;

/**
 * What a picture shows.
 *
 * @param title a line about it
 * @param tables its boxes, sorted by name
 * @param references its lines, sorted
 * @param isDifference whether marks mean something
 */
public record Picture(
    String title,
    List<PictureTable> tables,
    List<PictureReference> references,
    boolean isDifference) {

  public Picture {
    tables = List.copyOf(tables);
    references = List.copyOf(references);
  }

  /** Returns a picture of one schema. */
  public static Picture of(String title, ErModel model) {
    return new Picture(
        title,
        model.tables().stream().map(table -> PictureTable.of(table, Mark.SAME)).toList(),
        model.references().stream()
            .map(reference -> PictureReference.of(reference, Mark.SAME, null))
            .toList(),
        false);
  }

  /** Returns whether anything in it is new, gone or changed. */
  public boolean hasMarks() {
    return tables.stream()
            .anyMatch(
                table ->
                    table.mark() != Mark.SAME
                        || table.columns().stream().anyMatch(row -> row.mark() != Mark.SAME))
        || references.stream().anyMatch(line -> line.mark() != Mark.SAME);
  }
}
