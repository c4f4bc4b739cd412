package io.kinrow.diagram.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.model.ErName;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutFileTest {

  @Test
  void file_hasALinePerTableSortedByName(@TempDir Path folder) {
    LayoutFile file =
        LayoutFile.of(
            Map.of(
                new ErName("users"), new Point(40.4, 60),
                new ErName("posts"), new Point(-320, 0),
                new ErName("sales", "orders"), new Point(7, 8)));
    assertThat(file).hasToString("posts -320 0\nusers 40 60\nsales.orders 7 8\n");
    file.write(folder.resolve("desired.layout"));
    assertThat(LayoutFile.read(folder.resolve("desired.layout"))).hasToString(file.toString());
  }

  @Test
  void positionsIn_readsTheFile_ifThereIsOne(@TempDir Path folder) {
    Path file = folder.resolve("desired.layout");
    LayoutOptions options = LayoutOptions.defaults();
    assertThat(options.positionsIn(null).positions()).isNull();
    assertThat(options.positionsIn(file).positions()).isNull();
    LayoutFile.of(Map.of(new ErName("users"), new Point(40, 60))).write(file);
    assertThat(options.positionsIn(file).positions()).hasToString("users 40 60\n");
  }

  @Test
  void names_comeBackAsTheyWere_whateverTheyAre() {
    Map<ErName, Point> places = new TreeMap<>();
    int x = 0;
    for (String name :
        new String[] {
          "two words",
          "\"quoted\"",
          "a.b",
          "#hash",
          "line\nfeed",
          "back\\slash\\n",
          "日本 🦆",
          "1",
          "<b>&amp;",
          "tab\there",
          " ",
          "\r\n",
          "a\"\"b"
        }) {
      places.put(new ErName(name), new Point(x, x));
      places.put(new ErName("in a schema", name), new Point(x, -x));
      x += 10;
    }
    String text = LayoutFile.of(places).toString();
    assertThat(LayoutFile.parse(text, "text").places()).isEqualTo(places);
    assertThat(text.lines()).hasSize(places.size());
  }

  @Test
  void commentsAndBlankLines_areSkipped() {
    assertThat(LayoutFile.parse("# where\n\n users  1   2 \n", "text").places())
        .containsOnlyKeys(new ErName("users"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "users 1", "users 1 x", "users 1 2 3", "\"users 1 2", "a.b.c 1 2"})
  void lineThatIsNotAPlace_isRefusedWithItsNumber(String line) {
    assertThatThrownBy(() -> LayoutFile.parse("posts 1 2\n" + line, "desired.layout"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("desired.layout:2: \"" + line + "\" is not the place of a table");
  }

  @Test
  void tableWithTwoPlaces_isRefused() {
    assertThatThrownBy(() -> LayoutFile.parse("posts 1 2\nposts 3 4", "desired.layout"))
        .hasMessageContaining("desired.layout:2: posts has a place already");
  }
}
