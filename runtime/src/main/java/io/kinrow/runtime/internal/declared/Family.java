package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.run.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads rows whose objects can be made only when their children are known. */
public final class Family<R extends @Nullable Object> implements DeclaredRows.One<R> {

  private final DeclaredRows.One<Supplier<R>> parents;
  private final List<ChildRows<?>> children;

  /**
   * @param parents reads a row and notes its keys; what it returns makes the object
   */
  public Family(DeclaredRows.One<Supplier<R>> parents, ChildRows<?>... children) {
    this.parents = parents;
    this.children = List.of(children);
  }

  DeclaredRows.One<Supplier<R>> parents() {
    return parents;
  }

  /** The objects of rows that were read, whose children are read now. */
  List<R> completed(List<Supplier<R>> read) {
    children.forEach(ChildRows::load);
    List<R> all = new ArrayList<>(read.size());
    read.forEach(parent -> all.add(parent.get()));
    return all;
  }

  @Override
  public R read(Row row) {
    throw new UnsupportedOperationException("its children are not known yet");
  }
}
