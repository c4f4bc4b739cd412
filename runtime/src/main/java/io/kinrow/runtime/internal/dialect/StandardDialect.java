package io.kinrow.runtime.internal.dialect;

/** Any engine that has no class of its own. */
final class StandardDialect extends Dialect {

  /** By its base class, so that no program loads the classes of engines that it does not use. */
  static final Dialect INSTANCE = new StandardDialect();

  private StandardDialect() {
    super("OTHER", StandardValues.INSTANCE);
  }
}
