package io.kinrow.diagram.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the original page makes of a schema of PostgreSQL, which {@code PostgresPicturesTest} draws.
 */
final class DesignerPostgresTest {

  @Test
  void thePageKeepsTypesDefaultsAndRelations() throws Exception {
    String xml = Files.readString(Path.of("src/test/resources/postgres/out.xml"));
    DesignerSchema drawn = read(xml);
    assertThat(drawn.database()).isEqualTo("postgresql");
    assertThat(drawn.tables()).isNotEmpty();
    assertThat(read(OriginalPage.load(OriginalPage.load(xml).save()).save())).isEqualTo(drawn);
  }

  @Test
  void typesThatThePageWouldTakeForOthers_stay() throws Exception {
    for (String type :
        List.of(
            "timestamp(3) with time zone",
            "numeric(10,2)[]",
            "double precision",
            "text[]",
            "uuid",
            "\"Mood\"",
            "bigint")) {
      DesignerSchema schema = view(type);
      String saved = OriginalPage.load(DesignerWriter.text(schema)).save();
      assertThat(read(saved)).isEqualTo(schema);
    }
    assertThat(view("timestamp(3) with time zone").tables().get(0).columns().get(0).type())
        .isEqualTo("timestamp with time zone(3)");
    assertThatThrownBy(() -> view("\"a<b\""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("The type of s.t.a is \"a<b\"");
  }

  private static DesignerSchema view(String type) {
    ErColumn column = new ErColumn("a", type, false, true, false, false, "default now()");
    ErTable table =
        new ErTable(
            new ErName("s", "t"), ErTable.Kind.TABLE, List.of(column), List.of(), "partitioned");
    return PictureView.of(
        Picture.of("", new ErModel(List.of(table), List.of())), LayoutFile.of(Map.of()));
  }

  private static DesignerSchema read(String xml) {
    return DesignerReader.read(xml.getBytes(StandardCharsets.UTF_8), "schema.xml");
  }
}
