package io.kinrow.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a database is opened from a URL, apart from what the URL says. Generated code has a method
 * that takes them one by one:
 *
 * <pre>{@code
 * try (Blog blog = Blog.open(url, options -> options.schema("app", "tenant_7"))) {
 *   List<User> users = blog.users().all();   // select … from "tenant_7"."users"
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. The builder is for one thread; what it builds does not change with
 * it.
 */
public final class DatabaseOptions {

  private final Map<String, String> schemas;

  private DatabaseOptions(Builder builder) {
    this.schemas = Collections.unmodifiableMap(new LinkedHashMap<>(builder.schemas));
  }

  /**
   * Returns the options that are set on a builder.
   *
   * <pre>{@code
   * DatabaseOptions options = DatabaseOptions.of(set -> set.schema("app", "tenant_7"));
   * }</pre>
   *
   * @throws IllegalArgumentException if an option is not possible; the message says why
   */
  public static DatabaseOptions of(Consumer<? super Builder> settings) {
    if (settings == null) {
      throw new IllegalArgumentException("DatabaseOptions.of(settings): the settings are null");
    }
    Builder builder = new Builder();
    settings.accept(builder);
    return new DatabaseOptions(builder);
  }

  /** Returns the schemas of the database, by the generated schemas that they stand for. */
  public Map<String, String> schemas() {
    return schemas;
  }

  @Override
  public String toString() {
    return "schemas " + schemas;
  }

  /** Sets options, each at most once. Not thread-safe. */
  public static final class Builder {

    private final Map<String, String> schemas = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Has a schema of the database stand for one that code was generated from. All statements about
     * tables, types and functions of the generated schema then use the other one, at the same
     * speed, those of {@link Database#dsl()} included. So one program can serve a schema per
     * tenant.
     *
     * <p>Call it once for each schema that is to be replaced; the others keep their names.
     * PostgreSQL is asked whether the schema exists when the database is opened.
     *
     * <pre>{@code
     * Blog blog = Blog.open(url, options -> options.schema("app", "tenant_7").schema("shop", "shop_7"));
     * }</pre>
     *
     * @param generated the SQL name of a schema that code was generated from
     * @param actual the SQL name of the schema to use instead, without quotes
     * @throws IllegalArgumentException if a name is null or empty, or if another schema stands for
     *     this one already. Opening fails with the same exception if no code was generated from
     *     such a schema, if two schemas become one, or if the engine has no schemas
     */
    public Builder schema(String generated, String actual) {
      refuseNothing(generated, "the generated schema");
      refuseNothing(actual, "the schema that stands for " + generated);
      String other = schemas.putIfAbsent(generated, actual);
      if (other != null) {
        throw new IllegalArgumentException(
            "schema %s cannot become both %s and %s: call schema(…) once for each generated schema"
                .formatted(generated, other, actual));
      }
      return this;
    }

    private static void refuseNothing(@Nullable String name, String what) {
      if (name == null || name.isEmpty()) {
        throw new IllegalArgumentException(
            "schema(generated, actual): the name of "
                + what
                + " is "
                + (name == null ? "null" : "empty"));
      }
    }
  }
}
