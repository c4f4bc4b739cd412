package io.kinrow.maven;

import io.kinrow.maven.files.FileTree;
import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.EmbeddedServer;
import io.kinrow.maven.postgres.Postgres;
import io.kinrow.maven.postgres.PostgresException;
import io.kinrow.maven.postgres.PostgresVersion;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.processor.jooq.BorrowedTypes;
import io.kinrow.processor.jooq.KinrowGenerator;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.PostgresDescriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.postgresql.util.DriverInfo;

/**
 * Scratch databases of PostgreSQL: each with a server of its own, so that roles and all else that
 * belongs to a server begins anew with it, and is kept with it.
 */
final class PostgresEngine implements Engine {

  /**
   * What a connection remembers and does not tell ({@link Remembered} asks it for the rest): the
   * last values of sequences, the seed of random numbers, settings of other names than
   * PostgreSQL's.
   */
  private static final Pattern BEYOND_THE_DATABASE =
      Pattern.compile(
          "\\b(lastval|currval|setseed)\\b"
              + "|\\bset\\s+(session\\s+)?[\\w\"]+\\s*\\.\\s*[\\w\"]+\\s*(=|to\\b)"
              + "|\\bset_config\\s*\\((?!\\s*'\\w+'\\s*,)",
          Pattern.CASE_INSENSITIVE);

  private static final long MOST_BYTES = 256L << 20;

  private final PostgresVersion version;
  private final Binaries binaries;

  PostgresEngine(PostgresVersion version, Binaries binaries) {
    this.version = version;
    this.binaries = binaries;
  }

  @Override
  public String identity() {
    return "PostgreSQL " + version.binaries() + " " + DriverInfo.DRIVER_VERSION;
  }

  @Override
  public Optional<Pattern> beyondTheDatabase() {
    return Optional.of(BEYOND_THE_DATABASE);
  }

  @Override
  public Path scratch(Path work) {
    return work.resolve("postgres");
  }

  @Override
  public Path kept(Path work) {
    return work.resolve("migrated-postgres");
  }

  @Override
  public long mostKept() {
    return MOST_BYTES;
  }

  /** Of thousands of files, whose pages the server checks itself. */
  @Override
  public String stamp(Path kept) throws IOException {
    return FileTree.stamp(kept);
  }

  @Override
  public void keep(Path scratch, Path kept) throws IOException {
    Files.move(scratch, kept);
  }

  @Override
  public void clear(Path scratch) throws IOException {
    postgres(scratch).remove(scratch);
  }

  @Override
  public OpenDatabase open(Path scratch) {
    try {
      return new OpenServer(postgres(scratch).start(scratch));
    } catch (PostgresException e) {
      throw new GenerationException("Kinrow: " + e.getMessage(), e);
    }
  }

  private Postgres postgres(Path scratch) {
    return new Postgres(version, binaries, scratch.resolveSibling("postgres.log"));
  }

  private static final class OpenServer implements OpenDatabase {

    private final EmbeddedServer server;
    private final Remembered remembered = new Remembered();

    OpenServer(EmbeddedServer server) {
      this.server = server;
    }

    @Override
    public Login login() {
      return new Login(server.url(), server.user(), server.password());
    }

    @Override
    public FluentConfiguration configure(FluentConfiguration flyway) {
      return remembered.watch(flyway).cleanDisabled(true);
    }

    @Override
    public String explain(String message) {
      return MissingExtension.explain(message, login());
    }

    @Override
    public void close() {
      server.close();
    }

    @Override
    public boolean isWhole() {
      return server.isReusable() && remembered.isNothing();
    }
  }

  @Override
  public void tidy(Path scratch) throws IOException {
    clear(scratch);
  }

  @Override
  public void refuseOld(DataSource server) {
    try (Connection connection = server.getConnection()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < PostgresVersion.OLDEST) {
        throw new GenerationException(
            "Kinrow: the scratch database is on PostgreSQL %d, which is too old: set <scratchUrl> to a server of version %d or later"
                .formatted(major, PostgresVersion.OLDEST));
      }
    } catch (SQLException e) {
      throw new FlywayException(Explained.of(e), e);
    }
  }

  @Override
  public Contents contents(Flyway flyway) {
    return PostgresContents.of(flyway);
  }

  @Override
  public void check(List<String> schemas) {
    Set<String> known = new HashSet<>();
    for (String schema : schemas) {
      if (schema.isEmpty()) {
        throw refused("an entry is empty. Name a schema in it, or remove it");
      } else if (schema.startsWith("pg_") || schema.equals("information_schema")) {
        throw refused(schema + " belongs to PostgreSQL itself. Remove it");
      } else if (!known.add(schema)) {
        throw refused(schema + " is listed twice. Remove one of the two");
      }
    }
  }

  private static GenerationException refused(String why) {
    return new GenerationException("Kinrow: <schemas>: " + why);
  }

  /** With the schemas whose types the others use. */
  @Override
  public void tell(Database jooq, Connection migrated, List<String> schemas) throws SQLException {
    List<String> known = new PostgresSchemas(migrated).all();
    for (String schema : schemas) {
      if (!known.contains(schema)) {
        throw refused(
            "there is no schema %s after the migrations; there are %s. Correct the name (write it as in SQL, without quotes), or let a migration create the schema"
                .formatted(schema, String.join(", ", known)));
      }
    }
    List<SchemaMappingType> read = new ArrayList<>();
    schemas.forEach(schema -> read.add(new SchemaMappingType().withInputSchema(schema)));
    for (String lender : BorrowedTypes.in(DSL.using(migrated), schemas).schemas()) {
      read.add(new SchemaMappingType().withInputSchema(lender));
      jooq.getProperties()
          .add(new Property().withKey(KinrowGenerator.TYPES + lender).withValue(""));
    }
    jooq.setSchemata(read);
  }

  @Override
  public Map<String, List<String>> tables(Connection migrated) throws SQLException {
    return new PostgresSchemas(migrated).tables();
  }

  @Override
  public Map<String, Set<String>> checkedLiterals(Connection migrated) throws SQLException {
    return PostgresChecks.of(migrated);
  }

  @Override
  public Describer describer(Connection migrated, List<String> schemas) throws SQLException {
    return new PostgresDescriber(migrated, schemas);
  }
}
