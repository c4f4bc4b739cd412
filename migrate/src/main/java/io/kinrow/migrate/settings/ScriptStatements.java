package io.kinrow.migrate.settings;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jetbrains.annotations.ApiStatus;

/**
 * The statements of scripts, as Flyway sends them to this database. For one thread.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ScriptStatements {
  private final boolean mixed;
  private final ResourceProvider resources;
  private final SqlScriptFactory scripts;

  /** Prepares to read the scripts of a project. */
  public ScriptStatements(Configuration configuration, Database<?> database) {
    this.mixed = configuration.isMixed();
    this.resources = SomeScripts.resources(configuration);
    ParsingContext context = new ParsingContext();
    context.populate(database, configuration);
    this.scripts = database.getDatabaseType().createSqlScriptFactory(configuration, context);
  }

  /**
   * Returns one script, parsed when its statements are asked for.
   *
   * @param name by its path below its location
   */
  public SqlScript script(String name) {
    LoadableResource resource = resources.getResource(name);
    if (resource == null) {
      throw new IllegalArgumentException("Cannot find the script " + name + " again");
    }
    return scripts.createSqlScript(resource, mixed, resources);
  }

  /** Returns whether Flyway runs a script in a transaction, by its path below its location. */
  public boolean isInTransaction(String name) {
    return script(name).executeInTransaction();
  }

  /** Returns the statements of one script, by its path below its location. */
  public List<String> of(String name) {
    return of(script(name));
  }

  /**
   * Returns the statements of a script, with values for its placeholders and without their
   * delimiters.
   */
  public static List<String> of(SqlScript script) {
    List<String> statements = new ArrayList<>();
    try (SqlStatementIterator all = script.getSqlStatements()) {
      while (all.hasNext()) {
        statements.add(all.next().getSql().strip());
      }
    }
    return List.copyOf(statements);
  }
}
