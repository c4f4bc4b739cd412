package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.fixture.Postgres;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresManagedRowTest extends ManagedRowContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  String url() {
    return POSTGRES.url();
  }
}
