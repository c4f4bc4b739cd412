package io.kinrow.runtime.internal.dialect;

import java.util.UUID;

/** H2 stands for an engine without a class of its own. */
class StandardDialectTest extends DialectContract {

  @Override
  String url() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  @Override
  String name() {
    return "OTHER";
  }
}
