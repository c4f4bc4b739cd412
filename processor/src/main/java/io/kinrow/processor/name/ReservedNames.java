package io.kinrow.processor.name;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jooq.impl.TableImpl;

/** Identifiers that mean something else already, where our names go. */
final class ReservedNames {

  /** What the facade has besides its repositories. */
  private static final Set<String> FACADE_METHODS =
      Set.of(
          "afterCommit",
          "close",
          "database",
          "dsl",
          "in",
          "listen",
          "open",
          "openScope",
          "scope",
          "scopeUsing",
          "transaction",
          "transactionResult",
          "using");

  /** Types of java.lang that generated code names; a class of its own package would hide them. */
  private static final Set<String> JAVA_LANG =
      Set.of(
          "autocloseable",
          "boolean",
          "byte",
          "character",
          "charsequence",
          "class",
          "comparable",
          "deprecated",
          "double",
          "enum",
          "error",
          "exception",
          "float",
          "functionalinterface",
          "illegalargumentexception",
          "illegalstateexception",
          "integer",
          "iterable",
          "long",
          "math",
          "number",
          "object",
          "override",
          "record",
          "runnable",
          "runtimeexception",
          "safevarargs",
          "short",
          "string",
          "stringbuilder",
          "suppresswarnings",
          "system",
          "throwable",
          "void");

  /**
   * Types that jOOQ's generated classes name; jOOQ does not qualify them all when one is hidden.
   */
  private static final Set<String> JOOQ_CODE =
      Set.of(
          "arrays",
          "bigdecimal",
          "biginteger",
          "catalog",
          "catalogimpl",
          "check",
          "collection",
          "collections",
          "condition",
          "configuration",
          "constants",
          "converter",
          "defaultcatalog",
          "defaultschema",
          "domains",
          "dsl",
          "enums",
          "field",
          "foreignkey",
          "function",
          "functions",
          "generated",
          "identity",
          "index",
          "indexes",
          "internal",
          "inverseforeignkey",
          "json",
          "jsonb",
          "keys",
          "list",
          "localdate",
          "localdatetime",
          "localtime",
          "map",
          "name",
          "offsetdatetime",
          "offsettime",
          "path",
          "plainsql",
          "public",
          "querypart",
          "records",
          "routines",
          "row",
          "schema",
          "schemaimpl",
          "select",
          "selectfield",
          "sequence",
          "sequences",
          "sql",
          "sqldatatype",
          "stringly",
          "table",
          "tablefield",
          "tableimpl",
          "tablemodel",
          "tableoptions",
          "tablerecordimpl",
          "tables",
          "uniquekey",
          "updatablerecordimpl",
          "uuid",
          "year");

  private static final Set<String> TABLE_METHODS = methodsWithoutParameters(TableImpl.class);

  private ReservedNames() {}

  static boolean isTaken(String identifier) {
    return isWord(identifier) || ObjectMethods.contain(identifier);
  }

  static boolean isWord(String identifier) {
    return SourceVersion.isKeyword(identifier, SourceVersion.RELEASE_17)
        || identifier.equals("yield")
        || identifier.equals("_");
  }

  static boolean isFacadeMethod(String identifier) {
    return isTaken(identifier) || FACADE_METHODS.contains(identifier);
  }

  /** A relation is a method of jOOQ's table class too. */
  static boolean isTableMethod(String identifier) {
    return isTaken(identifier) || TABLE_METHODS.contains(identifier);
  }

  static boolean isJavaLang(String className) {
    return JAVA_LANG.contains(className.toLowerCase(Locale.ROOT));
  }

  static boolean isJooqCode(String className) {
    String lower = className.toLowerCase(Locale.ROOT);
    return JAVA_LANG.contains(lower) || JOOQ_CODE.contains(lower);
  }

  /** As jOOQ itself looks for them, private ones too, or its names and ours would differ. */
  private static Set<String> methodsWithoutParameters(Class<?> type) {
    Set<String> names = new HashSet<>();
    if (type.getSuperclass() != null) {
      names.addAll(methodsWithoutParameters(type.getSuperclass()));
    }
    for (Class<?> parent : type.getInterfaces()) {
      names.addAll(methodsWithoutParameters(parent));
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.getParameterCount() == 0) {
        names.add(method.getName());
      }
    }
    return names;
  }
}
