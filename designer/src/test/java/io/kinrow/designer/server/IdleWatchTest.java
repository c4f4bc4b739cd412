package io.kinrow.designer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleWatchTest {

  private final Semaphore gone = new Semaphore(0);

  @Test
  void noticesThatThePageIsSilent_onceForEachTimeThatItWasThere() throws Exception {
    try (IdleWatch watch = new IdleWatch(Duration.ofMillis(100))) {
      watch.start(gone::release);
      assertThat(gone.tryAcquire(400, TimeUnit.MILLISECONDS)).as("never there").isFalse();
      watch.contact();
      assertThat(gone.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(gone.tryAcquire(400, TimeUnit.MILLISECONDS)).as("twice").isFalse();
      watch.contact();
      assertThat(gone.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void waits_whileThePageIsThere() throws Exception {
    try (IdleWatch watch = new IdleWatch(Duration.ofSeconds(5))) {
      watch.start(gone::release);
      for (int i = 0; i < 20; i++) {
        watch.contact();
        assertThat(gone.tryAcquire(20, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
  }
}
