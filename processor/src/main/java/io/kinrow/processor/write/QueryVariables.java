package io.kinrow.processor.write;

import com.palantir.javapoet.NameAllocator;
import io.kinrow.processor.model.QueryMethod;
import javax.lang.model.element.VariableElement;

/** Names of variables that no parameter of the method has. */
record QueryVariables(String scope, String binds, String each, String on, String row, String kin) {

  static QueryVariables of(QueryMethod method) {
    NameAllocator names = new NameAllocator();
    for (VariableElement parameter : method.element().getParameters()) {
      names.newName(parameter.getSimpleName().toString());
    }
    boolean shadowed = names.newName("scope").endsWith("_");
    return new QueryVariables(
        shadowed ? "this.scope" : "scope",
        names.newName("binds"),
        names.newName("each"),
        names.newName("on"),
        names.newName("row"),
        names.newName("kin"));
  }
}
