package io.kinrow.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A package is a stage: read → model ← validate, query → read, model ← write, all → problem. */
class PackagesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.processor");

  @Test
  void stagesKnowOnlyTheModel() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("entry")
        .definedBy("io.kinrow.processor")
        .layer("read")
        .definedBy("io.kinrow.processor.read")
        .layer("query")
        .definedBy("io.kinrow.processor.query")
        .layer("validate")
        .definedBy("io.kinrow.processor.validate")
        .layer("write")
        .definedBy("io.kinrow.processor.write")
        .layer("model")
        .definedBy("io.kinrow.processor.model")
        .layer("problem")
        .definedBy("io.kinrow.processor.problem")
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("entry", "query")
        .whereLayer("query")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("validate")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("entry", "read", "query", "validate", "write")
        .whereLayer("problem")
        .mayOnlyBeAccessedByLayers("entry", "read", "query", "validate", "write", "model")
        .check(CLASSES);
  }

  @Test
  void onlyTheWritersKnowJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.kinrow.processor.write")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }
}
