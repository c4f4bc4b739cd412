package io.kinrow.queries;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of this module are layers, and each decision has its room. */
class PackagesTest {

  private static final String QUERIES = "io.kinrow.queries";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(QUERIES);

  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("source")
        .definedBy(QUERIES + ".source")
        .layer("text")
        .definedBy(QUERIES + ".text")
        .layer("facts")
        .definedBy(QUERIES + ".facts")
        .layer("describe")
        .definedBy(QUERIES + ".describe")
        .layer("check")
        .definedBy(QUERIES)
        .whereLayer("check")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("describe")
        .mayOnlyBeAccessedByLayers("check")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("check")
        .whereLayer("facts")
        .mayOnlyBeAccessedByLayers("describe", "check")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers("describe", "check")
        .check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSize(5);
  }

  @Test
  void onlyDescribersKnowDatabases() {
    noClasses()
        .that()
        .resideInAnyPackage(QUERIES + ".source", QUERIES + ".text", QUERIES + ".facts")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql", "org.sqlite..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void onlyTheFinderKnowsJavac() {
    noClasses()
        .that()
        .resideOutsideOfPackage(QUERIES + ".source")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.source..", "javax.tools")
        .check(CLASSES);
  }
}
