package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** All schemas of a PostgreSQL database, also those that Flyway is not told of. */
final class PostgresContents implements Contents {

  private final Configuration configuration;
  private final List<String> before;
  private final List<String> used;

  private PostgresContents(Configuration configuration, List<String> before, List<String> used) {
    this.configuration = configuration;
    this.before = before;
    this.used = used;
  }

  static Contents of(Flyway flyway) {
    Configuration configuration = flyway.getConfiguration();
    try (Connection connection = configuration.getDataSource().getConnection()) {
      PostgresSchemas schemas = new PostgresSchemas(connection);
      return new PostgresContents(configuration, schemas.all(), schemas.used());
    } catch (SQLException e) {
      throw new FlywayException(Explained.of(e), e);
    }
  }

  @Override
  public String found() {
    return used.isEmpty()
        ? ""
        : "there are objects in schema%s %s"
            .formatted(used.size() == 1 ? "" : "s", String.join(", ", used));
  }

  @Override
  public void remove() {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      PostgresSchemas schemas = new PostgresSchemas(connection);
      for (String schema : schemas.all()) {
        if (!before.contains(schema)) {
          schemas.drop(schema);
        } else {
          // a note in it may make Flyway drop all schemas instead of emptying them
          schemas.dropTable(schema, configuration.getTable());
        }
      }
    } catch (SQLException e) {
      throw new FlywayException(Explained.of(e), e);
    }
    if (!before.isEmpty()) {
      new FluentConfiguration(configuration.getClassLoader())
          .configuration(configuration)
          .schemas(before.toArray(String[]::new))
          .defaultSchema(before.get(0))
          .load()
          .clean();
    }
  }
}
