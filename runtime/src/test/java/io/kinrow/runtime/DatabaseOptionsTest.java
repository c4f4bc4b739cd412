package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
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
            "schemas {app=tenant_7}, connections by default, wait PT30S, idle timeout none,"
                + " statement timeout none, read and write, driver properties []");
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
            set ->
                set.login("susan", "cat")
                    .connections(3)
                    .waitAtMost(Duration.ofSeconds(2))
                    .idleTimeout(Duration.ofMinutes(5))
                    .statementTimeout(Duration.ofNanos(1_000_001))
                    .readOnly());
    assertThat(options)
        .hasToString(
            "schemas {}, connections 3, wait PT2S, idle timeout PT5M, statement timeout PT0.002S,"
                + " read-only, driver properties [password, user]");
  }

  @Test
  void refusesWhatCannotBe_andWhatIsSetTwice() {
    refused(set -> set.connections(0), "connections(0): there must be at least one");
    refused(set -> set.connections(1).connections(1), "connections(…) is set twice: call it once");
    refused(set -> set.waitAtMost(null), "waitAtMost(null): give zero or a positive time");
    refused(
        set -> set.waitAtMost(Duration.ofMillis(-1)),
        "waitAtMost(PT-0.001S): give zero or a positive time");
    refused(
        set -> set.waitAtMost(Duration.ZERO).waitAtMost(Duration.ZERO),
        "waitAtMost(…) is set twice: call it once");
    refused(
        set -> set.idleTimeout(null),
        "idleTimeout(null): give at least a millisecond, or leave it out");
    refused(
        set -> set.idleTimeout(Duration.ofNanos(999_999)),
        "idleTimeout(PT0.000999999S): give at least a millisecond, or leave it out");
    refused(
        set -> set.statementTimeout(Duration.ZERO),
        "statementTimeout(PT0S): give at least a millisecond, or leave it out");
    refused(
        set -> set.statementTimeout(Duration.ofDays(24).plusNanos(1)),
        "statementTimeout(PT576H0.000000001S): give at most 24 days, or leave it out");
    refused(
        set -> set.idleTimeout(Duration.ofDays(1)).idleTimeout(Duration.ofDays(1)),
        "idleTimeout(…) is set twice: call it once");
    refused(
        set -> set.statementTimeout(Duration.ofDays(1)).statementTimeout(Duration.ofDays(1)),
        "statementTimeout(…) is set twice: call it once");
    refused(set -> set.readOnly().readOnly(), "readOnly() is set twice: call it once");
    refused(set -> set.clock(null), "clock(null): give a clock, or leave it out");
    refused(
        set -> set.clock(Clock.systemUTC()).clock(Clock.systemUTC()),
        "clock(…) is set twice: call it once");
    refused(
        set -> set.user(null),
        "user(null): give a function that returns the user, or leave it out");
    refused(set -> set.user(() -> null).user(() -> null), "user(…) is set twice: call it once");
    DatabaseOptions.of(set -> set.idleTimeout(Duration.ofSeconds(Long.MAX_VALUE)));
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
