package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DatabaseOptionsTest {

  @Test
  void doesNotChange_whenItsBuilderDoes() {
    List<DatabaseOptions.Builder> kept = new ArrayList<>();
    DatabaseOptions options = DatabaseOptions.of(set -> kept.add(set.schema("app", "tenant_7")));
    kept.get(0).schema("shop", "other");

    assertThat(options.schemas()).containsOnlyKeys("app").containsEntry("app", "tenant_7");
    assertThatThrownBy(() -> options.schemas().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(options)
        .hasToString(
            "schemas {app=tenant_7}, connections by default, wait PT30S, driver properties []");
  }

  @Test
  void refusesTheSecondSchema_forOneThatIsTaken() {
    assertThatThrownBy(() -> DatabaseOptions.of(set -> set.schema("app", "a").schema("app", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "schema app cannot become both a and b: call schema(…) once for each generated schema");
  }

  @Test
  void showsNoSecrets() {
    DatabaseOptions options =
        DatabaseOptions.of(
            set -> set.login("susan", "cat").connections(3).waitAtMost(Duration.ofSeconds(2)));
    assertThat(options)
        .hasToString("schemas {}, connections 3, wait PT2S, driver properties [password, user]");
  }

  @Test
  void refusesWhatCannotBe_andWhatIsSetTwice() {
    refused(set -> set.connections(0), "connections(0): there must be at least one");
    refused(set -> set.connections(1).connections(1), "connections(…) is set twice: call it once");
    refused(set -> set.waitAtMost(null), "waitAtMost(null): give a time from zero");
    refused(
        set -> set.waitAtMost(Duration.ofMillis(-1)),
        "waitAtMost(PT-0.001S): give a time from zero");
    refused(
        set -> set.waitAtMost(Duration.ZERO).waitAtMost(Duration.ZERO),
        "waitAtMost(…) is set twice: call it once");
    refused(
        set -> set.login("susan", null), "property(name, value): the value of password is missing");
    refused(set -> set.property("", "x"), "property(name, value): the name is missing");
    refused(
        set -> set.property("user", "a").login("b", "c"),
        "property(\"user\", …) is set twice: call it once");
  }

  private static void refused(Consumer<DatabaseOptions.Builder> settings, String message) {
    assertThatThrownBy(() -> DatabaseOptions.of(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
