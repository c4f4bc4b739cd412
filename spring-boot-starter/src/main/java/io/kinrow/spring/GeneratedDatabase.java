package io.kinrow.spring;

import io.kinrow.runtime.Database;
import io.kinrow.runtime.DatabaseOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.util.ReflectionUtils;

/** Calls the {@code using} of a generated database class. */
final class GeneratedDatabase {

  private GeneratedDatabase() {}

  /**
   * The class as that of a database.
   *
   * @throws IllegalStateException if it is another one
   */
  @SuppressWarnings("unchecked")
  static Class<? extends Database<?>> type(Class<?> found) {
    if (!Database.class.isAssignableFrom(found)) {
      throw new IllegalStateException(
          "kinrow.databases: "
              + found.getName()
              + " is not a database class that Kinrow generated");
    }
    return (Class<? extends Database<?>>) found;
  }

  static <D extends Database<?>> D create(Class<D> type, KinrowDatabases from) {
    Consumer<DatabaseOptions.Builder> options =
        builder -> from.options().forEach(each -> each.set(builder));
    D database = using(type, from.context().dsl(), options);
    from.listeners().forEach(database::listen);
    return database;
  }

  private static <D extends Database<?>> D using(
      Class<D> type, DSLContext dsl, Consumer<DatabaseOptions.Builder> options) {
    try {
      Method using = ReflectionUtils.findMethod(type, "using", DSLContext.class, Consumer.class);
      return type.cast(
          using == null // it has no columns that options fill
              ? type.getMethod("using", DSLContext.class).invoke(null, dsl)
              : using.invoke(null, dsl, options));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("cannot create " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " is not a database class that Kinrow generated", e);
    }
  }
}
