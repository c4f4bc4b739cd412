package io.kinrow.migrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.fixture.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of a server is passed over in silence. */
final class ServerCataloguesTest {

  @Test
  void everyCatalogueIsReadOrLeftOut() throws SQLException {
    try (Connection connection = Engine.postgres().connect()) {
      assertThat(ServerCatalogues.read(connection, Catalogues.all()).notCompared()).isEmpty();
    }
  }

  @Test
  void whatIsLeftOutIsDocumented() throws IOException {
    String documentation = Files.readString(Path.of("../docs/undo.md"));

    for (String catalogue : Catalogues.LEFT_OUT) {
      assertThat(documentation).contains("`" + catalogue + "`");
    }
  }

  @Test
  void columnsThatNobodyDescribedAreCompared_orTold() throws SQLException {
    try (Connection connection = Engine.postgres().connect()) {
      List<Catalogue> others = new ArrayList<>(Catalogues.all());
      others.removeIf(c -> c.table().equals("pg_policy") || c.table().equals("pg_rewrite"));
      others.add(Catalogue.ofObjects("pg_policy"));

      ServerCatalogues catalogues = ServerCatalogues.read(connection, others);

      assertThat(catalogues.notCompared())
          .containsExactlyInAnyOrder("pg_policy.polqual", "pg_policy.polwithcheck", "pg_rewrite");
      assertThat(catalogues.queries())
          .filteredOn(query -> query.table().equals("pg_policy"))
          .allSatisfy(
              query ->
                  assertThat(query.properties())
                      .contains("polname", "polcmd", "polrelid", "polroles"));
    }
  }

  @Test
  void referencesOfServersThatCannotTellAreRight() throws SQLException {
    try (Connection connection = Engine.postgres().connect()) {
      assertThat(ServerCatalogues.referencesByServer(connection))
          .containsAllEntriesOf(ServerCatalogues.referencesOf13());
    }
  }
}
