package io.kinrow.diagram.read;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** SQLite's: scratch databases are files. */
final class SqliteSource extends ErSource {

  private final List<ScratchFile> files = new ArrayList<>();

  @Override
  public boolean hasText() {
    return true;
  }

  @Override
  public ErModel live(String url, FlywaySettings settings) {
    Catalog catalog = Schema.ofDatabase(url, settings).catalog();
    try (Connection connection = DriverManager.getConnection(url)) {
      return SqliteModel.of(catalog, connection);
    } catch (SQLException e) {
      throw RefusedException.because(url + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  FluentConfiguration scratch(FlywaySettings settings) {
    ScratchFile file = new ScratchFile();
    files.add(file);
    return settings.onScratch(file.url());
  }

  @Override
  ErModel created(Path fileOrFolder, FlywaySettings settings) {
    return modelOf(Schema.ofDdl(fileOrFolder, settings));
  }

  static ErModel modelOf(Schema schema) {
    Catalog catalog = schema.catalog();
    // only the columns of views have to be asked for
    try (ScratchSchema scratch =
        catalog.views().isEmpty() ? ScratchSchema.empty() : ScratchSchema.of(catalog)) {
      return SqliteModel.of(catalog, scratch.connection());
    } catch (SQLException e) {
      throw RefusedException.because(schema.origin() + ": " + e.getMessage());
    }
  }

  @Override
  ErModel read(Connection connection, FlywaySettings settings) throws SQLException {
    return SqliteModel.of(CatalogReader.read(connection, settings.leftOut()), connection);
  }

  @Override
  public void close() {
    files.forEach(ScratchFile::close);
    files.clear();
  }
}
