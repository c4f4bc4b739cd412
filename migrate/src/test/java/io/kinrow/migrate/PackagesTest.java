package io.kinrow.migrate;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What reads SQL and catalogues knows nothing of migrations; nothing knows lint and drift. */
class PackagesTest {

  private static final String MIGRATE = "io.kinrow.migrate.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.migrate");

  @Test
  void eachPackageKnowsOnlyWhatItIsBuiltOn() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("sql")
        .definedBy(MIGRATE + "sql")
        .layer("catalog")
        .definedBy(MIGRATE + "catalog")
        .layer("postgres")
        .definedBy(MIGRATE + "postgres")
        .layer("sqlite")
        .definedBy(MIGRATE + "sqlite")
        .layer("settings")
        .definedBy(MIGRATE + "settings")
        .layer("undo")
        .definedBy(MIGRATE + "undo")
        .layer("script")
        .definedBy(MIGRATE + "script")
        .layer("diff")
        .definedBy(MIGRATE + "diff")
        .layer("verify")
        .definedBy(MIGRATE + "verify")
        .layer("drift")
        .definedBy(MIGRATE + "drift")
        .layer("lint")
        .definedBy(MIGRATE + "lint")
        .whereLayer("sql")
        .mayNotAccessAnyLayer()
        .whereLayer("catalog")
        .mayOnlyAccessLayers("sql")
        .whereLayer("postgres")
        .mayOnlyAccessLayers("sql")
        .whereLayer("sqlite")
        .mayOnlyAccessLayers("settings", "catalog", "sql")
        .whereLayer("diff")
        .mayOnlyBeAccessedByLayers("verify", "drift", "lint")
        .whereLayer("drift")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("lint")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }
}
