package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.PictureReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference that becomes a line, before it has a place. Heights are distances from the top of its
 * boxes.
 *
 * @param parentEnd where it ends at its parent: those that may reference nothing end a little lower
 *     than those that may not, if there are both
 * @param childEnd where it begins at its child
 */
record Wire(
    PictureReference reference,
    List<Double> parentRows,
    List<Double> childRows,
    double parentEnd,
    double childEnd) {

  ErName parent() {
    return reference.reference().parent();
  }

  ErName child() {
    return reference.reference().child();
  }

  /** The middles of the rows of these columns; the header's for one that is not shown. */
  static List<Double> rows(Box box, List<String> columns) {
    List<Double> rows = new ArrayList<>();
    for (String column : columns) {
      int slot = box.slot(column);
      rows.add(slot < 0 ? Box.HEADER / 2 : box.middle(slot));
    }
    if (rows.isEmpty()) {
      rows.add(Box.HEADER / 2);
    }
    return rows.stream().sorted().toList();
  }

  /** The height between the first and the last of its rows. */
  static double middle(List<Double> rows) {
    return (rows.get(0) + rows.get(rows.size() - 1)) / 2;
  }
}
