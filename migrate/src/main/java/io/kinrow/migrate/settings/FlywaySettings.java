package io.kinrow.migrate.settings;

import io.kinrow.migrate.catalog.LeftOut;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import org.jspecify.annotations.Nullable;

/**
 * A project's settings for Flyway. Generate, diff, check, lint, verify and the command line all
 * migrate their scratch databases with them. Immutable and safe to share between threads; every
 * method that changes something returns a new value.
 *
 * <pre>{@code
 * FlywaySettings settings = FlywaySettings.read(Path.of("flyway.conf"))
 *     .locations("filesystem:db/migration", "filesystem:db/undo")
 *     .placeholder("owner", "blog");
 * Schema migrated = Schema.ofMigrations(settings);
 * }</pre>
 *
 * <p>Settings that say which database to migrate, how far Flyway's own undo goes, or where Flyway
 * reports what, are never part of them ({@link #LEFT_OUT}): a scratch database must never be the
 * project's own. Environment variables are not read, and configuration files only if they are
 * passed to {@link #read}.
 */
public final class FlywaySettings {

  private static final String PREFIX = "flyway.";
  private static final String PLACEHOLDERS = "placeholders.";
  private static final String LOCATIONS = "locations";
  private static final String CALLBACK_LOCATIONS = "callbackLocations";
  private static final String FILESYSTEM = "filesystem:";
  private static final String UNDO_PREFIX = "undoSqlMigrationPrefix";

  /** Settings that are left out, without their {@code flyway.} prefix, in lower case. */
  static final Set<String> LEFT_OUT =
      Set.of(
          "url",
          "user",
          "password",
          "driver",
          "environment",
          "environmentprovisionmode",
          "connectretries",
          "connectretriesinterval",
          "kerberosconfigfile",
          "licensekey",
          "email",
          "token",
          "cleandisabled",
          "cleanonvalidationerror",
          "baselineonmigrate",
          "skipexecutingmigrations",
          "dryrunoutput",
          "undofailed",
          "undotodate",
          "undolastrun",
          "reportenabled",
          "reportfilename",
          "outputtype",
          "outputqueryresults",
          "outputprogress",
          "outputlogsinjson",
          "loggers",
          "configfiles",
          "configfileencoding",
          "workingdirectory",
          "jardirs");

  private static final int MOST_UNKNOWN = 3;
  private static final Pattern UNKNOWN =
      Pattern.compile("(?s)Unknown configuration propert(?:y|ies): (.*?)\\. Please check");
  private static final Pattern NAME = Pattern.compile("flyway(\\.[a-z][A-Za-z0-9]*)+");

  private static final List<String> LEFT_OUT_GROUPS = List.of("environments.", "jdbcproperties.");

  private final @Nullable Configuration base;

  /** Flyway's default. */
  private static final String TABLE = "flyway_schema_history";

  private final Map<String, String> properties;
  // as a list: a folder may have a comma in its name, at which Flyway splits a property
  private final List<String> locations;
  private final List<String> leftOut;

  private FlywaySettings(
      @Nullable Configuration base,
      Map<String, String> properties,
      List<String> locations,
      List<String> leftOut) {
    this.base = base;
    this.properties = properties;
    this.locations = locations;
    this.leftOut = leftOut;
  }

  /** Returns Flyway's defaults: migrations in {@code classpath:db/migration}, no placeholders. */
  public static FlywaySettings defaults() {
    return new FlywaySettings(null, Map.of(), List.of(), List.of());
  }

  /**
   * Returns settings given as properties.
   *
   * @param properties such as {@code placeholders.owner}, with or without the prefix {@code
   *     flyway.}
   * @throws FlywayException if Flyway does not know a setting or does not accept its value
   */
  public static FlywaySettings of(Map<String, String> properties) {
    return defaults().with(properties);
  }

  /**
   * Returns the settings of a Flyway configuration, with its Java migrations, callbacks and class
   * loader.
   *
   * @param configuration is copied, so that later changes to it have no effect
   */
  public static FlywaySettings of(Configuration configuration) {
    Configuration copy =
        new FluentConfiguration(configuration.getClassLoader()).configuration(configuration);
    return new FlywaySettings(copy, Map.of(), List.of(), List.of());
  }

  /**
   * Returns the settings in a {@code flyway.conf} file, which is read as UTF-8.
   *
   * @throws FlywayException if the file is missing or has a different format, such as {@code
   *     flyway.toml}, which only Flyway's command line and plugins can read
   */
  public static FlywaySettings read(Path file) {
    return defaults().with(file);
  }

  /** Returns these settings, overridden by those of a {@code flyway.conf}; see {@link #read}. */
  public FlywaySettings with(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new FlywayException("There is no Flyway configuration file " + file);
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".toml")) {
      throw new FlywayException(
          file
              + " cannot be read, because flyway-core reads only the .conf format. Write the settings as flyway.<name>=<value> in a flyway.conf");
    }
    try {
      return with(ConfigUtils.loadConfigurationFile(file.toFile(), "UTF-8", true));
    } catch (FlywayException e) {
      throw new FlywayException(problem(file, String.valueOf(e.getMessage())), e);
    }
  }

  /** Without what a file of another kind holds. */
  private static String problem(Path file, String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (!unknown.find()) {
      return message.contains(file.toString()) ? message : file + ": " + message;
    }
    List<String> names = List.of(unknown.group(1).split(","));
    return names.size() <= MOST_UNKNOWN && names.stream().allMatch(n -> NAME.matcher(n).matches())
        ? file + ": Flyway does not know the setting " + String.join(", ", names)
        : file + " is not a Flyway configuration file: name a flyway.conf";
  }

  /**
   * Returns these settings, overridden by others.
   *
   * @param others as in {@link #of(Map)}
   * @throws FlywayException like {@link #of(Map)}
   */
  public FlywaySettings with(Map<String, String> others) {
    if (others.isEmpty()) {
      return this; // Flyway's configuration takes a while to make
    }
    Map<String, String> all = new TreeMap<>(properties);
    others.forEach(
        (key, value) -> {
          String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
          if (!isLeftOut(name)) {
            all.put(name, value);
          }
        });
    String moved = all.remove(LOCATIONS);
    List<String> places =
        moved == null ? locations : Arrays.stream(moved.split(",")).map(String::strip).toList();
    FlywaySettings settings = new FlywaySettings(base, Map.copyOf(all), places, leftOut);
    settings.configuration();
    return settings;
  }

  private static boolean isLeftOut(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LEFT_OUT.contains(lower) || LEFT_OUT_GROUPS.stream().anyMatch(lower::startsWith);
  }

  /** Returns these settings with a value for {@code ${name}} in scripts. */
  public FlywaySettings placeholder(String name, String value) {
    return with(Map.of(PLACEHOLDERS + name, value));
  }

  /** Returns these settings with a different name for Flyway's history table. */
  public FlywaySettings table(String name) {
    return with(Map.of("table", name));
  }

  /** Returns these settings with different script locations, in Flyway's notation. */
  public FlywaySettings locations(String... locations) {
    return new FlywaySettings(base, properties, List.of(locations), leftOut);
  }

  /** Returns these settings with the migrations up to a version, or {@code latest}. */
  public FlywaySettings target(String version) {
    return with(Map.of("target", version));
  }

  /**
   * Returns these settings with objects that diff, check and lint ignore, in addition to Flyway's
   * history.
   *
   * @param patterns names of tables, indexes, views and triggers, in which {@code *} stands for any
   *     number of characters and {@code ?} for one; a table is ignored with all that belongs to it
   */
  public FlywaySettings leavingOut(String... patterns) {
    return new FlywaySettings(base, properties, locations, List.of(patterns));
  }

  /** Returns what is not part of the schema: Flyway's history and {@link #leavingOut} objects. */
  public LeftOut leftOut() {
    return LeftOut.of(table(), leftOut);
  }

  /** Returns the name of Flyway's history table, which is not part of the schema. */
  public String table() {
    // without Flyway's configuration, which takes a while to make
    return base == null ? properties.getOrDefault("table", TABLE) : configuration().getTable();
  }

  /** Returns whether the locations of the scripts were set. */
  public boolean hasLocations() {
    return base != null || !locations.isEmpty();
  }

  /** Returns where the scripts are, in Flyway's notation for locations. */
  public List<String> locations() {
    return Arrays.stream(configuration().getLocations()).map(String::valueOf).toList();
  }

  /** Returns whether a text contains something that Flyway would take for a placeholder. */
  public boolean replacesIn(String text) {
    Configuration configuration = configuration();
    return configuration.isPlaceholderReplacement()
        && text.contains(configuration.getPlaceholderPrefix());
  }

  /** Returns how the scripts are named. */
  public ScriptNames names() {
    return ScriptNames.of(configuration());
  }

  /** Returns the locations of callbacks other than those of the scripts, in Flyway's notation. */
  public List<String> callbackLocations() {
    String places = properties.get(CALLBACK_LOCATIONS);
    return places == null
        ? List.of()
        : Arrays.stream(places.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** Returns the class names of callbacks and resolvers. */
  public List<String> classes() {
    return Stream.of("callbacks", "resolvers")
        .flatMap(name -> Arrays.stream(properties.getOrDefault(name, "").split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * Returns whether nothing but scripts works on the database, one after the other, each in its own
   * transactions: no callback, resolver or Java migration that is known by name, nothing that each
   * connection runs.
   */
  public boolean runsScriptsAlone() {
    Configuration configuration = configuration();
    return callbackLocations().isEmpty()
        && classes().isEmpty()
        && configuration.getCallbacks().length == 0
        && configuration.getJavaMigrations().length == 0
        && configuration.getInitSql() == null
        && !configuration.isGroup()
        && configuration.isExecuteInTransaction();
  }

  /** Returns these settings, with the folders of callbacks relative to a folder. */
  public FlywaySettings relativeTo(Path folder) {
    List<String> places = callbackLocations();
    if (places.isEmpty()) {
      return this;
    }
    return with(
        Map.of(
            CALLBACK_LOCATIONS,
            places.stream()
                .map(
                    place ->
                        place.matches("\\w{2,}:.*") && !place.startsWith(FILESYSTEM)
                            ? place
                            : FILESYSTEM + folder.resolve(place.replaceFirst("^" + FILESYSTEM, "")))
                .collect(Collectors.joining(","))));
  }

  /** Returns the encoding of the scripts; the default is UTF-8. */
  public Charset encoding() {
    Charset encoding = configuration().getEncoding();
    return encoding == null ? StandardCharsets.UTF_8 : encoding;
  }

  /** Returns Flyway's configuration with these settings, for a database that may be migrated. */
  public FluentConfiguration on(String url, @Nullable String user, @Nullable String password) {
    return configuration().dataSource(url, user, password);
  }

  /** Returns Flyway's configuration with these settings, for a scratch database: without a log. */
  public FluentConfiguration onScratch(String url) {
    return SilentFlyway.in(on(url, null, null));
  }

  /** Returns Flyway's configuration with these settings, for the database of a data source. */
  public FluentConfiguration on(DataSource dataSource) {
    return configuration().dataSource(dataSource);
  }

  /** Returns Flyway's configuration with these settings; a class loader finds the scripts. */
  public FluentConfiguration on(
      String url, @Nullable String user, @Nullable String password, ClassLoader classLoader) {
    return apply(new FluentConfiguration(classLoader)).dataSource(url, user, password);
  }

  /** Flyway's configuration with these settings, without a database. */
  FluentConfiguration configuration() {
    return apply(
        base == null ? new FluentConfiguration() : new FluentConfiguration(base.getClassLoader()));
  }

  private FluentConfiguration apply(FluentConfiguration configuration) {
    Map<String, String> placeholders = new HashMap<>();
    if (base != null) {
      ClassLoader classLoader = configuration.getClassLoader();
      configuration = new FluentConfiguration(classLoader).configuration(base);
      placeholders.putAll(base.getPlaceholders());
    }
    Map<String, String> flyways = new HashMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(PLACEHOLDERS)) {
            placeholders.put(name.substring(PLACEHOLDERS.length()), value);
          } else if (!name.equals(UNDO_PREFIX)) {
            flyways.put(PREFIX + name, value);
          }
        });
    configuration
        .configuration(flyways)
        .placeholders(placeholders)
        .skipExecutingMigrations(false)
        .baselineOnMigrate(false);
    if (!locations.isEmpty()) {
      configuration.locations(locations.toArray(String[]::new));
    }
    String undo = properties.get(UNDO_PREFIX);
    if (undo != null) {
      // through properties Flyway would want Jackson for it
      UndoConfiguration own = configuration.getPluginRegister().getExact(UndoConfiguration.class);
      if (own != null) {
        own.setUndoSqlMigrationPrefix(undo);
      }
    }
    return configuration;
  }

  /**
   * Returns all that was set by name, for messages and fingerprints: the same settings, the same
   * text.
   */
  @Override
  public String toString() {
    return new TreeMap<>(properties)
        + (locations.isEmpty() ? "" : " " + locations)
        + (leftOut.isEmpty() ? "" : " without " + leftOut);
  }
}
