package io.kinrow.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.settings.FlywaySettings;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No call of the public API could mean two of its overloads. */
final class OverloadsTest {

  @Test
  void userAndPasswordAlone_areNoLocations() {
    Migrations migrations = Migrations.of("jdbc:sqlite::memory:", "user", "password");
    assertThat(migrations.history()).isEmpty();
  }

  @Test
  void locationsInThePlaceOfUserAndPassword_areRefused() {
    assertThatThrownBy(
            () -> Migrations.of("jdbc:sqlite::memory:", "filesystem:db/a", "filesystem:db/b"))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("FlywaySettings.defaults().locations(…)");
  }

  @Test
  void everyCall_canMeanOneOverloadOnly() throws Exception {
    List<String> ambiguous = new ArrayList<>();
    for (Class<?> type : publicClasses()) {
      List<Executable> all = new ArrayList<>();
      all.addAll(List.of(type.getConstructors()));
      all.addAll(Arrays.stream(type.getDeclaredMethods()).filter(OverloadsTest::isOurs).toList());
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          if (all.get(i).getName().equals(all.get(j).getName())
              && canMeanBoth(all.get(i), all.get(j))) {
            ambiguous.add(all.get(i) + "\n  and " + all.get(j));
          }
        }
      }
    }
    assertThat(ambiguous).isEmpty();
  }

  @Test
  void theRule_findsWhatCouldMeanBoth() throws Exception {
    Method some = Ambiguous.class.getMethod("of", String.class, String[].class);
    Method more =
        Ambiguous.class.getMethod("of", String.class, String.class, String.class, String[].class);
    Method maybe = Ambiguous.class.getMethod("of", String.class, Path.class);
    Method settings = Ambiguous.class.getMethod("of", String.class, FlywaySettings.class);
    assertThat(canMeanBoth(some, more)).isTrue();
    assertThat(canMeanBoth(some, maybe)).isTrue();
    assertThat(canMeanBoth(more, settings)).isFalse();
    assertThat(canMeanBoth(some, settings)).isFalse();
  }

  interface Ambiguous {
    void of(String url, String... locations);

    void of(String url, String user, String password, String... locations);

    void of(String url, @Nullable Path desired);

    void of(String url, FlywaySettings settings);
  }

  private static boolean isOurs(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic();
  }

  private static boolean canMeanBoth(Executable one, Executable other) {
    int most = Math.max(one.getParameterCount(), other.getParameterCount()) + 2;
    return IntStream.rangeClosed(0, most)
        .anyMatch(count -> takes(one, count) && takes(other, count) && shares(one, other, count));
  }

  /** Without lists of nothing: {@code locations()} asks, {@code locations("a")} says. */
  private static boolean takes(Executable method, int arguments) {
    return method.isVarArgs()
        ? arguments >= method.getParameterCount()
        : arguments == method.getParameterCount();
  }

  private static boolean shares(Executable one, Executable other, int arguments) {
    return IntStream.range(0, arguments)
        .allMatch(
            at -> {
              Class<?> left = parameter(one, at);
              Class<?> right = parameter(other, at);
              return left.isAssignableFrom(right)
                  || right.isAssignableFrom(left)
                  || takesNull(one, at)
                  || takesNull(other, at);
            });
  }

  private static Class<?> parameter(Executable method, int at) {
    Class<?>[] types = method.getParameterTypes();
    return method.isVarArgs() && at >= types.length - 1
        ? types[types.length - 1].getComponentType()
        : types[at];
  }

  private static boolean takesNull(Executable method, int at) {
    AnnotatedType[] types = method.getAnnotatedParameterTypes();
    return at < types.length && types[at].isAnnotationPresent(Nullable.class);
  }

  private static List<Class<?>> publicClasses() throws Exception {
    Path root =
        Path.of(Migrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      List<Class<?>> classes = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (!name.endsWith("-info.class")) {
          Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
          if (Modifier.isPublic(type.getModifiers())) {
            classes.add(type);
          }
        }
      }
      assertThat(classes).contains(Migrations.class, FlywaySettings.class);
      return classes;
    }
  }
}
