package io.kinrow.queries;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Real servers of PostgreSQL. */
enum Postgres {
  /** The oldest version that Kinrow supports. */
  OLDEST {
    @Override
    EmbeddedPostgres start() throws IOException {
      return EmbeddedPostgres.start();
    }
  },
  /** The newest version that builds start. */
  NEWEST {
    @Override
    EmbeddedPostgres start() throws IOException {
      return EmbeddedPostgres.builder()
          .setPgBinaryResolver((system, processor) -> programs(newest()))
          .start();
    }
  };

  abstract EmbeddedPostgres start() throws IOException;

  private static Path newest() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target/postgres"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private static InputStream programs(Path jar) throws IOException {
    try (JarInputStream content = new JarInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return new ByteArrayInputStream(content.readAllBytes());
        }
      }
    }
    throw new IOException(jar + " has no .txz");
  }
}
