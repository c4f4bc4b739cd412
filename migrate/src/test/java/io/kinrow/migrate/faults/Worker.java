package io.kinrow.migrate.faults;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.flywaydb.core.api.FlywayException;

/** A process of its own: reads commands, one a line, and answers each with one line. */
final class Worker {
  private Worker() {}

  public static void main(String[] arguments) throws IOException {
    Migrations migrations = Migrations.of(arguments[0], arguments[1]);
    warmUp(arguments[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    String command;
    while ((command = in.readLine()) != null) {
      System.out.println(answer(migrations, command));
    }
  }

  /** Loads the classes, so that a kill soon after the first command meets the work itself. */
  private static void warmUp(String location) throws IOException {
    Path file = Files.createTempFile("warm", ".db");
    Migrations elsewhere = Migrations.of("jdbc:sqlite:" + file + "?synchronous=OFF", location);
    elsewhere.migrate();
    elsewhere.undo(elsewhere.planUndo(), false);
    Files.delete(file);
  }

  private static String answer(Migrations migrations, String command) {
    try {
      return switch (command) {
        case "migrate" -> "applied " + migrations.migrate().applied().size();
        case "undo" -> "undone " + migrations.undo(migrations.planUndo(), false).undone().size();
        default -> forever(migrations, Long.parseLong(command));
      };
    } catch (FlywayException e) {
      return "refused " + e.getMessage().replace('\n', ' ');
    }
  }

  /** Up and down until killed. */
  private static String forever(Migrations migrations, long seed) {
    Random random = new Random(seed);
    while (true) {
      migrations.migrate();
      int steps = 1 + random.nextInt(History.VERSIONS);
      migrations.undo(migrations.planUndo(UndoTarget.steps(steps)), false);
    }
  }
}
