package io.kinrow.maven;

import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jooq.meta.jaxb.ForcedType;

/**
 * What to generate from what.
 *
 * @param migrations folders, relative to {@code base}, or {@code classpath:} locations
 * @param base folder of the project
 * @param work folder of our own for the scratch database and what is remembered between runs
 * @param schemas the schemas to generate, the most important one first; none for the one that the
 *     migrations work in
 * @param engine where the scratch database comes from
 * @param sources folders of the project's sources, which may have declared queries
 * @param sql folder of files of named queries, which need not exist
 * @param encoding of the sources
 */
record GenerationRequest(
    List<String> migrations,
    Path base,
    String packageName,
    Path output,
    Path work,
    String includes,
    String excludes,
    String names,
    List<ForcedType> forcedTypes,
    CheckEnums checkEnums,
    FlywaySettings flyway,
    List<String> schemas,
    Engine engine,
    List<Path> sources,
    Path sql,
    Charset encoding) {

  GenerationRequest {
    migrations = List.copyOf(migrations);
    flyway = flyway.relativeTo(base);
    forcedTypes = List.copyOf(forcedTypes);
    schemas = schemas.stream().map(String::strip).toList();
    sources = List.copyOf(sources);
  }

  /** Everything but the migrations and the sources that the generated files depend on. */
  String configuration() {
    return String.join(
        "\n",
        packageName,
        output.toString(),
        includes,
        excludes,
        names,
        forcedTypes.toString(),
        checkEnums.toString(),
        flyway.toString(),
        String.join("\n", schemas),
        engine.identity());
  }
}
