package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is marked as internal stays behind what is for people. */
class InternalsTest {

  private static final String MARK = "org.jetbrains.annotations.ApiStatus$Internal";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "io.kinrow.annotation",
              "io.kinrow.runtime",
              "io.kinrow.migrate",
              "io.kinrow.diagram",
              "io.kinrow.designer",
              "io.kinrow.processor",
              "io.kinrow.queries",
              "io.kinrow.maven");

  @Test
  void signaturesForPeople_nameNoInternalType() {
    Set<String> bad = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isVisible(type) && !isInternal(type)) {
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member) && !member.isAnnotatedWith(MARK)) {
            types(member).stream()
                .filter(InternalsTest::isInternal)
                .forEach(named -> bad.add(member.getFullName() + " names " + named.getName()));
          }
        }
      }
    }
    assertThat(bad).isEmpty();
  }

  private static boolean isInternal(JavaClass type) {
    String packageInfo = type.getPackageName() + ".package-info";
    return (CLASSES.contain(packageInfo) && CLASSES.get(packageInfo).isAnnotatedWith(MARK))
        || type.isAnnotatedWith(MARK)
        || type.getEnclosingClass().map(InternalsTest::isInternal).orElse(false);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(InternalsTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE);
  }

  private static Set<JavaClass> types(JavaMember member) {
    List<JavaType> types = new ArrayList<>();
    if (member instanceof JavaField field) {
      types.add(field.getType());
    } else if (member instanceof JavaCodeUnit unit) {
      types.add(unit.getReturnType());
      types.addAll(unit.getParameterTypes());
    }
    Set<JavaClass> classes = new LinkedHashSet<>();
    types.forEach(type -> classes.addAll(type.getAllInvolvedRawTypes()));
    return classes;
  }
}
