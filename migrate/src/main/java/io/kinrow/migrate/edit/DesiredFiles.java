package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of a schema's files, cut into statements. Immutable. */
final class DesiredFiles {

  private final Map<Path, String> texts;
  private final List<PlacedStatement> statements = new ArrayList<>();
  private final Map<List<Object>, List<PlacedStatement>> byName = new HashMap<>();

  DesiredFiles(Map<Path, String> texts) {
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("A schema has at least one file");
    }
    texts.forEach(this::cut);
  }

  private void cut(Path file, String text) {
    try {
      List<Statement> split = Statement.split(text);
      for (int i = 0; i < split.size(); i++) {
        List<Token> tokens = split.get(i).tokens();
        int end = tokens.get(tokens.size() - 1).end();
        PlacedStatement placed =
            new PlacedStatement(file, text, split.get(i), semicolon(text, end));
        statements.add(placed);
        byName
            .computeIfAbsent(
                List.of(placed.statement().creates(), placed.name()), key -> new ArrayList<>())
            .add(placed);
      }
    } catch (SqlSyntaxException e) {
      throw RefusedException.because(file + ": " + e.getMessage());
    }
  }

  private static int semicolon(String text, int end) {
    List<Token> next = Tokenizer.first(text.substring(end), 1);
    return !next.isEmpty() && next.get(0).is(";") ? end + next.get(0).start() : -1;
  }

  Map<Path, String> texts() {
    return texts;
  }

  String text(Path file) {
    return texts.getOrDefault(file, "");
  }

  List<PlacedStatement> statements() {
    return Collections.unmodifiableList(statements);
  }

  /**
   * Finds the statement that creates something.
   *
   * @throws RefusedException if there are two: only one of them counts
   */
  Optional<PlacedStatement> find(String kind, Name name) {
    List<PlacedStatement> found = byName.getOrDefault(List.of(kind, name), List.of());
    if (found.size() > 1) {
      throw RefusedException.because(
          "%s and %s both create %s; delete one of them first"
              .formatted(found.get(0), found.get(1), name));
    }
    return found.stream().findFirst();
  }

  /** The file that new tables go to: the one with the last table, else the last one. */
  Path lastFile() {
    Path last = List.copyOf(texts.keySet()).get(texts.size() - 1);
    for (PlacedStatement statement : statements) {
      last = statement.statement().creates().equals("TABLE") ? statement.file() : last;
    }
    return last;
  }

  /** The line break that a file uses. */
  String newline(Path file) {
    String text = text(file);
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /**
   * The texts with all pieces replaced, in the line breaks of each file. Those at the same place
   * come in the order given.
   */
  Map<Path, String> with(List<Splice> splices) {
    Map<Path, String> changed = new LinkedHashMap<>(texts);
    changed.replaceAll((file, text) -> spliced(file, text, splices));
    return changed;
  }

  private String spliced(Path file, String text, List<Splice> splices) {
    List<Splice> own =
        splices.stream()
            .filter(splice -> splice.file().equals(file))
            .sorted(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end))
            .toList();
    StringBuilder changed = new StringBuilder();
    int from = 0;
    for (Splice splice : own) {
      if (splice.isCut() && splice.start() < from) {
        from = Math.max(from, splice.end());
        continue;
      }
      if (splice.start() < from) {
        throw new IllegalStateException("Two changes of the same text: " + own);
      }
      changed.append(text, from, splice.start());
      changed.append(splice.text().replace("\r\n", "\n").replace("\n", newline(file)));
      from = splice.end();
    }
    return changed.append(text.substring(from)).toString();
  }
}
