package io.kinrow.blog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people see when they type {@code blog.} or import from {@code io.kinrow}, against {@code
 * api.txt}; {@code -Dbless=true} rewrites it. A new line there is a promise: keep it only if it is
 * meant for people; otherwise make it private or mark it as internal.
 */
class ApiTest {

  private static final Path GOLDEN = Path.of("src/test/resources/api.txt");
  private static final String INTERNAL = "org.jetbrains.annotations.ApiStatus$Internal";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kinrow.annotation", "io.kinrow.runtime", "io.kinrow.blog");

  @Test
  void whatPeopleSee_isWhatTheListSays() throws Exception {
    StringBuilder api = new StringBuilder();
    for (String name : List.of("io.kinrow.annotation", "io.kinrow.runtime", "io.kinrow.blog")) {
      api.append("package ").append(name).append("\n\n");
      forPeople(name).forEach(type -> describe(type, api));
    }
    if (Boolean.getBoolean("bless")) {
      Files.writeString(GOLDEN, api, UTF_8);
    }
    assertThat(api.toString()).isEqualTo(Files.readString(GOLDEN, UTF_8));
  }

  /** People could not declare a variable of an internal type without importing it. */
  @Test
  void signaturesForPeople_nameNoInternalType() {
    Set<String> bad = new TreeSet<>();
    Stream.of("io.kinrow.annotation", "io.kinrow.runtime", "io.kinrow.blog")
        .flatMap(ApiTest::forPeople)
        .flatMap(type -> type.getMembers().stream())
        .filter(ApiTest::isForPeople)
        .filter(member -> types(member).stream().anyMatch(ApiTest::isInternal))
        .forEach(member -> bad.add(member.getFullName()));
    assertThat(bad).isEmpty();
  }

  private static Stream<JavaClass> forPeople(String name) {
    return CLASSES.stream()
        .filter(type -> type.getPackageName().equals(name))
        .filter(type -> !type.getSimpleName().isEmpty() && !type.getName().endsWith("-info"))
        .filter(ApiTest::isVisible)
        .sorted(Comparator.comparing(JavaClass::getName));
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
  }

  private static boolean isForPeople(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE)
        && !member.isAnnotatedWith(INTERNAL)
        && !overridesInternal(member);
  }

  private static boolean overridesInternal(JavaMember member) {
    return member instanceof JavaCodeUnit unit
        && member.getOwner().getAllRawSuperclasses().stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(INTERNAL))
            .filter(method -> method.getParameters().size() == unit.getParameters().size())
            .anyMatch(method -> method.getName().equals(unit.getName()));
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().contains(".internal");
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

  private static void describe(JavaClass type, StringBuilder api) {
    api.append(header(type)).append('\n');
    Set<String> lines = new TreeSet<>();
    for (JavaMember member : type.getMembers()) {
      if (isForPeople(member) && !isOfObject(member)) {
        lines.add(name(member) + '\n' + signature(member.reflect(), type.getSimpleName()));
      }
    }
    lines.forEach(
        line -> api.append("  ").append(line.substring(line.indexOf('\n') + 1)).append('\n'));
    api.append('\n');
  }

  private static String header(JavaClass type) {
    String header = plain(type.reflect().toGenericString());
    Type above = type.reflect().getGenericSuperclass();
    boolean told =
        type.getRawSuperclass()
            .filter(superclass -> !superclass.getPackageName().startsWith("java."))
            .filter(superclass -> !isInternal(superclass))
            .isPresent();
    return told ? header + " extends " + plain(above.getTypeName()) : header;
  }

  private static boolean isOfObject(JavaMember member) {
    return member instanceof JavaMethod
        && Set.of("equals", "hashCode", "toString").contains(member.getName());
  }

  /** Constants first, then constructors, then methods by their names. */
  private static String name(JavaMember member) {
    return member instanceof JavaMethod
        ? "2" + member.getName()
        : member instanceof JavaField ? "0" : "1";
  }

  private static String signature(Member member, String owner) {
    String text =
        member instanceof Method method
            ? method.toGenericString()
            : member instanceof Constructor<?> constructor
                ? constructor.toGenericString()
                : ((Field) member).toGenericString();
    return member instanceof Constructor
        ? plain(text)
        : plain(text)
            .replaceFirst("\\b(?:\\w+\\.)*" + owner + "\\.(?=" + member.getName() + "\\b)", "");
  }

  /** Without packages, and without what is the same in each line. */
  private static String plain(String text) {
    return text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
        .replace('$', '.')
        .replaceAll(
            "\\b(?:public|abstract|final|static(?= (?:final )?(?:@?interface|record|enum|class))) ",
            "")
        .replaceAll(",(?=\\S)", ", ");
  }
}
