package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.fixture.Library;
import java.nio.file.Path;

class SqliteCompositeKeysTest extends CompositeKeysContract {

  @Override
  Library create(Path in) {
    return Library.create(in);
  }
}
