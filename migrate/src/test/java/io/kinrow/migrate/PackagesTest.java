package io.kinrow.migrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of this module are layers: each knows only those below it. */
class PackagesTest {

  private static final String MIGRATE = "io.kinrow.migrate.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.migrate");

  /** From what reads SQL, at the bottom, to what people call, at the top. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("sql"),
          List.of("catalog", "postgres"),
          List.of("compare", "settings"),
          List.of("sqlite", "script"),
          List.of("undo", "plan"),
          List.of("prove"),
          List.of("write"),
          List.of("diff"),
          List.of("drift", "edit", "lint", "verify"),
          List.of("flyway"));

  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : all()) {
      layers = layers.layer(name).definedBy(MIGRATE + name);
    }
    List<String> above = new ArrayList<>(all());
    for (List<String> layer : LAYERS) {
      above.removeAll(layer);
      for (String name : layer) {
        layers =
            above.isEmpty()
                ? layers.whereLayer(name).mayNotBeAccessedByAnyLayer()
                : layers.whereLayer(name).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
      }
    }
    layers.check(CLASSES);
  }

  @Test
  void nothingKnowsTheTop() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.kinrow.migrate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.kinrow.migrate")
        .check(CLASSES);
  }

  @Test
  void noPackageIsForgotten() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    packages.remove("io.kinrow.migrate");
    assertEquals(
        packages,
        all().stream().map(MIGRATE::concat).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<String> all() {
    return LAYERS.stream().flatMap(List::stream).toList();
  }
}
