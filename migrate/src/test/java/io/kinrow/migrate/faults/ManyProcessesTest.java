package io.kinrow.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two and eight processes on one file, told to start at the same moment. */
final class ManyProcessesTest {
  private static final int ROUNDS = Integer.getInteger("kinrow.rounds", 2);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2, DELETE", "8, DELETE", "8, WAL"})
  void eachVersionIsAppliedAndUndoneOnce(int processes, String journal) {
    Scripts scripts = History.write(new Scripts(folder.resolve("sql")));
    Engine engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("many.db"));
    engine.query("PRAGMA journal_mode = " + journal);
    Migrations migrations = Migrations.of(engine.url(), scripts.location());
    List<WorkerProcess> workers =
        Stream.generate(() -> new WorkerProcess(engine.url(), scripts.location()))
            .limit(processes)
            .toList();
    try {
      workers.forEach(WorkerProcess::awaitReady);
      for (int round = 0; round < ROUNDS; round++) {
        List<String> migrated = all(workers, i -> "migrate");
        assertThat(migrated).allMatch(a -> a.startsWith("applied"));
        assertThat(sum(migrated, "applied")).isEqualTo(History.VERSIONS);
        assertThat(History.requireAgreement(engine, migrations)).isEqualTo(History.VERSIONS);

        List<String> undone = all(workers, i -> "undo");
        int steps = sum(undone, "undone");
        assertThat(steps).isBetween(1, processes);
        assertThat(undone)
            .allMatch(
                a ->
                    a.startsWith("undone")
                        || a.contains("history changed")
                        || a.contains("plan again")
                        || a.contains("nothing is applied"));
        assertThat(History.requireAgreement(engine, migrations))
            .isEqualTo(History.VERSIONS - steps);

        List<String> mixed = all(workers, i -> i % 2 == 0 ? "migrate" : "undo");
        int expected = History.VERSIONS - steps + sum(mixed, "applied") - sum(mixed, "undone");
        assertThat(History.requireAgreement(engine, migrations))
            .as("%s", mixed)
            .isEqualTo(expected);
        while (migrations
                .planUndo(new io.kinrow.migrate.undo.UndoTarget.Everything())
                .steps()
                .size()
            > 0) {
          migrations.undo(migrations.planUndo(), false);
        }
      }
    } finally {
      workers.forEach(WorkerProcess::close);
    }
  }

  private static List<String> all(
      List<WorkerProcess> workers, java.util.function.IntFunction<String> command) {
    for (int i = 0; i < workers.size(); i++) {
      workers.get(i).send(command.apply(i));
    }
    List<String> answers = new ArrayList<>();
    workers.forEach(worker -> answers.add(worker.answer()));
    return answers;
  }

  private static int sum(List<String> answers, String word) {
    return answers.stream()
        .filter(a -> a.startsWith(word))
        .mapToInt(a -> Integer.parseInt(a.substring(word.length() + 1)))
        .sum();
  }
}
