package io.kinrow.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Goals take parameters; what they do is in other modules, or in one class for each library. */
class PackagesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.maven");

  @Test
  void onlyGenerationRunsJooqsCodeGenerator() {
    noClasses()
        .that()
        .doNotHaveSimpleName("GenerationRun")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jooq.codegen..")
        .check(CLASSES);
  }

  @Test
  void goalsKnowNothingOfHowMigrationsAreComparedOrProved() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.kinrow.migrate.catalog", "io.kinrow.migrate.sqlite", "io.kinrow.migrate.postgres")
        .check(CLASSES);
  }

  @Test
  void nothingHereIsForARunningProgram() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.kinrow.runtime",
            "io.kinrow.runtime.internal.query..",
            "io.kinrow.runtime.internal.write..",
            "io.kinrow.runtime.internal.entity..")
        .check(CLASSES);
  }
}
