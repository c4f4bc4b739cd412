package io.kinrow.maven;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.annotation.Repositories;
import io.kinrow.designer.DesignServer;
import io.kinrow.diagram.Diagram;
import io.kinrow.jackson.JacksonConverter;
import io.kinrow.migrate.Migrations;
import io.kinrow.processor.jooq.KinrowGenerator;
import io.kinrow.queries.QueryCheck;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jars of this project, as they are built, side by side on a module path. */
class PublishedJarsTest {

  private static final Pattern JAR = Pattern.compile("kinrow-.*(?<!-sources|-javadoc)\\.jar");

  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          Repositories.class,
          Migrations.class,
          Diagram.class,
          DesignServer.class,
          JacksonConverter.class,
          KinrowGenerator.class,
          QueryCheck.class,
          GenerateMojo.class);

  /** A name from the manifest: one taken from the file's name would be {@code kinrow.runtime}. */
  @Test
  void eachJar_isAModuleWithANameOfItsOwn() throws Exception {
    assertThat(modules())
        .allMatch(module -> module.descriptor().isAutomatic())
        .extracting(module -> module.descriptor().name())
        .containsExactlyInAnyOrder(
            "io.kinrow.runtime",
            "io.kinrow.migrate",
            "io.kinrow.diagram",
            "io.kinrow.designer",
            "io.kinrow.jackson",
            "io.kinrow.processor",
            "io.kinrow.queries",
            "io.kinrow.maven");
  }

  /** Java refuses to read two modules that have the same package. */
  @Test
  void eachPackage_isInOneJar() throws Exception {
    List<Map.Entry<String, String>> packages = new ArrayList<>();
    for (ModuleReference module : modules()) {
      ModuleDescriptor descriptor = module.descriptor();
      assertThat(descriptor.packages()).isNotEmpty();
      descriptor.packages().forEach(name -> packages.add(Map.entry(name, descriptor.name())));
    }
    assertThat(repeated(packages)).isEmpty();
  }

  /** One name is one thing: a reader who has met {@code Key} need not ask which one it is. */
  @Test
  void eachSimpleName_isOneClass() throws Exception {
    List<Map.Entry<String, String>> classes = new ArrayList<>();
    for (ModuleReference module : modules()) {
      try (ModuleReader reader = module.open();
          Stream<String> files = reader.list()) {
        files
            .filter(file -> file.endsWith(".class") && !file.contains("$"))
            .filter(file -> !file.endsWith("-info.class"))
            .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
            .map(name -> Map.entry(name.substring(name.lastIndexOf('.') + 1), name))
            .forEach(classes::add);
      }
    }
    assertThat(classes).hasSizeGreaterThan(400);
    assertThat(repeated(classes)).isEmpty();
  }

  private static Map<String, TreeSet<String>> repeated(List<Map.Entry<String, String>> pairs) {
    Map<String, TreeSet<String>> byName =
        pairs.stream()
            .collect(
                groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
    byName.values().removeIf(places -> places.size() == 1);
    return byName;
  }

  private static List<ModuleReference> modules() throws Exception {
    List<ModuleReference> modules = new ArrayList<>();
    for (Class<?> one : ONE_OF_EACH) {
      modules.addAll(ModuleFinder.of(jar(one)).findAll());
    }
    return modules;
  }

  /** The jar that the build makes of the module which this class is in. */
  private static Path jar(Class<?> type) throws Exception {
    URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(place).getParent())) {
      jars = files.filter(file -> JAR.matcher(file.getFileName().toString()).matches()).toList();
    }
    assertThat(jars).as("jars beside %s", place).hasSize(1);
    return jars.get(0);
  }
}
