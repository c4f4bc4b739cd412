package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.queries.describe.Describer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jspecify.annotations.Nullable;

/** A database of the user's. It must be empty, and is emptied again. */
final class OtherDatabase implements Engine, OpenDatabase {

  private final Login login;
  private final Optional<Engine> like;
  private @Nullable Contents contents;

  /**
   * @param like the engine of this database, if it is one that we know
   */
  OtherDatabase(Login login, Optional<Engine> like) {
    this.login = login;
    this.like = like;
  }

  @Override
  public String identity() {
    return login.url();
  }

  @Override
  public Optional<Pattern> beyondTheDatabase() {
    return Optional.empty();
  }

  @Override
  public Path scratch(Path work) {
    return work.resolve("other");
  }

  @Override
  public Path kept(Path work) {
    return work.resolve("migrated-other");
  }

  @Override
  public long mostKept() {
    return 0;
  }

  @Override
  public String stamp(Path kept) {
    throw new IllegalStateException("a database of the user is not kept");
  }

  @Override
  public void keep(Path scratch, Path kept) {
    throw new IllegalStateException("a database of the user is not kept");
  }

  @Override
  public void clear(Path scratch) {
    // that it is empty is checked, not done
  }

  @Override
  public OpenDatabase open(Path scratch) {
    return this;
  }

  @Override
  public Login login() {
    return login;
  }

  @Override
  public FluentConfiguration configure(FluentConfiguration flyway) {
    return flyway.cleanDisabled(false);
  }

  @Override
  public void check(Flyway flyway) {
    try {
      like.ifPresent(engine -> engine.refuseOld(flyway.getConfiguration().getDataSource()));
      Contents found =
          like.map(engine -> engine.contents(flyway)).orElseGet(() -> Contents.of(flyway));
      if (found.found().isEmpty()) {
        contents = found;
        return;
      }
      throw new GenerationException(
          "Kinrow: the scratch database "
              + login.url()
              + " is not empty and was left as it is ("
              + found.found()
              + "); set <scratchUrl> to an empty database");
    } catch (FlywayException e) {
      throw new GenerationException(
          "Kinrow: the scratch database %s cannot be used: %s. Start its server, or correct <scratchUrl>, <scratchUser> and <scratchPassword>"
              .formatted(login.url(), Explained.of(e).getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    if (contents != null) {
      contents.remove();
    }
  }

  @Override
  public void tidy(Path scratch) {
    // it is emptied when it is closed
  }

  @Override
  public void check(List<String> schemas) {
    like.ifPresent(engine -> engine.check(schemas));
  }

  @Override
  public void tell(Database jooq, Connection migrated, List<String> schemas) throws SQLException {
    if (like.isPresent()) {
      like.get().tell(jooq, migrated, schemas);
    } else {
      jooq.setSchemata(
          schemas.stream().map(schema -> new SchemaMappingType().withInputSchema(schema)).toList());
    }
  }

  @Override
  public Map<String, List<String>> tables(Connection migrated) throws SQLException {
    return like.isPresent() ? like.get().tables(migrated) : Map.of();
  }

  @Override
  public Map<String, Set<String>> checkedLiterals(Connection migrated) throws SQLException {
    return like.isPresent() ? like.get().checkedLiterals(migrated) : Map.of();
  }

  @Override
  public Describer describer(Connection migrated, List<String> schemas) throws SQLException {
    return like.orElseThrow(
            () ->
                new GenerationException(
                    "Kinrow: declared queries can be checked only on SQLite and PostgreSQL, and the scratch database is "
                        + login.url()
                        + ". Remove the @Sql methods, or set <scratchUrl> to one of the two"))
        .describer(migrated, schemas);
  }
}
