package io.kinrow.runtime.internal.run;

import java.sql.SQLException;

/** Binds a statement's values. */
@FunctionalInterface
public interface Binder {

  /** Binds all values, in order. */
  void bind(Binds binds) throws SQLException;

  /** For a statement without values. */
  Binder NONE = binds -> {};
}
