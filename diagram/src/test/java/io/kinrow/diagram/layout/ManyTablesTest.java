package io.kinrow.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.options.Grouping;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.options.Point;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.diagram.write.SvgWriter;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of 11, 100 and 300 tables. How long they take is measured by benchmarks/pictures. */
class ManyTablesTest {

  @ParameterizedTest
  @ValueSource(ints = {11, 100, 300})
  void noTableOverlaps_andNoLineRunsThroughOne(int count) {
    Scene scene = SceneBuilder.of(picture(count), LayoutOptions.defaults());
    assertThat(scene.boxes()).hasSize(count);
    check(scene);
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 100, 300})
  void bytes_areTheSame_whateverTheOrder(int count) {
    ErModel model = model(count);
    String svg =
        SvgWriter.file(SceneBuilder.of(Picture.of("many", model), LayoutOptions.defaults()));
    ErModel reversed = ErModel.of(reversed(model.tables()), reversed(model.references()));
    assertThat(
            SvgWriter.file(SceneBuilder.of(Picture.of("many", reversed), LayoutOptions.defaults())))
        .isEqualTo(svg);
  }

  @Test
  void fewTables_showAllColumnsAndAllLines() {
    Scene scene = SceneBuilder.of(picture(11), LayoutOptions.defaults());
    assertThat(scene.groups()).isEmpty();
    assertThat(scene.lines()).hasSize(13).allMatch(line -> line.stub().isEmpty());
    assertThat(scene.boxes()).allMatch(box -> box.box().hidden() == 0);
  }

  @Test
  void manyTables_standInGroups_withStubsToHubs_andKeysOnly() {
    Scene scene = SceneBuilder.of(picture(100), LayoutOptions.defaults());
    assertThat(scene.groups())
        .extracting(GroupArea::name)
        .containsExactlyInAnyOrder(
            "audit", "billing", "crm", "hr", "media", "sales", "ship", "stock");
    assertThat(scene.boxes()).anyMatch(box -> box.box().hidden() > 0);
    Map<ErName, Integer> references = new HashMap<>();
    scene
        .lines()
        .forEach(l -> references.merge(l.reference().reference().parent(), 1, Integer::sum));
    for (Line line : scene.lines()) {
      boolean isHub = references.get(line.reference().reference().parent()) >= LayoutOptions.HUB;
      assertThat(!line.stub().isEmpty()).as(line.stub()).isEqualTo(isHub);
    }
    assertThat(scene.lines()).extracting(Line::stub).contains("users", "tenants");
  }

  @Test
  void groupsAndColumns_areAsTheyAreAskedFor() {
    Scene scene =
        SceneBuilder.of(
            picture(100),
            LayoutOptions.defaults()
                .keysOnly(false)
                .groups(Grouping.of(Map.of("People", List.of("users", "hr_*")))));
    assertThat(scene.groups()).extracting(GroupArea::name).containsExactly("People");
    assertThat(scene.boxes()).allMatch(box -> box.box().hidden() == 0);
    check(scene);
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 100, 300})
  void newTable_isPlacedWithoutMovingOthers(int count) {
    Picture picture = picture(count);
    Map<ErName, Point> places =
        new TreeMap<>(SceneBuilder.places(picture, LayoutOptions.defaults()).places());
    List<ErName> removed = new ArrayList<>();
    int index = 0;
    for (ErName name : List.copyOf(places.keySet())) {
      if (index++ % 9 == 4) {
        places.remove(name);
        removed.add(name);
      }
    }
    LayoutOptions options = LayoutOptions.defaults().positions(LayoutFile.of(places));
    Scene scene = SceneBuilder.of(picture, options);
    assertThat(scene.warnings()).isEmpty();
    assertThat(scene.boxes()).hasSize(count);
    check(scene);
    Map<ErName, Point> now = new TreeMap<>(SceneBuilder.places(picture, options).places());
    assertThat(now.keySet()).containsAll(removed);
    now.keySet().removeAll(removed);
    assertThat(LayoutFile.of(now)).hasToString(LayoutFile.of(places).toString());
  }

  @Test
  void tablesThatOverlap_areWarnedOf() {
    Map<ErName, Point> places = new TreeMap<>();
    for (PictureTable table : picture(11).tables()) {
      places.put(table.name(), new Point(10 * places.size(), 10 * places.size()));
    }
    Scene scene =
        SceneBuilder.of(picture(11), LayoutOptions.defaults().positions(LayoutFile.of(places)));
    assertThat(scene.warnings())
        .contains("billing_orders and countries overlap: move one of them in the layout file")
        .anyMatch(warning -> warning.startsWith("There is no way for the line "));
    assertThat(scene.lines()).hasSize(13);
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  private static void check(Scene scene) {
    List<PlacedBox> boxes = scene.boxes();
    Area all = new Area(0, 0, scene.width(), scene.height());
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(boxes.get(i).area().around(all)).isEqualTo(all);
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(boxes.get(i).area().meets(boxes.get(j).area(), 0))
            .as("%s and %s", boxes.get(i).box().name(), boxes.get(j).box().name())
            .isFalse();
      }
    }
    for (Line line : scene.lines()) {
      List<Point> points = line.points();
      for (int i = 1; i < points.size(); i++) {
        Point a = points.get(i - 1);
        Point b = points.get(i);
        assertThat(a.x() == b.x() || a.y() == b.y())
            .as("%s: %s", line.reference(), points)
            .isTrue();
        for (PlacedBox box : boxes) {
          assertThat(Router.hits(a, b, box.area()))
              .as("%s runs through %s: %s", line.reference(), box.box().name(), points)
              .isFalse();
        }
      }
    }
  }

  private static Picture picture(int count) {
    return Picture.of("many", model(count));
  }

  static ErModel model(int count) {
    try (ErSource sqlite = ErSource.sqlite()) {
      return sqlite.desired(
          Path.of("src/test/resources/many/" + count + ".sql"), FlywaySettings.defaults());
    }
  }
}
