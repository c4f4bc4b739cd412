package io.kinrow.diagram;

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

  private static final String DIAGRAM = "io.kinrow.diagram";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(DIAGRAM);

  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy(DIAGRAM + ".model")
        .layer("options")
        .definedBy(DIAGRAM + ".options")
        .layer("layout")
        .definedBy(DIAGRAM + ".layout")
        .layer("read")
        .definedBy(DIAGRAM + ".read")
        .layer("union")
        .definedBy(DIAGRAM + ".union")
        .layer("write")
        .definedBy(DIAGRAM + ".write")
        .layer("designer")
        .definedBy(DIAGRAM + ".designer")
        .layer("people")
        .definedBy(DIAGRAM)
        .whereLayer("people")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("designer")
        .mayOnlyBeAccessedByLayers("people")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("people")
        .whereLayer("options")
        .mayOnlyBeAccessedByLayers("layout", "write", "designer", "people")
        .whereLayer("layout")
        .mayOnlyBeAccessedByLayers("write", "people")
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("people")
        .whereLayer("union")
        .mayOnlyBeAccessedByLayers("people")
        .check(CLASSES);
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSize(8);
  }

  /** The model is neutral: what differs between engines ends where it is read. */
  @Test
  void onlyReadersKnowDatabases() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DIAGRAM + ".read")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql", "org.flywaydb..", "io.kinrow.migrate.postgres")
        .check(CLASSES);
  }

  /** Text is measured by a table of ours, so that pictures do not depend on a machine's fonts. */
  @Test
  void nothingLooksUpFonts() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..").check(CLASSES);
  }

  @Test
  void onlyOneClassKnowsElk() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ElkLayout")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse..")
        .check(CLASSES);
  }
}
