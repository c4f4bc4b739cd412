package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.lint.Lint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sample's own schema follows what docs/diff.md tells. */
final class SampleSchemaTest {

  private static final Path SCHEMA = Path.of("../schema");
  private static final Path MIGRATIONS = SCHEMA.resolve("src/main/resources/db/migration");

  @Test
  void desiredSchema_isWhatTheMigrationsGive() {
    Schema migrated = Schema.ofMigrations("filesystem:" + MIGRATIONS);
    Schema desired = Schema.ofDdl(SCHEMA.resolve("desired.sql"));
    assertThat(SchemaDiff.between(migrated, desired).differences()).isEmpty();
  }

  @Test
  void migrations_areWithoutFindings() {
    assertThat(Lint.of(MIGRATIONS).run()).isEmpty();
  }
}
