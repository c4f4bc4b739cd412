package io.kinrow.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JooqRunnerTest extends RunnerContract {

  private final List<String> heard = new ArrayList<>();

  @Override
  Runner runner(Dialect dialect, String url) {
    ExecuteListener listener =
        new ExecuteListener() {
          private static final long serialVersionUID = 1;

          @Override
          public void executeStart(ExecuteContext context) {
            heard.add(context.sql());
          }
        };
    Configuration configuration =
        dialect.configuration(url).derive(new DefaultExecuteListenerProvider(listener));
    assertThat(JooqRunner.isNeeded(configuration)).isTrue();
    return Runner.of(dialect, listeners, configuration);
  }

  /** Each test of the contract has run some statement, and each statement went through jOOQ. */
  @AfterEach
  void jooqsListenerHeardOfIt() {
    assertThat(heard).startsWith("create table t (id integer primary key, word text unique)");
  }

  @Test
  void jooqIsNeeded_onlyForListenersAndSettingsOfExecution() {
    Configuration plain = new DefaultConfiguration();
    assertThat(JooqRunner.isNeeded(plain)).isFalse();
    assertThat(JooqRunner.isNeeded(plain.derive(new Settings().withRenderFormatted(true))))
        .isFalse();
    assertThat(JooqRunner.isNeeded(plain.derive(new Settings().withQueryTimeout(1)))).isTrue();
    assertThat(JooqRunner.isNeeded(plain.derive(new Settings().withMaxRows(1)))).isTrue();
    assertThat(JooqRunner.isNeeded(plain.derive(new Settings().withFetchSize(1)))).isTrue();
    assertThat(Runner.of(Dialect.of(plain), listeners, plain)).isInstanceOf(JdbcRunner.class);
  }
}
