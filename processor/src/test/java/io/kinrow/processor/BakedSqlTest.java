package io.kinrow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.entity.ReadSql;
import io.kinrow.runtime.internal.entity.Relation;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.FixedSql;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements in generated code are those that jOOQ renders from its real table classes. */
class BakedSqlTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"blog", "names", "relations", "types"})
  void textsAreThoseOfTheRuntime(String name) throws Exception {
    Path in = Path.of("src", "test", "resources", "good", name);
    assertThat(Compilation.compile(Compilation.sources(in), folder).messages()).isEmpty();
    DSLContext sqlite = DSL.using(SQLDialect.SQLITE);

    Map<String, String> baked = new TreeMap<>();
    Map<String, String> rendered = new TreeMap<>();
    try (URLClassLoader loader = loader()) {
      Map<String, FixedSql> found = fixedSql(loader, Compilation.texts(in.resolve("out")));
      found.forEach((key, sql) -> baked.put(key, sql.toString()));
      found.forEach((key, sql) -> rendered.put(key, sql.render(sqlite)));
    }

    assertThat(baked).isNotEmpty().isEqualTo(rendered);
  }

  private static Map<String, FixedSql> fixedSql(ClassLoader loader, Map<String, String> sources)
      throws Exception {
    Map<String, FixedSql> found = new TreeMap<>();
    for (String file : sources.keySet()) {
      Class<?> type = loader.loadClass(file.replace(".java", "").replace('/', '.'));
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          add(found, type.getSimpleName() + "." + field.getName(), field.get(null));
        }
      }
    }
    return found;
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, BakedSqlTest.class.getClassLoader());
  }

  private static void add(Map<String, FixedSql> found, String name, Object value) throws Exception {
    if (value instanceof Lookup<?> lookup) {
      found.put(name, lookup.sql());
    }
    if (value instanceof ReadSql<?> sql) {
      found.put(name + ".all", sql.all().sql());
      found.put(name + ".count", sql.count());
    }
    if (value instanceof TableSql<?> sql) {
      found.put(name + ".byKey", sql.byKey().sql());
      found.put(name + ".exists", sql.exists());
      found.put(name + ".delete", sql.delete());
    }
    if (value instanceof Relation<?, ?> relation && comparable(relation)) {
      found.put(name + ".rows", call(relation, "rows"));
      if (!call(relation, "counts").toString().isEmpty()) {
        found.put(name + ".counts", call(relation, "counts"));
      }
    }
  }

  /** Keys of bytes are never one bind, and the text for all of them as one is never used. */
  private static boolean comparable(Relation<?, ?> relation) {
    return !relation.toString().matches("(hashes|blobs)\\..*");
  }

  private static FixedSql call(Relation<?, ?> relation, String method) throws Exception {
    Method rows = Relation.class.getDeclaredMethod(method);
    rows.setAccessible(true);
    return (FixedSql) rows.invoke(relation);
  }
}
