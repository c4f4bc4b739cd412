package io.kinrow.maven;

import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.entity.ReadSql;
import io.kinrow.runtime.internal.entity.Relation;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.FixedSql;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The statements in generated code, and what jOOQ renders for them from its real table classes. */
final class BakedTexts {

  private final Map<String, FixedSql> found = new TreeMap<>();
  private final Map<String, DSLContext> contexts = new TreeMap<>();

  /** Those of the compiled classes of a folder. */
  BakedTexts(Path classes) throws Exception {
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, BakedTexts.class.getClassLoader());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString();
        add(loader.loadClass(name.replace(".class", "").replace('/', '.')));
      }
    }
  }

  /** Those that are rendered at run time. */
  List<String> missing() {
    return found.entrySet().stream()
        .filter(sql -> sql.getValue().toString().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that differ from what jOOQ renders. */
  List<String> wrong() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, FixedSql> sql : found.entrySet()) {
      if (sql.getValue().toString().isEmpty()) {
        continue;
      }
      String dialect = dialect(sql.getValue());
      String rendered =
          sql.getValue()
              .render(
                  contexts.computeIfAbsent(dialect, name -> DSL.using(SQLDialect.valueOf(name))));
      if (!rendered.equals(sql.getValue().toString())) {
        wrong.add(sql.getKey() + " is " + sql.getValue() + ", rendered: " + rendered);
      }
    }
    return wrong;
  }

  private void add(Class<?> type) throws Exception {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        add(type.getName() + "." + field.getName(), field.get(null));
      }
    }
  }

  private void add(String name, Object value) throws Exception {
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
    if (value instanceof Relation<?, ?> relation) {
      addTexts(name, relation);
    }
  }

  /** Of a relation along columns that are never one bind, the texts for one are never used. */
  private void addTexts(String name, Relation<?, ?> relation) throws Exception {
    for (String each : List.of("rows", "counts")) {
      Method method = Relation.class.getDeclaredMethod(each);
      method.setAccessible(true);
      FixedSql sql = (FixedSql) method.invoke(relation);
      if (!sql.toString().isEmpty() && !sql.toString().matches(".* in \\((\\?|cast\\().*")) {
        found.put(name + "." + each, sql);
      }
    }
  }

  private static String dialect(FixedSql sql) throws Exception {
    Field dialect = FixedSql.class.getDeclaredField("dialect");
    dialect.setAccessible(true);
    return (String) dialect.get(sql);
  }
}
