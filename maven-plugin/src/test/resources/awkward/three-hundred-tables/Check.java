import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Things298;
import app.Things299;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Things298 first = app.things298s().insert(t -> t.name("first"));
      Things299 last = app.things299s().insert(t -> t.name("last").previous(first));
      assertThat(first.things299s()).containsExactly(last);
    }
  }
}
