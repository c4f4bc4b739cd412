package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
    assertThat(options).hasToString("schemas {app=tenant_7}");
  }

  @Test
  void refusesTheSecondSchema_forOneThatIsTaken() {
    assertThatThrownBy(() -> DatabaseOptions.of(set -> set.schema("app", "a").schema("app", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "schema app cannot become both a and b: call schema(…) once for each generated schema");
  }
}
