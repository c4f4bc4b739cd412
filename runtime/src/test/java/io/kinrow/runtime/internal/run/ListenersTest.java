package io.kinrow.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.StatementListener;
import io.kinrow.runtime.StatementListener.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private final Listeners listeners = new Listeners();
  private final List<String> heard = new ArrayList<>();
  private final List<LogRecord> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(StatementListener.class.getName());

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void hear() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  private void run(String sql) {
    listeners.executed(sql, List.of(), 1);
  }

  @Test
  void listenerRegisteredTwice_hearsTwice_andEachRegistrationEndsOnItsOwn() {
    StatementListener listener = statement -> heard.add(statement.sql());
    Registration first = listeners.add(listener);
    Registration second = listeners.add(listener);
    run("a");
    first.close();
    first.close();
    run("b");
    second.close();
    run("c");
    assertThat(heard).containsExactly("a", "a", "b");
    assertThat(listeners.any()).isFalse();
  }

  @Test
  void failingListener_isLoggedOnce_andOthersHear() {
    listeners.add(
        statement -> {
          throw new StackOverflowError("mine");
        });
    listeners.add(statement -> heard.add(statement.sql()));
    run("a");
    run("b");
    assertThat(heard).containsExactly("a", "b");
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0).getMessage()).contains("failed at [a]; the statement itself is not");
    assertThat(logged.get(0).getThrown()).hasMessage("mine");
  }

  @Test
  void listenerThatEndsItself_hearsNoMore() {
    Registration[] own = new Registration[1];
    own[0] =
        listeners.add(
            statement -> {
              heard.add(statement.sql());
              own[0].close();
            });
    run("a");
    run("b");
    assertThat(heard).containsExactly("a");
  }
}
