package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.flywaydb.core.api.FlywayException;
import org.jooq.meta.jaxb.ForcedType;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a scratch database, generates jOOQ's table classes from it, with the facts that Kinrow's
 * annotation processor reads, and checks the declared queries of the project on it. Does nothing if
 * nothing has changed. Reads no environment variable, and no Flyway configuration file unless it is
 * named.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public class GenerateMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Inject private @Nullable RepositorySystem repositories;

  /**
   * Where the migrations are: folders, relative to the project, or <code>classpath:</code> and a
   * folder in the project's dependencies. The default is Flyway's setting <code>locations</code>
   * or, if that is not set, <code>src/main/resources/db/migration</code>.
   */
  @Parameter private List<String> migrations = List.of();

  /** Java package of the generated classes. */
  @Parameter(required = true)
  private String packageName = "";

  /** Where the generated classes go; it becomes a source root. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/jooq")
  private @Nullable File outputDirectory;

  /** Which tables and views to generate: a regular expression on their SQL names. */
  @Parameter(defaultValue = ".*")
  private String includes = ".*";

  /** Which tables and views to leave out: a regular expression on their SQL names. */
  @Parameter private String excludes = "";

  /**
   * Your own names, one per line: <code>users = Account</code> for an entity, <code>
   * users.class = clazz
   * </code> for a column, <code>posts.user_id = author, posts</code> for both ends of a foreign
   * key.
   */
  @Parameter private String names = "";

  /** jOOQ's forced types, as in jooq-codegen-maven. */
  @Parameter private List<ForcedType> forcedTypes = List.of();

  /**
   * Whether text columns become enums if a CHECK constraint lists their values: <code>
   * check (role in ('admin', 'writer'))</code>.
   */
  @Parameter(defaultValue = "true")
  private boolean checkEnums = true;

  /**
   * Which of these columns stay texts: a regular expression on their SQL names, <code>table.column
   * </code> or <code>schema.table.column</code>.
   */
  @Parameter private String checkEnumExcludes = "";

  /**
   * Flyway settings without their <code>flyway.</code> prefix, such as <code>placeholders.owner
   * </code>.
   */
  @Parameter private Map<String, String> flyway = Map.of();

  /** A <code>flyway.conf</code> with further settings. None is read unless it is named here. */
  @Parameter(property = "kinrow.flywayConfigFile")
  private @Nullable File flywayConfigFile;

  /**
   * The engine that the migrations are for: <code>sqlite</code>, the default, or <code>postgresql
   * </code>, for which the build starts a server of its own.
   */
  @Parameter(property = "kinrow.engine")
  private @Nullable String engine;

  /** The major version of that engine; the default is the newest one that Kinrow is tested with. */
  @Parameter(property = "kinrow.engineVersion")
  private @Nullable String engineVersion;

  /**
   * JDBC URL of another scratch database, such as one with extensions that the build's own server
   * lacks. The database must be empty, and is emptied again afterwards. Add drivers for engines
   * other than SQLite and PostgreSQL to the dependencies of the plugin.
   */
  @Parameter private @Nullable String scratchUrl;

  /** User name for that database. */
  @Parameter private @Nullable String scratchUser;

  /** Password for that database. */
  @Parameter private @Nullable String scratchPassword;

  /**
   * The schemas to generate from, for engines that have several: their tables become entities that
   * navigate to each other. Flyway makes those that do not exist. If two schemas have tables of the
   * same name, the one that is listed first keeps the plain Java name. The default is the schema
   * that the migrations work in.
   */
  @Parameter private List<String> schemas = List.of();

  /**
   * Folders of sources with declared queries (<code>@Sql</code>). The default is the project's own
   * source folders.
   */
  @Parameter private List<File> querySources = List.of();

  /**
   * The folder of <code>.sql</code> files with named queries (<code>-- name: findAll</code>), each
   * of which becomes an interface of declared queries.
   */
  @Parameter(defaultValue = "${basedir}/src/main/sql")
  private @Nullable File querySqlDirectory;

  @Parameter(defaultValue = "${project.build.sourceEncoding}", readonly = true)
  private @Nullable String encoding;

  /** Whether to skip generation and compile the classes that were generated before. */
  @Parameter(property = "kinrow.skip", defaultValue = "false")
  private boolean skip;

  /** For Maven. */
  public GenerateMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    MavenProject current = Objects.requireNonNull(project);
    Path output = Objects.requireNonNull(outputDirectory).toPath();
    current.addCompileSourceRoot(output.toString());
    if (skip) {
      getLog().info("Kinrow: skipped, because kinrow.skip is set");
      return;
    }
    Path base = current.getBasedir().toPath();
    Path work = Path.of(current.getBuild().getDirectory(), "kinrow");
    try (URLClassLoader classPath = classPath(current)) {
      FlywaySettings settings = ProjectSettings.of(flywayConfigFile, flyway);
      GenerationRequest request =
          new GenerationRequest(
              places(settings),
              base,
              packageName,
              output,
              work,
              includes,
              excludes,
              names,
              forcedTypes,
              new CheckEnums(checkEnums, checkEnumExcludes),
              settings,
              schemas,
              engine(),
              sources(current),
              Objects.requireNonNull(querySqlDirectory).toPath(),
              encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
      getLog().info("Kinrow: " + new GenerationRun(request, classPath).run());
    } catch (GenerationException | FlywayException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (Exception e) {
      throw new MojoExecutionException("Kinrow: generation failed: " + e.getMessage(), e);
    }
  }

  private List<Path> sources(MavenProject current) {
    return querySources.isEmpty()
        ? current.getCompileSourceRoots().stream().map(Path::of).toList()
        : querySources.stream().map(File::toPath).toList();
  }

  private Engine engine() {
    Login other = scratchUrl == null ? null : new Login(scratchUrl, scratchUser, scratchPassword);
    return EngineName.choose(
        engine,
        engineVersion,
        other,
        new Binaries(
            (artifact, version) ->
                MavenArtifacts.of(repositories, session).jar(artifact, version)));
  }

  private List<String> places(FlywaySettings settings) {
    if (!migrations.isEmpty()) {
      return migrations.stream().map(String::strip).toList();
    }
    return settings.hasLocations()
        ? settings.locations()
        : List.of("src/main/resources/db/migration");
  }

  private static URLClassLoader classPath(MavenProject project)
      throws DependencyResolutionRequiredException, MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String element : project.getRuntimeClasspathElements()) {
      urls.add(new File(element).toURI().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), GenerateMojo.class.getClassLoader());
  }
}
