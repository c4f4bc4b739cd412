import static app.db.Tables.A_B;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.AB;
import app.App;
import app.CodeX;
import app.DollarSign;
import app.Größe;
import app.NewLine;
import app.QuotedName;
import app.U25;
import app._2faCode;
import app.Товары;
import app.日本;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      _2faCode code = app._2faCodes().insert(c -> c._1st("one")._2nd(2));
      app._2faCodes().insert(c -> c._1st("two")._2nd(3)._3_2faCode(code));
      assertThat(code._2faCodesBy_3()).hasSize(1);
      assertThat(app._2faCodes().findBy_2nd(3).orElseThrow()._3_2faCode()).contains(code);

      Größe größe = app.größes().insert(g -> g.länge(1.5).größe("XL"));
      Товары товар = app.товары().insert(т -> т.название("чай").размерGröße(größe));
      assertThat(größe.товары()).containsExactly(товар);
      U25 percent = app.u25s().insert(p -> p.u23("#").u24(5L).u2626("&"));
      日本 japan = app.日本().insert(n -> n.名前("日本").percentU25(percent));
      assertThat(percent.日本()).containsExactly(japan);
      assertStatements(
          app, 2, () -> app.日本().all().forEach(n -> assertThat(n.percentU25()).contains(percent)));

      QuotedName quoted = app.quotedNames().insert(q -> q.itS("x").backTick("`"));
      assertThat(app.quotedNames().update(quoted.withItS("it's"))).isEqualTo(app.quotedNames().get(1L));
      assertThat(app.backSlashes().insert(b -> b.u0041("\\").c("c")).u0041()).isEqualTo("\\");
      assertThat(app.comMents().insert(c -> c.x("*/").y("y").z("z")).y()).contains("y");
      CodeX codeX = app.codeX().insert(c -> c.bBoldB("b").aB("a"));
      assertThat(app.codeX().update(codeX.withAB("b")).aB()).contains("b");
      NewLine line = app.newLines().insert(n -> n.twoLines("a\nb"));
      assertThat(app.newLines().get(line.tabBed())).isEqualTo(line);
      DollarSign dollar = app.dollarSigns().insert(d -> d.b("b").c("c")._1("1").l("L").u2424("$$"));
      assertThat(app.dollarSigns().update(dollar.withL("M").with_1(null)).l()).contains("M");
      assertThat(app.sD().insert(s -> s._0("0").u3f("?").p(":p").u2525("%")).u3f()).contains("?");
      assertThat(app.emojis().insert(e -> e.aB("😀")).aB()).isEqualTo("😀");
      AB ab = app.aB().insert(a -> a.eF("e"));
      app.aB().insert(a -> a.eF("f").eGAB(ab));
      assertThat(ab.aBByEG()).hasSize(1);
      assertThat(app.aB().where(A_B.eGAB().E_F.eq("e")).one().eF()).isEqualTo("f");
      assertThat(app.semiColons().insert(s -> s).pQ()).isEqualTo("a;b");
      assertThat(app.leadings().insert(l -> l.trailing("t")).trailing()).isEqualTo("t");
      assertThat(app.allCaps().insert(a -> a.camelCase("c").kebabCase("k")).kebabCase()).contains("k");
      assertThat(app.singles().insert(s -> s.s("s")).s()).isEqualTo("s");
      assertThat(app.u5fs().insert(u -> u.u5f5f("__").x("_x").x2("x_")).x2()).contains("x_");
      app.aVeryLongNameOfATableThatGoesOnAndOnUntilItIsLongerThanALineOfJavaCodeShouldEverBeAndThenSomes()
          .insert(a -> a.anotherVeryLongNameOfAColumnThatGoesOnAndOnUntilItIsLongerThanALineOfJavaCodeShouldEverBe("日本"));
      assertThat(
              japan.aVeryLongNameOfATableThatGoesOnAndOnUntilItIsLongerThanALineOfJavaCodeShouldEverBeAndThenSomesCount())
          .isEqualTo(1);
    }
  }
}
