package io.kinrow.migrate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptNamesTest {

  @Test
  void readsTheVersion_ofAMigration() {
    ScriptNames names = FlywaySettings.defaults().names();
    assertThat(names.version(names.migration("1.2", "a b"))).contains("1.2");
    assertThat(names.version("V1_2__a.sql")).contains("1_2");
    for (String other : List.of("U1__a.sql", "R__a.sql", "V1__a.txt", "V1_a.sql", "V__a.sql")) {
      assertThat(names.version(other)).as(other).isEmpty();
    }
  }

  @Test
  void readsTheVersion_ofAnUndoScript() {
    ScriptNames names = FlywaySettings.defaults().names();
    assertThat(names.undoVersion(names.undo("1.2", "a b"))).contains("1.2");
    assertThat(names.undoVersion("U1_2__a.sql")).contains("1_2");
    for (String other : List.of("V1__a.sql", "R__a.sql", "U1__a.txt", "U1_a.sql", "U__a.sql")) {
      assertThat(names.undoVersion(other)).as(other).isEmpty();
    }
  }

  @Test
  void readsTheVersion_betweenAPrefixAndASeparatorThatThePatternWouldTakeForItsOwn() {
    ScriptNames names = new ScriptNames("V.", "U.", "B.", "++", List.of(".ddl", ".sql"));
    assertThat(names.version("V.7++a.ddl")).contains("7");
    assertThat(names.undoVersion("U.7++a.sql")).contains("7");
    assertThat(names.undoVersion("U17++a.sql")).isEmpty();
  }
}
