package io.kinrow.processor.model;

import java.util.Optional;

/**
 * A column of the records that a query can go on with.
 *
 * @param name the path of components that lead to it, such as {@code author.nickname}
 * @param position among the statement's columns, from 1
 * @param origin the column that its values come from unchanged
 * @param read the Java type that it is read as, boxed
 * @param notNull whether it is proved never to be NULL
 */
public record RowField(
    String name, int position, Optional<ColumnOfTable> origin, JavaType read, boolean notNull) {

  /** The Java type that it is compared as: that of its column, if there is one. */
  public JavaType type() {
    return origin.map(of -> of.column().type()).orElse(read);
  }

  /** Whether values are compared through a converter or type of the column's own. */
  public boolean ofOwnType() {
    return isOther(type()) || origin.filter(of -> of.column().converted()).isPresent();
  }

  /** Whether nothing is known of the type that a plain field could have. */
  public static boolean isOther(JavaType type) {
    return type.kind() == JavaType.Kind.OTHER || type.kind() == JavaType.Kind.ARRAY;
  }
}
