import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Code;
import app.Number_;
import app.Real;
import app.Use;
import java.math.BigDecimal;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Number_ number = app.numbers().insert(n -> n.id(new BigDecimal("7")).name("seven"));
      Code code = app.codes().insert(c -> c.name("one"));
      Real real = app.reals().insert(r -> r.id(3.0).name("three"));
      app.dsl().execute("insert into uses values (1, 7, '1', 3), (2, 7, null, null)");

      assertStatements(
          app,
          4,
          () -> {
            for (Use use : app.uses().all()) {
              assertThat(use.number()).isEqualTo(number);
              assertThat(use.code().isPresent()).isEqualTo(use.id() == 1);
              assertThat(use.real().isPresent()).isEqualTo(use.id() == 1);
            }
          });
      assertThat(number.uses()).hasSize(2);
      assertThat(number.usesCount()).isEqualTo(2);
      assertThat(code.uses()).hasSize(1);
      assertThat(code.uses().get(0).code()).contains(code);
      assertThat(real.usesCount()).isEqualTo(1);
    }
  }
}
