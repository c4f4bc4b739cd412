package io.kinrow.migrate.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;
import org.jetbrains.annotations.ApiStatus;

/**
 * The text of scripts as Flyway runs it: found in its locations, in its encoding, with values for
 * placeholders, and as the script's own {@code .conf} has it. What {@code ${flyway:…}} stands for
 * is left empty, but the name of the script and of the history table. For one thread.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ScriptText {

  private final FluentConfiguration configuration;
  private final ResourceProvider resources;

  /** Prepares to read the scripts of a project. */
  public ScriptText(FlywaySettings settings) {
    this.configuration = settings.configuration();
    this.resources = SomeScripts.resources(configuration);
  }

  /**
   * Returns the text of one script.
   *
   * @param script as Flyway names it, by its path below its location
   * @throws FlywayException if it cannot be read, or a placeholder has no value
   */
  public String of(String script) {
    LoadableResource resource = find(resources, script);
    SqlScriptMetadata own = own(resource);
    if (own.encoding() != null) {
      resource = find(SomeScripts.resources(copy().encoding(own.encoding())), script);
    }
    boolean replaces =
        own.placeholderReplacement() == null
            ? configuration.isPlaceholderReplacement()
            : own.placeholderReplacement();
    try (Reader plain = resource.read();
        Reader reader = replaces ? replacing(plain, resource.getFilename()) : plain;
        StringWriter text = new StringWriter()) {
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new FlywayException("Cannot read " + script + ": " + e.getMessage(), e);
    } catch (FlywayException e) {
      throw Explained.of(e, script);
    }
  }

  /**
   * Returns whether Flyway is to run a script in a transaction, by its own {@code .conf} or for all
   * of them; some statements can be in none, which is not looked at here.
   */
  public boolean isInTransaction(String script) {
    Boolean own = own(find(resources, script)).executeInTransaction();
    return own == null ? configuration.isExecuteInTransaction() : own;
  }

  private SqlScriptMetadata own(LoadableResource resource) {
    return SqlScriptMetadata.fromResource(
        SqlScriptMetadata.getMetadataResource(resources, resource), null, configuration);
  }

  /** Returns the name of the script that undoes a versioned one of this name. */
  public String undoOf(String name) {
    return UndoConfiguration.prefix(configuration)
        + name.substring(configuration.getSqlMigrationPrefix().length());
  }

  private Reader replacing(Reader reader, String filename) {
    Map<String, String> values = new HashMap<>();
    for (String known :
        new String[] {
          "defaultSchema", "database", "user", "timestamp", "workingDirectory", "environment"
        }) {
      values.put("flyway" + configuration.getPlaceholderSeparator() + known, "");
    }
    values.put("flyway" + configuration.getPlaceholderSeparator() + "filename", filename);
    values.put(
        "flyway" + configuration.getPlaceholderSeparator() + "table", configuration.getTable());
    values.putAll(configuration.getPlaceholders());
    return new PlaceholderReplacingReader(
        configuration.getPlaceholderPrefix(),
        configuration.getPlaceholderSuffix(),
        configuration.getPlaceholderSeparator(),
        values,
        reader);
  }

  private FluentConfiguration copy() {
    return new FluentConfiguration(configuration.getClassLoader()).configuration(configuration);
  }

  private static LoadableResource find(ResourceProvider resources, String script) {
    LoadableResource found = resources.getResource(script);
    if (found == null) {
      throw new FlywayException("Cannot find the script " + script + " again");
    }
    return found;
  }
}
