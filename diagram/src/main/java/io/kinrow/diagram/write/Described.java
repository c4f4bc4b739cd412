package io.kinrow.diagram.write;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureTable;

/**
 * What pictures say in words, to people who do not see them and to those who point at something.
 */
final class Described {

  private Described() {}

  static String picture(Picture picture) {
    long views = picture.tables().stream().filter(t -> t.table().kind().isView()).count();
    String counts =
        counted(picture.tables().size() - views, "table")
            + (views == 0 ? "" : ", " + counted(views, "view"))
            + ", "
            + counted(picture.references().size(), "foreign key")
            + ".";
    String lines =
        picture.references().isEmpty()
            ? ""
            : " Lines lead from the columns of a foreign key, with a crow's foot, to the columns"
                + " that it references. A circle means that there may be none.";
    String marks =
        picture.isDifference()
            ? " Signs say what differs: + is new, − is gone and struck out, ~ is changed."
            : "";
    return counts + lines + marks;
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  static String table(PictureTable table) {
    StringBuilder text = new StringBuilder(table.table().kind() + " " + table.title());
    if (table.mark() != Mark.SAME) {
      text.append(", ").append(table.mark().word());
    }
    if (!table.table().note().isEmpty()) {
      text.append(", ").append(table.table().note());
    }
    return text.toString();
  }

  static String column(PictureColumn row) {
    ErColumn column = row.column();
    StringBuilder text = new StringBuilder(row.name());
    if (!row.type().isEmpty()) {
      text.append(' ').append(row.type());
    }
    text.append(column.key() ? ", primary key" : "")
        .append(column.foreign() ? ", foreign key" : "");
    text.append(column.unique() ? ", unique" : "");
    String nullability = row.nullability();
    if (!nullability.isEmpty()) {
      text.append(", ").append(nullability);
    } else if (!column.key()) {
      text.append(", not null");
    }
    if (row.former() == null && !column.note().isEmpty()) {
      text.append(", ").append(column.note());
    }
    if (row.mark() != Mark.SAME) {
      text.append(" (").append(row.mark().word()).append(')');
    }
    return text.toString();
  }
}
