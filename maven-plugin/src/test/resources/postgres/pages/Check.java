import static app.db.Tables.CODES;
import static app.db.Tables.HALVES;
import static app.db.Tables.READINGS;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/** All pages together are the whole list, of a view and of a table without a key. */
public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      app.dsl()
          .execute(
              """
              insert into readings
              select n % 3, (array['a', 'A', 'b', null])[1 + n / 3 % 4],
                (array[1, 1.0, 1.00])[1 + n / 12 % 3], to_jsonb(n / 36 % 2),
                json_build_object('n', n / 72 % 2), array['x', (n / 144)::text]
              from generate_series(0, 1999) n order by md5(n::text)""");
      app.dsl()
          .execute("insert into codes select 'c' || n, n % 2 from generate_series(1, 500) n");
      app.dsl().execute("analyze");
      pages(app.readings().query(), 2000);
      pages(app.readings().orderBy(READINGS.KIND.desc()), 2000);
      pages(app.readings().orderBy(READINGS.NAME), 2000);
      pages(app.readings().where(READINGS.AMOUNT.eq(java.math.BigDecimal.ONE)), 2000);
      pages(app.halves().orderBy(HALVES.HALF), 2000);
      pages(app.halves().orderBy(DSL.lower(HALVES.NAME).desc()), 2000);
      pages(app.codes().orderBy(CODES.KIND), 500);
    }
  }

  private static <E> void pages(Query<E> query, int rows) {
    List<String> all = texts(query.list());
    assertThat(all).hasSize(rows);
    for (int size : new int[] {37, 1000}) {
      List<String> paged = new ArrayList<>();
      Page<E> page = query.page(1, size);
      paged.addAll(texts(page.rows()));
      while (page.hasNext()) {
        page = query.page(page.number() + 1, size);
        paged.addAll(texts(page.rows()));
      }
      assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
      assertThat(page.total()).isEqualTo(rows);
    }
  }

  private static List<String> texts(List<?> rows) {
    return rows.stream().map(String::valueOf).toList();
  }
}
