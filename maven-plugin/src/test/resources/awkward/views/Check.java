import static app.db.Tables.CATALOGUE;
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
import java.math.BigDecimal;
import java.time.LocalDate;
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
    }
  }
}
