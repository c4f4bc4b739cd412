package io.kinrow.migrate.verify;

import io.kinrow.migrate.postgres.ServerStatements;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptText;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database; scratch databases are on its server. */
final class LivePostgres extends LiveDatabase {

  LivePostgres(Configuration configuration) {
    super(configuration);
  }

  /** Others can be made only with a user name and a password, which a data source hides. */
  static boolean handles(Configuration configuration) {
    return text(configuration.getUrl()).startsWith("jdbc:postgresql:");
  }

  @Override
  void refuseScripts(List<String> scripts) {
    ScriptText texts = new ScriptText(FlywaySettings.of(configuration));
    for (String script : scripts) {
      ServerStatements.first(texts.of(script))
          .ifPresent(
              statement -> {
                throw new FlywayException(
                    "%s: \"%s\" changes the whole server, and the real database with it. Use a restored backup on a different server"
                        .formatted(script, statement));
              });
    }
  }

  @Override
  ScratchSource copies(ScratchFolder folder) {
    return ScratchDatabases.copiesOf(configuration, url(), user(), password());
  }

  @Override
  ScratchSource empties(ScratchFolder folder) {
    return ScratchDatabases.beside(configuration, url(), user(), password());
  }

  @Override
  List<String> faults(Scratch copy, Scratch migrated) {
    return PostgresRowFaults.list(copy, migrated);
  }

  private String url() {
    return text(configuration.getUrl());
  }

  private String user() {
    return text(configuration.getUser());
  }

  private String password() {
    return text(configuration.getPassword());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
