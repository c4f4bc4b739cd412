package io.kinrow.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/**
 * A package is a floor: dialect, connect, run, sql, entity, then query and write side by side, then
 * declared.
 */
class PackagesTest {

  private static final String INTERNAL = "io.kinrow.runtime.internal.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.runtime");

  @Test
  void eachFloorKnowsOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("dialect")
        .definedBy(INTERNAL + "dialect")
        .layer("connect")
        .definedBy(INTERNAL + "connect")
        .layer("run")
        .definedBy(INTERNAL + "run")
        .layer("sql")
        .definedBy(INTERNAL + "sql")
        .layer("entity")
        .definedBy(INTERNAL + "entity")
        .layer("query")
        .definedBy(INTERNAL + "query")
        .layer("write")
        .definedBy(INTERNAL + "write")
        .layer("declared")
        .definedBy(INTERNAL + "declared")
        .whereLayer("dialect")
        .mayNotAccessAnyLayer()
        .whereLayer("connect")
        .mayOnlyAccessLayers("dialect")
        .whereLayer("run")
        .mayOnlyAccessLayers("connect", "dialect")
        .whereLayer("sql")
        .mayOnlyAccessLayers("run", "connect", "dialect")
        .whereLayer("entity")
        .mayOnlyAccessLayers("sql", "run", "connect", "dialect")
        .whereLayer("query")
        .mayOnlyAccessLayers("entity", "sql", "run", "connect", "dialect")
        .whereLayer("write")
        .mayOnlyAccessLayers("entity", "sql", "run", "connect", "dialect")
        .whereLayer("declared")
        .mayOnlyAccessLayers("query", "write", "entity", "sql", "run", "connect", "dialect")
        .check(CLASSES);
  }

  @Test
  void packagesOfTheInside_haveNoCircle() {
    slices().matching(INTERNAL + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A new engine is a new class there, and no more conditions elsewhere. */
  @Test
  void onlyDialectsKnowWhichEngineItIs() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "dialect")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SQLDialect.class)
        .check(CLASSES);
  }

  @Test
  void onlyRunnersKnowWhetherJooqRunsStatements() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "run")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(JdbcRunner|JooqRunner|JooqExecution|StatementText)(\\$.*)?")
        .check(CLASSES);
  }
}
