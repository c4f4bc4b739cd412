package io.kinrow.runtime.internal.dialect;

/** Any engine that has no class of its own. */
final class StandardDialect extends Dialect {

  static final StandardDialect INSTANCE = new StandardDialect();

  private StandardDialect() {
    super("OTHER", StandardValues.INSTANCE);
  }
}
