import static app.db.Tables.CATALOGUE;
import static app.db.Tables.CODES;
import static app.db.Tables.HALVES;
import static app.db.Tables.READINGS;
import static app.db.Tables.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Author;
import app.Catalogue;
import app.Constant;
import app.RecursiveNumber;
import app.Sale;
import app.Title;
import app.TitlesAgain;
import app.Unnamed;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.StatementCounter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Author ann = app.authors().insert(a -> a.name("Ann"));
      app.authors().insert(a -> a.name("Bob"));
      app.books()
          .insert(b -> b.author(ann).title("One").price(new BigDecimal("9.50")).published(LocalDate.EPOCH));
      app.books().insert(b -> b.author(ann).title("Two").price(new BigDecimal("10")));

      assertThat(app.titles().all()).extracting(Title::title).containsExactly(Optional.of("One"), Optional.of("Two"));
      assertThat(app.titlesAgains().query().list()).extracting(TitlesAgain::title).hasSize(2);
      app.dsl().execute("insert into titles values ('Three')");
      assertThat(app.books().count()).isEqualTo(3);

      Catalogue one = app.catalogues().where(CATALOGUE.TITLE.eq("One")).one();
      assertThat(one.author()).contains("Ann");
      assertThat(one.twice()).hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("19"));
      assertThat(one.loud()).contains("ONE");
      assertThat(one.published()).contains(LocalDate.EPOCH);
      assertThat(app.catalogues().orderBy(CATALOGUE.ID.desc()).first().orElseThrow().title())
          .contains("Three");

      Sale sale = app.sales().where(SALES.AUTHOR.eq("Ann")).one();
      assertThat(sale.books()).contains(3L);
      assertThat(sale.total()).hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("19.5"));
      assertThat(sale.average()).hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("6.5"));
      Sale none = app.sales().where(SALES.AUTHOR.eq("Bob")).one();
      assertThat(none.books()).contains(0L);
      assertThat(none.total()).isEmpty();

      Constant constant = app.constants().query().one();
      assertThat(constant.one()).contains(1L);
      assertThat(constant.two()).contains("two");
      assertThat(constant.three()).hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("3"));
      assertThat(constant.none()).isEmpty();
      assertThat(constant.four()).contains(new byte[] {4});

      assertThat(app.oddViews().all()).extracting(v -> v.theId().orElseThrow() + v.andName().orElseThrow())
          .containsExactly("1xAnn", "2xBob");
      try (Stream<RecursiveNumber> numbers = app.recursiveNumbers().stream()) {
        assertThat(numbers.map(RecursiveNumber::i)).containsExactly(
            Optional.of("1"), Optional.of("2"), Optional.of("3"), Optional.of("4"), Optional.of("5"));
      }
      Unnamed unnamed = app.unnameds().query().one();
      assertThat(unnamed.count()).contains(3L);
      assertThat(unnamed.maxPrice()).hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("10"));
      pages(app);
    }
  }

  /** Rows of a view and of a table without a key have their place by all that they hold. */
  private static void pages(App app) {
    app.dsl()
        .execute(
            """
            with recursive n(i) as (values (0) union all select i + 1 from n where i < 199)
            insert into readings
            select i % 3, case i / 3 % 4 when 0 then 'a' when 1 then 'A' when 2 then 'b' end, i / 12 from n
            order by i * 37 % 200""");
    for (Query<?> query :
        List.of(
            app.readings().query(),
            app.readings().orderBy(READINGS.KIND.desc()),
            app.readings().orderBy(READINGS.NAME, READINGS.KIND),
            app.halves().orderBy(HALVES.NAME.desc()),
            app.codes().orderBy(CODES.KIND))) {
      List<?> all = query.list();
      List<Object> paged = new ArrayList<>();
      for (int number = 1; number <= 1 + all.size() / 7; number++) {
        paged.addAll(query.page(number, 7).rows());
      }
      assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }
    assertThat(order(app, app.readings().orderBy(READINGS.KIND)))
        .isEqualTo(
            "readings.kind, readings.kind collate binary asc, readings.name collate binary asc,"
                + " readings.x collate binary asc");
    assertThat(order(app, app.halves().orderBy(HALVES.NAME.desc())))
        .isEqualTo("halves.name desc, halves.name collate binary desc, halves.half collate binary desc");
    assertThat(order(app, app.codes().orderBy(CODES.KIND))).isEqualTo("codes.kind, codes.code asc");
  }

  private static String order(App app, Query<?> query) {
    try (StatementCounter counter = StatementCounter.on(app)) {
      query.page(2, 3);
      return counter.statements().get(0).sql().replaceAll("(?s).* order by (.*?) limit.*", "$1");
    }
  }
}
