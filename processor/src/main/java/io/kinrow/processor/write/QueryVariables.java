package io.kinrow.processor.write;

import com.palantir.javapoet.NameAllocator;
import io.kinrow.processor.model.QueryMethod;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.VariableElement;

/** Names of variables in the implementation of a method, none of which is that of a parameter. */
final class QueryVariables {

  private final NameAllocator names;
  private final Map<String, String> known = new HashMap<>();
  private final String scope;

  private QueryVariables(NameAllocator names, String scope) {
    this.names = names;
    this.scope = scope;
  }

  static QueryVariables of(QueryMethod method) {
    NameAllocator names = new NameAllocator();
    for (VariableElement parameter : method.element().getParameters()) {
      names.newName(parameter.getSimpleName().toString());
    }
    boolean shadowed = names.newName("scope").endsWith("_");
    return new QueryVariables(names, shadowed ? "this.scope" : "scope");
  }

  /** Those of a lambda inside of the one that has these. */
  QueryVariables inside() {
    return new QueryVariables(names, scope);
  }

  private String name(String wanted) {
    return known.computeIfAbsent(wanted, names::newName);
  }

  String scope() {
    return scope;
  }

  String binds() {
    return name("binds");
  }

  String sql() {
    return name("sql");
  }

  String each() {
    return name("each");
  }

  String element() {
    return name("element");
  }

  String keys() {
    return name("keys");
  }

  String key() {
    return name("key");
  }

  String on() {
    return name("on");
  }

  String row() {
    return name("row");
  }

  String kin(int number) {
    return name(number == 0 ? "kin" : "kin" + (number + 1));
  }

  String part(int number) {
    return name(number == 0 ? "part" : "part" + (number + 1));
  }

  String list(int number) {
    return name(number == 0 ? "list" : "list" + (number + 1));
  }

  String sqlOfList(int number) {
    return name(number == 0 ? "sqlOfList" : "sqlOfList" + (number + 1));
  }

  String value(int number) {
    return name("v" + (number + 1));
  }
}
