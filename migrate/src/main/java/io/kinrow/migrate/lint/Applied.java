package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** What a live database knows: its applied migrations, and how many rows its tables hold. */
record Applied(Set<String> versions, List<Finding> changed, Map<Name, Long> rows) {

  static Applied of(@Nullable String url, FlywaySettings settings) {
    if (url == null) {
      return new Applied(Set.of(), List.of(), Map.of());
    }
    Set<String> versions = new HashSet<>();
    List<Finding> changed = new ArrayList<>();
    Schema live = Schema.ofDatabase(url, settings);
    for (MigrationInfo info : MigrationReader.flyway(url, settings).info().all()) {
      if (info.getState().isApplied() && info.getVersion() != null) {
        versions.add(info.getVersion().getVersion());
        if (info.getResolvedChecksum() != null && !info.isChecksumMatching()) {
          changed.add(
              new Finding(
                  Rule.APPLIED_MIGRATION_CHANGED,
                  info.getScript(),
                  "it was changed after it was applied: restore its old text, and put the change into a new migration"));
        }
      }
    }
    return new Applied(versions, changed, count(url, live));
  }

  private static Map<Name, Long> count(String url, Schema live) {
    Map<Name, Long> rows = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (var table : live.catalog().tables()) {
        try (ResultSet result =
            statement.executeQuery("SELECT count(*) FROM " + table.name().sql())) {
          rows.put(table.name(), result.getLong(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw RefusedException.because(url + " cannot be read: " + e.getMessage());
    }
  }
}
