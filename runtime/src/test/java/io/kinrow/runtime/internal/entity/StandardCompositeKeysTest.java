package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;

/** Keys are lists of binds here, not one. */
class StandardCompositeKeysTest extends CompositeKeysContract {

  @Override
  Library create(Path in) {
    return Library.createOnH2(in);
  }
}
