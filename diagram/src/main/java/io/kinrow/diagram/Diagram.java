package io.kinrow.diagram;

import io.kinrow.diagram.designer.DesignerSchema;
import io.kinrow.diagram.designer.DesignerWriter;
import io.kinrow.diagram.designer.DesiredView;
import io.kinrow.diagram.designer.PictureView;
import io.kinrow.diagram.layout.Scene;
import io.kinrow.diagram.layout.SceneBuilder;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.diagram.union.Differences;
import io.kinrow.diagram.union.History;
import io.kinrow.diagram.write.DbmlWriter;
import io.kinrow.diagram.write.HtmlWriter;
import io.kinrow.diagram.write.MermaidWriter;
import io.kinrow.diagram.write.SvgWriter;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a schema, of its history, or of a difference. Immutable and safe to share between
 * threads; the same picture has the same bytes on every machine.
 */
public final class Diagram {

  private final Picture picture;
  private final List<ErVersion> versions;
  private final @Nullable Supplier<DesiredSql> text;

  private Diagram(Picture picture, List<ErVersion> versions) {
    this(picture, versions, null);
  }

  private Diagram(Picture picture, List<ErVersion> versions, @Nullable Supplier<DesiredSql> text) {
    this.picture = picture;
    this.versions = List.copyOf(versions);
    this.text = text;
  }

  /**
   * Returns the same with the SQL of its schema, which is read only for a format that carries it.
   */
  Diagram withText(Supplier<DesiredSql> sql) {
    return new Diagram(picture, versions, sql);
  }

  /**
   * Returns the picture of one schema.
   *
   * @param title a line about it
   */
  public static Diagram of(String title, ErModel model) {
    return new Diagram(Picture.of(title, model), List.of());
  }

  /**
   * Returns the pictures of several versions, in which each table keeps its place. Formats without
   * a choice of versions show the last one.
   */
  public static Diagram of(List<ErVersion> versions) {
    ErVersion last = versions.get(versions.size() - 1);
    return new Diagram(Picture.of("Version " + last, last.model()), versions);
  }

  /**
   * Returns the picture of the difference between two schemas: all that is in one of them.
   *
   * @param renames the tables and columns that were renamed
   */
  public static Diagram difference(String title, ErModel from, ErModel to, DiffOptions renames) {
    return new Diagram(Differences.between(title, from, to, renames), List.of());
  }

  /** Returns the picture of the difference between two schemas that were read already. */
  public static Diagram difference(String title, Schema from, Schema to, DiffOptions renames) {
    return difference(title, ErSource.model(from), ErSource.model(to), renames);
  }

  /**
   * Starts to load what places tables, in the background: for programs that draw one picture and
   * end, while they read the schema.
   */
  public static void prepare() {
    ErName name = new ErName("a");
    ErTable table = new ErTable(name, ErTable.Kind.TABLE, List.of(), List.of(), "");
    ErName other = new ErName("b");
    ErModel small =
        ErModel.of(
            List.of(table, new ErTable(other, ErTable.Kind.TABLE, List.of(), List.of(), "")),
            List.of(new ErReference("", name, List.of(), other, List.of(), "", "", true, false)));
    Thread thread =
        new Thread(
            () -> of("", small).draw(DiagramFormat.SVG, LayoutOptions.defaults()),
            "kinrow-diagram");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns whether it shows the difference between schemas that are the same. */
  public boolean isWithoutDifferences() {
    return picture.isDifference() && !picture.hasMarks();
  }

  /**
   * Draws it.
   *
   * @throws RefusedException if the format cannot show it
   */
  public Drawing draw(DiagramFormat format, LayoutOptions options) {
    return switch (format) {
      case SVG -> {
        Scene scene = SceneBuilder.of(picture, options);
        yield new Drawing(SvgWriter.file(scene), scene.warnings());
      }
      case HTML -> html(options);
      case MERMAID -> {
        MermaidWriter writer = MermaidWriter.of(picture, options);
        yield new Drawing(writer.text(), writer.warnings());
      }
      case DBML -> new Drawing(DbmlWriter.of(picture, options), List.of());
      case DESIGNER -> new Drawing(DesignerWriter.text(designer(options)), List.of());
    };
  }

  private DesignerSchema designer(LayoutOptions options) {
    if (picture.isDifference()) {
      throw RefusedException.because(
          "WWW SQL Designer cannot show a difference; use svg, html or mermaid");
    }
    LayoutFile places = places(options);
    return text == null ? PictureView.of(picture, places) : DesiredView.of(text.get(), places);
  }

  private Drawing html(LayoutOptions options) {
    Picture shown = versions.isEmpty() ? picture : History.union(span(), versions);
    Scene all = SceneBuilder.of(shown, options.keysOnly(false));
    Scene keys = SceneBuilder.of(shown, options.keysOnly(true));
    List<String> warnings = new ArrayList<>(all.warnings());
    return new Drawing(HtmlWriter.of(all, keys, versions, options.showsKeysOnly(shown)), warnings);
  }

  private String span() {
    String first = versions.get(0).version();
    String last = versions.get(versions.size() - 1).version();
    return first.equals(last) ? picture.title() : "Versions " + first + " to " + last;
  }

  /**
   * Returns the places of its tables, for a file that keeps them; of a history, those of all tables
   * that any version has.
   */
  public LayoutFile places(LayoutOptions options) {
    return SceneBuilder.places(
        versions.isEmpty() ? picture : History.union(span(), versions), options);
  }
}
