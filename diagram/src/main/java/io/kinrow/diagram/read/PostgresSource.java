package io.kinrow.diagram.read;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.migrate.postgres.ServerDatabases;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.SilentFlyway;
import io.kinrow.migrate.settings.SqlFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** PostgreSQL's: scratch databases are created on a server. */
final class PostgresSource extends ErSource {

  private final ServerDatabases databases;
  private final String user;
  private final String password;

  PostgresSource(String url, String user, String password) {
    this.databases = new ServerDatabases(url, user, password);
    this.user = user;
    this.password = password;
  }

  @Override
  public ErModel live(String url, FlywaySettings settings) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return read(connection, settings);
    } catch (SQLException e) {
      throw RefusedException.because(url + " cannot be read: " + Explained.of(e));
    }
  }

  @Override
  FluentConfiguration scratch(FlywaySettings settings) {
    return SilentFlyway.in(settings.on(databases.empty(), user, password));
  }

  @Override
  ErModel created(Path fileOrFolder, FlywaySettings settings) {
    try (Connection connection = DriverManager.getConnection(databases.empty(), user, password)) {
      for (Path file : SqlFiles.in(fileOrFolder)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(Files.readString(file));
        } catch (SQLException | IOException e) {
          throw RefusedException.because(file + ": " + e.getMessage());
        }
      }
      return read(connection, settings);
    } catch (SQLException e) {
      throw RefusedException.because(fileOrFolder + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  ErModel read(Connection connection, FlywaySettings settings) throws SQLException {
    return PostgresModel.of(connection, settings.leftOut());
  }

  @Override
  public void close() {
    databases.close();
  }
}
