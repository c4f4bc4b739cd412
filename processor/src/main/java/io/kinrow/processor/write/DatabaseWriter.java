package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.Database;
import io.kinrow.runtime.DatabaseOptions;
import io.kinrow.runtime.internal.sql.Scope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Writes the facade, such as {@code Blog}. */
final class DatabaseWriter {

  private static final TypeName OPTIONS =
      ParameterizedTypeName.get(
          ClassName.get(Consumer.class),
          WildcardTypeName.supertypeOf(DatabaseOptions.Builder.class));

  private final Generation generation;
  private final List<ClassName> queries;
  private final ClassName name;

  /**
   * @param queries the interfaces of declared queries that it gives
   */
  DatabaseWriter(Generation generation, List<ClassName> queries) {
    this.generation = generation;
    this.queries = queries;
    this.name = generation.classes().database();
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The database with its repositories and transactions. Thread-safe.")
            .superclass(ParameterizedTypeName.get(ClassName.get(Database.class), name))
            .avoidClashesWithNestedClasses(Database.class);
    NameAllocator methods = inherited();
    for (TableModel table : generation.database().tables()) {
      methods.newName(table.repository(), table);
      ClassName repository = generation.classes().repository(table);
      type.addField(
          FieldSpec.builder(JavaTypes.nullable(repository), methods.get(table), Modifier.PRIVATE)
              .build());
    }
    factories(type);
    for (TableModel table : generation.database().tables()) {
      type.addMethod(repository(table, methods.get(table)));
    }
    for (ClassName one : queries) {
      String method = ClassNames.decapitalised(one.simpleName());
      type.addMethod(queries(one, methods.newName(method, one)));
    }
    if (!queries.isEmpty()) {
      type.addMethod(queries(methods));
    }
    return type;
  }

  /** A repository is not named as a method of every database: it gets an underscore. */
  private static NameAllocator inherited() {
    NameAllocator names = new NameAllocator();
    for (Method method : Database.class.getDeclaredMethods()) {
      if (method.getParameterCount() == 0 && !method.isSynthetic()) {
        names.newName(method.getName());
      }
    }
    return names;
  }

  private void factories(TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Scope.class, "scope")
            .addStatement("super(scope)")
            .build());
    type.addMethod(
        factory("open", "openScope", "url")
            .addJavadoc(
                "Opens the database at a JDBC URL; {@link #close()} closes its connections.\n\n"
                    + "@throws org.jooq.exception.DataAccessException if it cannot be opened")
            .addParameter(String.class, "url")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("open")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(name)
            .addJavadoc(
                """
                Opens the database at a JDBC URL, with options such as
                {@link $1T.Builder#connections}.

                @throws IllegalArgumentException if an option is invalid
                @throws org.jooq.exception.DataAccessException if it cannot be opened""",
                DatabaseOptions.class)
            .addParameter(String.class, "url")
            .addParameter(OPTIONS, "options")
            .addStatement(
                "return new $T($T.openScope(url, options, () -> $T.of($L)))",
                name,
                Database.class,
                List.class,
                catalog())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("open")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(name)
            .addJavadoc(
                """
                Opens the database at a JDBC URL as a user.

                @throws org.jooq.exception.DataAccessException if it cannot be opened""")
            .addParameter(String.class, "url")
            .addParameter(String.class, "user")
            .addParameter(String.class, "password")
            .addStatement("return open(url, options -> options.login(user, password))")
            .build());
    type.addMethod(
        factory("open", "openScope", "pool")
            .addJavadoc(
                "Returns the database behind a pool such as HikariCP. Closing it leaves the pool open.\n\n"
                    + "@throws org.jooq.exception.DataAccessException if it has no connection")
            .addParameter(DataSource.class, "pool")
            .build());
    if (generation.database().asksWhoAndWhen()) {
      type.addMethod(
          withOptions("open", "openScope", DataSource.class, "pool")
              .addJavadoc(
                  """
                  Returns the database behind a pool such as HikariCP, with a clock or a user: see
                  {@link $1T.Builder#user}. Closing it leaves the pool open.

                  @throws IllegalArgumentException if another option is set
                  @throws org.jooq.exception.DataAccessException if it has no connection""",
                  DatabaseOptions.class)
              .build());
    }
    type.addMethod(
        factory("using", "scopeUsing", "context")
            .addJavadoc(
                "Returns the database of a jOOQ context, with its connections and settings: see\n"
                    + "{@link Database} for their effect.")
            .addParameter(DSLContext.class, "context")
            .build());
    if (generation.database().asksWhoAndWhen()) {
      type.addMethod(
          withOptions("using", "scopeUsing", DSLContext.class, "context")
              .addJavadoc(
                  """
                  Returns the database of a jOOQ context, with a clock or a user: see
                  {@link $1T.Builder#user}.

                  @throws IllegalArgumentException if another option is set""",
                  DatabaseOptions.class)
              .build());
    }
    type.addMethod(
        MethodSpec.methodBuilder("in")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(name)
            .addParameter(Scope.class, "other")
            .addStatement("return new $T(other)", name)
            .build());
  }

  /** One table: the others are in the same catalog. */
  private CodeBlock catalog() {
    return generation.database().tables().stream()
        .limit(1)
        .map(table -> CodeBlock.of("$T.$N", generation.classes().tables(), table.constant()))
        .collect(CodeBlock.joining(", "));
  }

  private MethodSpec.Builder withOptions(
      String method, String scope, Class<?> type, String parameter) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(name)
        .addParameter(type, parameter)
        .addParameter(OPTIONS, "options")
        .addStatement("return new $T($T.$L($L, options))", name, Database.class, scope, parameter);
  }

  private MethodSpec.Builder factory(String method, String scope, String parameter) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(name)
        .addStatement("return new $T($T.$L($L))", name, Database.class, scope, parameter);
  }

  private MethodSpec repository(TableModel table, String method) {
    ClassName repository = generation.classes().repository(table);
    String local = method.equals("known") ? "known_" : "known";
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The rows of $L.", Doc.code(table.id().toString()))
        .returns(repository)
        .addStatement("$T $N = $N", repository, local, method)
        .beginControlFlow("if ($N == null)", local)
        .addStatement("$N = new $T(scope())", local, repository)
        .addStatement("$N = $N", method, local)
        .endControlFlow()
        .addStatement("return $N", local)
        .build();
  }

  private MethodSpec queries(ClassName type, String method) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The declared queries of {@link $T}.", type)
        .returns(type)
        .addStatement("return new $T(scope())", generation.classes().queries(type))
        .build();
  }

  private MethodSpec queries(NameAllocator methods) {
    TypeVariableName queries = TypeVariableName.get("Q");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("queries")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addTypeVariable(queries)
            .returns(queries)
            .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), queries), "type");
    for (ClassName one : this.queries) {
      method
          .beginControlFlow("if (type == $T.class)", one)
          .addStatement("return type.cast($N())", methods.get(one))
          .endControlFlow();
    }
    return method.addStatement("return super.queries(type)").build();
  }
}
