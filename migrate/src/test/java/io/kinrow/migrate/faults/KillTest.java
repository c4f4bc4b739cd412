package io.kinrow.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that migrate and undo a real file are killed with {@code kill -9}; {@code
 * -Dkinrow.kills=200} asks for that many.
 */
final class KillTest {
  private static final int KILLS = Integer.getInteger("kinrow.kills", 10);
  private static final int STARTED_AHEAD = 2;

  @TempDir Path folder;

  @Test
  void schemaAndHistoryAgree_whenTheProcessIsKilledAtAnyMoment() throws InterruptedException {
    Scripts scripts = History.write(new Scripts(folder.resolve("sql")));
    Random random = new Random(4711);
    int[] found = new int[History.VERSIONS + 1];
    int midway = 0;
    Engine engine = newFile(0);
    Deque<WorkerProcess> started = new ArrayDeque<>();
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 10 == 0) {
        // a new file now and then: also the first run, which makes the history, is killed
        started.forEach(WorkerProcess::close);
        started.clear();
        engine = newFile(kill);
      }
      while (started.size() < STARTED_AHEAD) {
        started.add(new WorkerProcess(engine.url(), scripts.location()));
      }
      try (WorkerProcess worker = started.remove()) {
        worker.awaitReady();
        worker.send(Long.toString(random.nextLong()));
        Thread.sleep(random.nextInt(400));
        if (kill % 2 == 1) {
          awaitTransaction(engine);
        }
        assertThat(worker.hasAnswered()).isFalse();
      }
      if (Files.exists(journal(engine))) {
        midway++;
      }
      Migrations migrations = Migrations.of(engine.url(), scripts.location());
      found[History.requireAgreement(engine, migrations)]++;
      if (random.nextBoolean()) {
        migrations.migrate();
        assertThat(History.requireAgreement(engine, migrations)).isEqualTo(History.VERSIONS);
      }
    }
    started.forEach(WorkerProcess::close);
    System.out.printf(
        "%d kills, %d of them inside a transaction; versions found: %s%n",
        KILLS, midway, Arrays.toString(found));
    assertThat(midway).isPositive();
  }

  /** A fast disk is between two transactions most of the time: every second kill waits for one. */
  private static void awaitTransaction(Engine engine) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!Files.exists(journal(engine)) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private static Path journal(Engine engine) {
    return Path.of(engine.url().substring("jdbc:sqlite:".length()) + "-journal");
  }

  private Engine newFile(int number) {
    return Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("kill" + number + ".db"));
  }
}
