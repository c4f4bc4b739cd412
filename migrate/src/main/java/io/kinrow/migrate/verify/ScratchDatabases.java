package io.kinrow.migrate.verify;

import io.kinrow.migrate.postgres.ServerDatabases;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Databases on one PostgreSQL server, which are dropped in the end. */
final class ScratchDatabases implements ScratchSource {

  /** What a database contains when it is created. */
  private enum Kind {
    /** The first one is the empty database of the URL, whatever its engine. */
    GIVEN,
    EMPTY,
    COPY
  }

  private final Configuration configuration;
  private final String url;
  private final String user;
  private final String password;
  private final Kind kind;
  private final ServerDatabases databases;
  private @Nullable Scratch current;
  private @Nullable Snapshot empty;

  private ScratchDatabases(
      Configuration configuration, String url, String user, String password, Kind kind) {
    this.configuration = configuration;
    this.url = url;
    this.user = user;
    this.password = password;
    this.kind = kind;
    this.databases = new ServerDatabases(url, user, password);
  }

  /** The empty database of a URL, and after it others on its server, which are made like it. */
  static ScratchDatabases from(
      Configuration configuration, String url, String user, String password) {
    return new ScratchDatabases(configuration, url, user, password, Kind.GIVEN);
  }

  /** Empty databases on the server of one that is only read. */
  static ScratchDatabases beside(
      Configuration configuration, String url, String user, String password) {
    return new ScratchDatabases(configuration, url, user, password, Kind.EMPTY);
  }

  /** Copies of a database on its server. */
  static ScratchDatabases copiesOf(
      Configuration configuration, String url, String user, String password) {
    return new ScratchDatabases(configuration, url, user, password, Kind.COPY);
  }

  @Override
  public Scratch next() {
    String place = place();
    if (current != null) {
      current.close();
    }
    Scratch scratch = new Scratch(configuration, place, user, password);
    current = scratch;
    if (kind != Kind.COPY) {
      requireEmpty(scratch);
      // the history, and schemas that Flyway makes, belong to no migration
      scratch.prepare();
    }
    return scratch;
  }

  private String place() {
    if (kind == Kind.COPY) {
      return databases.copy();
    }
    return kind == Kind.GIVEN && empty == null ? url : databases.empty();
  }

  private void requireEmpty(Scratch scratch) {
    Snapshot found = scratch.snapshot();
    if (empty == null) {
      if (!found.isEmpty() || !scratch.appliedLatestFirst().isEmpty()) {
        throw new FlywayException(
            "The scratch database is not empty: undo scripts are proved on an empty database whose contents may be discarded.");
      }
      empty = found;
    } else if (!empty.schemaDifferences(found).isEmpty()) {
      throw new FlywayException(
          "a new database differs from it: " + String.join("; ", empty.schemaDifferences(found)));
    }
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    databases.close();
  }
}
