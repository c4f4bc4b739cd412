import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Child;
import app.Parent;
import java.util.List;
import java.util.UUID;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Parent parent = app.parents().insert(p -> p.id(new UUID(1, 2)));
      Child child = app.children().insert(c -> c.id(1).parent(parent));
      assertThat(app.children().get(1).parent()).contains(parent);
      assertThat(app.parents().findAll(List.of(parent.id())).get(0).children()).containsExactly(child);
    }
  }
}
