package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.dialect.Dialect;

class JdbcRunnerTest extends RunnerContract {

  @Override
  Runner runner(Dialect dialect, String url) {
    return new JdbcRunner(dialect, listeners);
  }
}
