package io.kinrow.migrate.settings;

import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.undo.UndoConfiguration;
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
 * How a project configures Flyway: the one description that generate, diff, check, lint, verify and
 * the command line migrate their scratch databases with. Immutable and safe to share between
 * threads; every method that changes something returns a new value.
 *
 * <pre>{@code
 * FlywaySettings settings = FlywaySettings.read(Path.of("flyway.conf"))
 *     .locations("filesystem:db/migration", "filesystem:db/undo")
 *     .placeholder("owner", "blog");
 * Schema migrated = Schema.ofMigrations(settings);
 * }</pre>
 *
 * <p>What says which database to migrate, and what Flyway reports where, is not a part of it and is
 * left out wherever it comes from ({@link #LEFT_OUT}): a scratch database must never be the
 * project's own. Environment variables are not read, and configuration files only where {@link
 * #read} names one.
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

  /** Flyway's defaults: migrations in {@code classpath:db/migration}, no placeholders. */
  public static FlywaySettings defaults() {
    return new FlywaySettings(null, Map.of(), List.of(), List.of());
  }

  /**
   * Settings as properties.
   *
   * @param properties such as {@code placeholders.owner}, with or without {@code flyway.} before it
   * @throws FlywayException if Flyway knows no such setting, or cannot take a value
   */
  public static FlywaySettings of(Map<String, String> properties) {
    return defaults().with(properties);
  }

  /**
   * Flyway's own configuration, with its Java migrations, callbacks and class loader.
   *
   * @param configuration copied, so that later changes to it do nothing here
   */
  public static FlywaySettings of(Configuration configuration) {
    Configuration copy =
        new FluentConfiguration(configuration.getClassLoader()).configuration(configuration);
    return new FlywaySettings(copy, Map.of(), List.of(), List.of());
  }

  /**
   * Settings of a {@code flyway.conf} file, in UTF-8.
   *
   * @throws FlywayException if the file is missing or not in that format; {@code flyway.toml} is
   *     not, as only Flyway's command line and plugins can read it
   */
  public static FlywaySettings read(Path file) {
    return defaults().with(file);
  }

  /** These settings, overridden by those of a {@code flyway.conf} file; see {@link #read}. */
  public FlywaySettings with(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new FlywayException("There is no Flyway configuration file " + file);
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".toml")) {
      throw new FlywayException(
          file
              + " cannot be read: flyway-core reads the .conf format only. Write the settings as"
              + " flyway.<name>=<value> to a flyway.conf");
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
        ? file + ": Flyway knows no setting " + String.join(", ", names)
        : file + " is not a Flyway configuration file: name a flyway.conf";
  }

  /**
   * These settings, overridden by others.
   *
   * @param others as in {@link #of(Map)}
   * @throws FlywayException as {@link #of(Map)}
   */
  public FlywaySettings with(Map<String, String> others) {
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

  /** These settings with a value for {@code ${name}} in scripts. */
  public FlywaySettings placeholder(String name, String value) {
    return with(Map.of(PLACEHOLDERS + name, value));
  }

  /** These settings with another name of Flyway's history table. */
  public FlywaySettings table(String name) {
    return with(Map.of("table", name));
  }

  /** These settings with other places of scripts, as Flyway writes locations. */
  public FlywaySettings locations(String... locations) {
    return new FlywaySettings(base, properties, List.of(locations), leftOut);
  }

  /** These settings with migrations up to a version, or {@code latest}. */
  public FlywaySettings target(String version) {
    return with(Map.of("target", version));
  }

  /**
   * These settings with objects that diff, check and lint do not see, beside Flyway's history.
   *
   * @param patterns names of tables, indexes, views and triggers, in which {@code *} stands for any
   *     letters and {@code ?} for one; a table is left out with all that belongs to it
   */
  public FlywaySettings leavingOut(String... patterns) {
    return new FlywaySettings(base, properties, locations, List.of(patterns));
  }

  /** What is not a part of the schema: Flyway's history and what {@link #leavingOut} names. */
  public LeftOut leftOut() {
    return LeftOut.of(table(), leftOut);
  }

  /** The name of Flyway's history table, which is not a part of the schema. */
  public String table() {
    return configuration().getTable();
  }

  /** Whether somebody said where the scripts are. */
  public boolean hasLocations() {
    return base != null || !locations.isEmpty();
  }

  /** Where the scripts are, as Flyway writes locations. */
  public List<String> locations() {
    return Arrays.stream(configuration().getLocations()).map(String::valueOf).toList();
  }

  /** Whether a text has something that Flyway would take for a placeholder. */
  public boolean replacesIn(String text) {
    Configuration configuration = configuration();
    return configuration.isPlaceholderReplacement()
        && text.contains(configuration.getPlaceholderPrefix());
  }

  /** How the scripts are named. */
  public ScriptNames names() {
    return ScriptNames.of(configuration());
  }

  /** The places of callbacks beside those of the scripts, as Flyway writes locations. */
  public List<String> callbackLocations() {
    String places = properties.get(CALLBACK_LOCATIONS);
    return places == null
        ? List.of()
        : Arrays.stream(places.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** Classes of callbacks and resolvers, by name. */
  public List<String> classes() {
    return Stream.of("callbacks", "resolvers")
        .flatMap(name -> Arrays.stream(properties.getOrDefault(name, "").split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** These settings, whose folders of callbacks are relative to a folder. */
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

  /** The encoding of the scripts, UTF-8 unless said otherwise. */
  public Charset encoding() {
    Charset encoding = configuration().getEncoding();
    return encoding == null ? StandardCharsets.UTF_8 : encoding;
  }

  /** Flyway's configuration with these settings, for a database that may be migrated. */
  public FluentConfiguration on(String url, @Nullable String user, @Nullable String password) {
    return configuration().dataSource(url, user, password);
  }

  /** Flyway's configuration with these settings, for a database behind a data source. */
  public FluentConfiguration on(DataSource dataSource) {
    return configuration().dataSource(dataSource);
  }

  /** Flyway's configuration with these settings, whose scripts are found by a class loader. */
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

  /** All that was set by name, for messages and fingerprints: the same settings, the same text. */
  @Override
  public String toString() {
    return new TreeMap<>(properties)
        + (locations.isEmpty() ? "" : " " + locations)
        + (leftOut.isEmpty() ? "" : " without " + leftOut);
  }
}
