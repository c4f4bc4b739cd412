package io.kinrow.designer;

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

  private static final String DESIGNER = "io.kinrow.designer";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(DESIGNER);

  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("json")
        .definedBy(DESIGNER + ".json")
        .layer("server")
        .definedBy(DESIGNER + ".server")
        .layer("session")
        .definedBy(DESIGNER + ".session")
        .layer("people")
        .definedBy(DESIGNER)
        .whereLayer("people")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("people")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("people")
        .check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSize(4);
  }

  /** What is checked before a request is answered stands in one place. */
  @Test
  void onlyTheServerKnowsHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DESIGNER + ".server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.net.httpserver")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(DESIGNER + ".server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.kinrow.diagram..", "io.kinrow.migrate.diff..", "java.nio.file")
        .check(CLASSES);
  }

  @Test
  void onlyOneClassKnowsTheJsonLibrary() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Json")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..")
        .check(CLASSES);
  }
}
