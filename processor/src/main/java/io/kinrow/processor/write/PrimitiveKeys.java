package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.TableModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import org.jooq.exception.NoDataFoundException;

/**
 * Writes {@code get(long)} and its like beside the inherited {@code get(Long)}, so that {@code
 * get(4)} compiles: Java does not box an int as a Long or Short. An Integer key needs none. As they
 * differ from the inherited ones by boxing alone, no call and no method reference is ambiguous.
 */
final class PrimitiveKeys {

  private static final String KEY = "key";
  private static final String COLUMNS = "columns";

  private final TableModel table;
  private final TypeName entity;
  private final ParameterSpec columns;
  private final TypeName boxed;
  private final boolean narrow;

  private PrimitiveKeys(TableModel table, TypeName entity, ClassName update, ColumnModel key) {
    this.table = table;
    this.entity = entity;
    this.columns = ParameterSpec.builder(columns(update), COLUMNS).build();
    this.boxed = JavaTypes.boxed(key);
    this.narrow = key.type().kind() != Kind.LONG;
  }

  /**
   * The methods of a repository.
   *
   * @param update the class of what an update sets
   */
  static List<MethodSpec> methods(
      TableModel table, TypeName entity, ClassName update, ColumnModel key) {
    Kind kind = key.type().kind();
    return kind == Kind.LONG || kind == Kind.SHORT || kind == Kind.BYTE
        ? new PrimitiveKeys(table, entity, update, key).methods()
        : List.of();
  }

  /** The type of what users write as {@code u -> u.nickname("susan")} in an update. */
  static TypeName columns(ClassName update) {
    return ParameterizedTypeName.get(
        ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(update));
  }

  private List<MethodSpec> methods() {
    CodeBlock missing =
        CodeBlock.of(
            "throw new $T($S + $L)",
            NoDataFoundException.class,
            "no row of " + table.id() + " has the key ",
            KEY);
    CodeBlock empty = CodeBlock.of("return $T.empty()", Optional.class);
    CodeBlock none = CodeBlock.of("return false");
    return List.of(
        method(
            "get",
            entity,
            "Returns the row with this key, like {@link #get($T)}.\n\n@throws $T if there is none",
            missing),
        method(
            "find",
            JavaTypes.optional(entity),
            "Returns the row with this key, if there is one, like {@link #find($T)}.",
            empty),
        method(
            "exists",
            TypeName.BOOLEAN,
            "Returns whether there is a row with this key, like {@link #exists($T)}.",
            none),
        method(
            "update",
            TypeName.BOOLEAN,
            "Updates the row with this key, like {@link #update($T, Consumer)}.",
            none,
            columns),
        method(
            "updateReturning",
            JavaTypes.optional(entity),
            "Updates the row with this key and returns it, like {@link\n#updateReturning($T, Consumer)}.",
            empty,
            columns),
        method(
            "deleteByKey",
            TypeName.BOOLEAN,
            "Deletes the row with this key, like {@link #deleteByKey($T)}.",
            none));
  }

  /** A narrow key cannot have every int: of such a row it is known that it does not exist. */
  private MethodSpec method(
      String name, TypeName type, String doc, CodeBlock beyond, ParameterSpec... more) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .returns(type)
            .addParameter(narrow ? TypeName.INT : TypeName.LONG, KEY)
            .addParameters(List.of(more));
    String rest = more.length == 0 ? "" : ", " + COLUMNS;
    if (name.equals("get")) {
      method.addJavadoc(doc, boxed, NoDataFoundException.class);
    } else {
      method.addJavadoc(doc, boxed);
    }
    if (!narrow) {
      return method.addStatement("return $L(($T) $L$L)", name, boxed, KEY, rest).build();
    }
    ClassName wrapper = (ClassName) boxed;
    return method
        .beginControlFlow("if (($T) $L != $L)", boxed.unbox(), KEY, KEY)
        .addStatement(beyond)
        .endControlFlow()
        .addStatement("return $L($T.valueOf(($T) $L)$L)", name, wrapper, boxed.unbox(), KEY, rest)
        .build();
  }
}
