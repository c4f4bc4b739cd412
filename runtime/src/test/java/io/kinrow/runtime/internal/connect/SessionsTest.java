package io.kinrow.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  @TempDir Path folder;

  private Sessions open() {
    String url = "jdbc:sqlite:" + folder.resolve("sessions.db");
    return Sessions.open(url, Dialect.ofUrl(url), ConnectionSettings.DEFAULT);
  }

  @Test
  void thread_getsTheSessionBackThatItUsedLast() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    ExecutorService two = Executors.newSingleThreadExecutor();
    try (Sessions sessions = open()) {
      Session first = one.submit(sessions::take).get();
      Session second = two.submit(sessions::take).get();
      one.submit(() -> sessions.give(first)).get();
      two.submit(() -> sessions.give(second)).get();
      for (int i = 0; i < 3; i++) {
        assertThat(again(sessions, one)).isSameAs(first);
        assertThat(again(sessions, two)).isSameAs(second);
      }
    } finally {
      one.shutdown();
      two.shutdown();
    }
  }

  private static Session again(Sessions sessions, ExecutorService thread) throws Exception {
    return thread
        .submit(
            () -> {
              Session session = sessions.take();
              sessions.give(session);
              return session;
            })
        .get();
  }

  @Test
  void idleSession_servesAnyThread() throws Exception {
    ExecutorService another = Executors.newSingleThreadExecutor();
    try (Sessions sessions = open()) {
      Session mine = sessions.take();
      sessions.give(mine);
      assertThat(again(sessions, another)).isSameAs(mine);
    } finally {
      another.shutdown();
    }
  }

  @Test
  void manyThreads_shareAtMostSixteenConnections() throws Exception {
    int threads = 40;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Set<Session> seen = new HashSet<>();
    try (Sessions sessions = open()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Set<Session>>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(
            pool.submit(
                () -> {
                  Set<Session> mine = new HashSet<>();
                  start.await();
                  for (int j = 0; j < 50; j++) {
                    Session session = sessions.take();
                    assertThat(session.lock().tryLock()).as("used by one thread only").isTrue();
                    mine.add(session);
                    session.lock().unlock();
                    sessions.give(session);
                  }
                  return mine;
                }));
      }
      start.countDown();
      for (Future<Set<Session>> result : results) {
        seen.addAll(result.get());
      }
      long open = seen.stream().filter(session -> !closed(session)).count();
      assertThat(open).isBetween(1L, 16L);
    } finally {
      pool.shutdown();
    }
    assertThat(seen).allMatch(SessionsTest::closed);
  }

  private static boolean closed(Session session) {
    try {
      return session.connection().isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sessionInUse_isClosedWhenGivenBack_afterTheDatabaseWasClosed() {
    Sessions sessions = open();
    Session used = sessions.take();
    sessions.close();
    assertThat(closed(used)).isFalse();
    sessions.give(used);
    assertThat(closed(used)).isTrue();
    assertThatThrownBy(sessions::take)
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the database is closed");
  }

  @Test
  void session_isReplaced_whenItsConnectionWasClosedBehindOurBack() throws Exception {
    try (Sessions sessions = open()) {
      Session first = sessions.take();
      first.connection().close();
      sessions.give(first);

      Session second = sessions.take();
      assertThat(second).isNotSameAs(first);
      assertThat(second.connection().isClosed()).isFalse();
      sessions.give(second);
    }
  }

  @Test
  void session_isThrownAway_whenItIsSpoiled() {
    try (Sessions sessions = open()) {
      Session first = sessions.take();
      first.spoil();
      sessions.give(first);

      Session second = sessions.take();
      assertThat(second).isNotSameAs(first);
      sessions.give(second);
    }
  }
}
