package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.PostgresException;
import io.kinrow.maven.postgres.PostgresVersion;
import io.kinrow.migrate.diff.SchemaEngine;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engines there are, by the names that people give them. The first is the default. */
enum EngineName {
  SQLITE("sqlite", "jdbc:sqlite:", true) {
    @Override
    Engine own(@Nullable String version, Binaries binaries) {
      if (version != null) {
        throw new GenerationException(
            "Kinrow: <engineVersion> applies only to engines that the build starts, and SQLite "
                + "is not one of them: its version is that of sqlite-jdbc in the plugin's "
                + "dependencies. Leave <engineVersion> out");
      }
      return new SqliteEngine();
    }
  },
  POSTGRESQL("postgresql", "jdbc:postgresql:", false) {
    @Override
    Engine own(@Nullable String version, Binaries binaries) {
      try {
        return new PostgresEngine(PostgresVersion.of(version), binaries);
      } catch (PostgresException e) {
        throw new GenerationException("Kinrow: " + e.getMessage(), e);
      }
    }
  };

  private final String text;
  private final String url;
  private final boolean copiesDatabases;

  EngineName(String text, String url, boolean copiesDatabases) {
    this.text = text;
    this.url = url;
    this.copiesDatabases = copiesDatabases;
  }

  /** Scratch databases of our own. */
  abstract Engine own(@Nullable String version, Binaries binaries);

  /**
   * Where scratch databases come from.
   *
   * @param engine the name that was given, if any
   * @param version the version that was given, if any
   * @param other a database of the user's, if any
   * @throws GenerationException if there is no such engine or version, or if they contradict each
   *     other
   */
  static Engine choose(
      @Nullable String engine, @Nullable String version, @Nullable Login other, Binaries binaries) {
    EngineName name = of(engine);
    if (other == null) {
      return name.own(version, binaries);
    }
    if (version != null) {
      throw new GenerationException(
          "Kinrow: <engineVersion> is for a server that the build starts, but <scratchUrl> "
              + "names another server. Leave one of the two out");
    }
    if (engine != null && !other.url().startsWith(name.url)) {
      throw new GenerationException(
          "Kinrow: <engine> is %s, but <scratchUrl> is %s. Leave one of the two out, or make them agree"
              .formatted(name.text, other.url()));
    }
    Optional<Engine> like =
        Arrays.stream(values())
            .filter(each -> other.url().startsWith(each.url))
            .findFirst()
            .map(each -> each.own(null, binaries));
    return new OtherDatabase(other, like);
  }

  /** The one of this name; the default, if none was given. */
  static EngineName of(@Nullable String text) {
    if (text == null) {
      return values()[0];
    }
    return Arrays.stream(values())
        .filter(name -> name.text.equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new GenerationException(
                    "Kinrow: '%s' is not an engine that Kinrow knows: set <engine> to one of %s"
                        .formatted(
                            text.strip(),
                            Arrays.stream(values())
                                .map(EngineName::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** Whether schemas of it can be compared and read from DDL. */
  boolean comparesSchemas() {
    return SchemaEngine.compares(url);
  }

  /** Whether undo scripts can be proved on copies of a live database, which takes no server. */
  boolean copiesDatabases() {
    return copiesDatabases;
  }

  @Override
  public String toString() {
    return text;
  }
}
