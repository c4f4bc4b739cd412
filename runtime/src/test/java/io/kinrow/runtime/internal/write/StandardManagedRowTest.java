package io.kinrow.runtime.internal.write;

import java.util.UUID;

/** On H2, which has no dialect of its own here and returns no rows. */
class StandardManagedRowTest extends ManagedRowContract {

  @Override
  String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE";
  }
}
