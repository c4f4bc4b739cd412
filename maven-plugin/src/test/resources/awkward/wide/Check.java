import static app.db.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Wide;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      // rows as another program writes them: sixty required columns in stages are no pleasure
      String columns = String.join(", ", IntStream.iterate(1, i -> i < 120, i -> i + 2).mapToObj(i -> "c" + i).toList());
      String values = String.join(", ", IntStream.iterate(1, i -> i < 120, i -> i + 2).mapToObj(i -> i % 8 == 5 ? "'2026-05-04'" : i % 8 == 7 ? "x'07'" : "1").toList());
      app.dsl().execute("insert into wide (" + columns + ") values (" + values + ")");
      Wide row = app.wides().get(1L);
      assertThat(row.c1()).isEqualTo("1");
      assertThat(row.c5().toLocalDate()).isEqualTo(LocalDate.of(2026, 5, 4));
      assertThat(row.c7()).containsExactly(7);
      assertThat(row.c198()).isEmpty();

      Wide changed = app.wides().update(row.withC1("one").withC198(new BigDecimal("2.5")).withC119(new byte[] {9}).withC64(64L));
      assertThat(app.wides().get(1L)).isEqualTo(changed).hasSameHashCodeAs(changed);
      assertThat(changed.c119()).containsExactly(9);
      assertThat(app.wides().where(WIDE.C64.eq(64L), WIDE.C198.gt(BigDecimal.ONE)).one()).isEqualTo(changed);
      assertThat(app.narrows().insertAll(List.of(1, 2), (n, i) -> n.wide(changed))).hasSize(2);
      assertThat(changed.narrows()).hasSize(2);
      assertThat(app.narrows().get(1L).wide()).isEqualTo(changed);
    }
  }
}
