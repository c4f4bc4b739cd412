package io.kinrow.diagram.designer;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What WWW SQL Designer can say of a schema of PostgreSQL, which has no text to carry. */
public final class PictureView {

  private static final String DEFAULT = "default ";

  private final Picture picture;
  private final LayoutFile places;
  private final List<String> problems = new ArrayList<>();

  private PictureView(Picture picture, LayoutFile places) {
    this.picture = picture;
    this.places = places;
  }

  /**
   * Returns the schema as the page knows it.
   *
   * @throws RefusedException if the page would break a name
   */
  public static DesignerSchema of(Picture picture, LayoutFile places) {
    return new PictureView(picture, places).schema();
  }

  private DesignerSchema schema() {
    List<DesignerTable> tables =
        picture.tables().stream()
            .map(box -> box.table())
            .filter(table -> !table.kind().isView())
            .map(this::table)
            .toList();
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return new DesignerSchema("postgresql", tables, Map.of(), null);
  }

  private DesignerTable table(ErTable table) {
    String name = table.name().toString();
    DesignerText.name("table", name, problems);
    Point place = places.of(table.name()).orElse(new Point(0, 0));
    List<DesignerKey> keys = new ArrayList<>();
    if (!table.primaryKey().isEmpty()) {
      keys.add(new DesignerKey(DesignerKey.Kind.PRIMARY, "", table.primaryKey()));
    }
    for (List<String> key : table.uniqueKeys()) {
      keys.add(new DesignerKey(DesignerKey.Kind.UNIQUE, "", key));
    }
    return new DesignerTable(
        name,
        (int) Math.round(place.x()),
        (int) Math.round(place.y()),
        table.columns().stream().map(column -> column(table, column)).toList(),
        keys,
        "");
  }

  private DesignerColumn column(ErTable table, ErColumn column) {
    DesignerText.name("column", column.name(), problems);
    DesignerText.type(table.name() + "." + column.name(), column.type(), problems);
    List<DesignerColumn.Relation> relations = new ArrayList<>();
    for (var line : picture.references()) {
      ErReference reference = line.reference();
      int at = reference.columns().indexOf(column.name());
      if (reference.child().equals(table.name())
          && at >= 0
          && at < reference.parentColumns().size()) {
        relations.add(
            new DesignerColumn.Relation(
                reference.parent().toString(), reference.parentColumns().get(at)));
      }
    }
    // identities and generated columns have another note
    boolean hasDefault = column.note().startsWith(DEFAULT);
    return new DesignerColumn(
        column.name(),
        DesignerTypes.written(column.type()),
        !column.notNull(),
        false,
        hasDefault ? column.note().substring(DEFAULT.length()) : null,
        relations,
        "");
  }
}
