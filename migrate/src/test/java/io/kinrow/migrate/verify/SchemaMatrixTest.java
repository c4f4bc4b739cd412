package io.kinrow.migrate.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** What the schemas call their tables, views, triggers and indexes. */
  private static final Set<String> OBJECTS = Set.of("t", "u", "v", "w", "r", "i", "j");

  @TempDir Path folder;

  private record Pair(String what, String schema, String other) {}

  @Test
  void undoThatLeavesAnotherValueOfAnyProperty_isRefuted() {
    List<Pair> pairs = pairs("changed.txt");
    assertThat(pairs).hasSizeGreaterThan(60);
    Proof proof = proof(pairs);
    assertThat(proof.outcome()).isEqualTo(Outcome.DIFFERS);
    for (int i = 0; i < pairs.size(); i++) {
      Pattern ofThePair = Pattern.compile("after U, .*\\b[tuvwrij]" + i + "\\b.*");
      assertThat(proof.differences())
          .as(pairs.get(i).what())
          .anyMatch(difference -> ofThePair.matcher(difference).matches());
    }
  }

  @Test
  void undoThatWritesTheSameSchemaOtherwise_isProved() {
    List<Pair> pairs = pairs("same.txt");
    assertThat(pairs).hasSizeGreaterThan(60);
    Proof proof = proof(pairs);
    assertThat(proof.differences()).isEmpty();
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
  }

  /** One version makes all schemas, the next one drops them, and its undo makes the other ones. */
  private Proof proof(List<Pair> pairs) {
    StringBuilder made = new StringBuilder(PARENTS);
    StringBuilder dropped = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      String schema = numbered(pairs.get(i).schema(), i);
      made.append(schema).append("\n;\n");
      dropped.append(drops(schema));
      others.append(numbered(pairs.get(i).other(), i)).append("\n;\n");
    }
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__made.sql", made.toString())
            .with("V2__dropped.sql", dropped.toString())
            .with("U2__dropped.sql", others.toString());
    return Migrations.of("jdbc:sqlite::memory:", scripts.location()).verify().proofs().get(1);
  }

  /** The same schema whose objects have names of their own. */
  private static String numbered(String schema, int number) {
    StringBuilder numbered = new StringBuilder(schema);
    List<Token> tokens = Tokenizer.tokens(schema);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.isName() && OBJECTS.contains(token.unquoted().toLowerCase(Locale.ROOT))) {
        int quote = token.kind() == Token.Kind.WORD ? 0 : 1;
        numbered.insert(token.end() - quote, number);
      }
    }
    return numbered.toString();
  }

  /**
   * The last one made is dropped first; some are gone with their table, in one way or the other.
   */
  private static String drops(String schema) {
    List<String> drops = new ArrayList<>();
    for (Statement statement : Statement.split(schema)) {
      Matcher created = CREATED.matcher(statement.text());
      assertThat(created.matches()).as(statement.text()).isTrue();
      String kind = created.group(1).toUpperCase(Locale.ROOT);
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
