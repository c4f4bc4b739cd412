package io.kinrow.migrate.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes one property of a schema at a time, and writes the same schema in another way: an undo
 * script that leaves the one is refuted, one that leaves the other is proved.
 */
final class SchemaMatrixTest {

  private static final String PARENTS =
      "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE);"
          + " CREATE TABLE q (x INT, y INT, PRIMARY KEY (x), UNIQUE (x, y));";
  private static final Pattern CREATED =
      Pattern.compile(
          "(?i)CREATE +(?:UNIQUE +|VIRTUAL +)?(TABLE|INDEX|VIEW|TRIGGER) +"
              + "(?:IF NOT EXISTS +)?(?:main\\.)?[\"\\[`]?(\\w+).*",
          Pattern.DOTALL);
  private static final int SCHEMAS_A_PROJECT = 12;

  @TempDir Path folder;

  private record Pair(String what, String schema, String other) {}

  @Test
  void undoThatLeavesAnotherValueOfAnyProperty_isRefuted() {
    List<Pair> pairs = pairs("changed.txt");
    assertThat(pairs).hasSizeGreaterThan(60);
    assertThat(outcomes(pairs)).allSatisfy((what, proof) -> differs(what, proof));
  }

  private static void differs(String what, Proof proof) {
    assertThat(proof.outcome()).as(what).isEqualTo(Outcome.DIFFERS);
    assertThat(proof.differences()).as(what).anyMatch(d -> d.startsWith("after U, "));
  }

  @Test
  void undoThatWritesTheSameSchemaOtherwise_isProved() {
    List<Pair> pairs = pairs("same.txt");
    assertThat(pairs).hasSizeGreaterThan(60);
    assertThat(outcomes(pairs))
        .allSatisfy((what, proof) -> assertThat(proof.toString()).as(what).contains(": PROVED"));
  }

  /** One version makes a schema, the next one drops it, and its undo makes the other one. */
  private Map<String, Proof> outcomes(List<Pair> pairs) {
    Map<String, Proof> outcomes = new TreeMap<>();
    for (int from = 0; from < pairs.size(); from += SCHEMAS_A_PROJECT) {
      List<Pair> some = pairs.subList(from, Math.min(pairs.size(), from + SCHEMAS_A_PROJECT));
      Scripts scripts = new Scripts(folder.resolve("sql" + from)).with("V1__parents.sql", PARENTS);
      for (int i = 0; i < some.size(); i++) {
        scripts
            .with("V" + (2 * i + 2) + "__made.sql", some.get(i).schema() + ";")
            .with("V" + (2 * i + 3) + "__dropped.sql", drops(some.get(i).schema()))
            .with("U" + (2 * i + 3) + "__dropped.sql", some.get(i).other() + "\n;");
      }
      List<Proof> proofs =
          Migrations.of("jdbc:sqlite::memory:", scripts.location()).verify().proofs();
      for (int i = 0; i < some.size(); i++) {
        String version = String.valueOf(2 * i + 3);
        outcomes.put(
            some.get(i).what(),
            proofs.stream().filter(p -> p.version().equals(version)).findFirst().orElseThrow());
      }
    }
    return outcomes;
  }

  /**
   * The last one made is dropped first; some are gone with their table, in one way or the other.
   */
  private static String drops(String schema) {
    List<String> drops = new ArrayList<>();
    for (Statement statement : Statement.split(schema)) {
      Matcher created = CREATED.matcher(statement.text());
      assertThat(created.matches()).as(statement.text()).isTrue();
      String kind = created.group(1).toUpperCase(java.util.Locale.ROOT);
      if (kind.equals("TABLE") || kind.equals("VIEW")) {
        drops.add(0, "DROP " + kind + " IF EXISTS " + created.group(2) + ";\n");
      }
    }
    return String.join("", drops);
  }

  private static List<Pair> pairs(String resource) {
    try (InputStream in = SchemaMatrixTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ~ "))
          .map(part -> new Pair(part[0], part[1], part[2].replace("\\n", "\n")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
