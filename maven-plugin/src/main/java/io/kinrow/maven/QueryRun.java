package io.kinrow.maven;

import io.kinrow.queries.CheckedQueries;
import io.kinrow.queries.QueryCheck;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.facts.QueryFactsText;
import io.kinrow.queries.source.Complaint;
import io.kinrow.queries.source.FoundQueries;
import io.kinrow.queries.source.QuerySources;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The declared queries of a project in one run: those that changed are checked. */
final class QueryRun {

  private final QuerySources sources;
  private final String sourcesNow;
  private final QueryMemory memory;
  private final String database;
  private @Nullable FoundQueries declared;
  private @Nullable CheckedQueries checked;

  /**
   * @param database identifies the migrated database
   */
  QueryRun(GenerationRequest request, String database) throws IOException {
    this.sources =
        QuerySources.in(request.sources(), request.output(), request.sql(), request.encoding());
    this.sourcesNow = QueryMemory.sources(sources.contents());
    this.memory = new QueryMemory(request.output(), request.packageName(), request.work());
    this.database = database;
  }

  /** Whether nothing has to be done. */
  boolean areCurrent() throws IOException {
    return memory.areCurrent(database, sourcesNow);
  }

  private FoundQueries declared() throws IOException {
    if (declared == null) {
      declared = sources.find();
    }
    return declared;
  }

  /** Whether there are queries that were not checked on this database. */
  boolean needDatabase() throws IOException {
    Map<String, String> known = memory.facts(database);
    return declared().texts().stream().anyMatch(sql -> !known.containsKey(sql.text()));
  }

  /** Checks those that were not checked yet. */
  void check(Describer describer) throws IOException, SQLException {
    checked = new QueryCheck(describer, memory.facts(database)).check(declared());
  }

  /**
   * Writes the facts.
   *
   * @return what was done, for the user to read; empty if there are no queries
   * @throws GenerationException if queries are wrong
   */
  String write() throws IOException {
    CheckedQueries result = checked == null ? known() : checked;
    boolean right = result.complaints().isEmpty();
    memory.write(database, right ? sourcesNow : "wrong", result.facts(), files());
    if (!right) {
      int count = result.complaints().size();
      throw new GenerationException(
          "Kinrow: %s wrong:%n%n%s"
              .formatted(
                  count == 1 ? "a declared query is" : count + " declared queries are",
                  result.complaints().stream()
                      .map(Complaint::toString)
                      .collect(Collectors.joining("\n\n")))
              .replace("\r\n", "\n"));
    }
    int count = result.facts().size();
    return count == 0 ? "" : "checked " + count + " declared quer" + (count == 1 ? "y" : "ies");
  }

  private List<String> files() throws IOException {
    return declared().files().stream()
        .map(
            file ->
                QueryFactsText.file(
                    file.name(),
                    file.queries().stream()
                        .map(
                            query ->
                                QueryFactsText.method(
                                    query.name(), query.result(), query.doc(), query.sql().text()))
                        .toList()))
        .toList();
  }

  /** Without a database: all texts are known. */
  private CheckedQueries known() throws IOException {
    Map<String, String> known = memory.facts(database);
    Map<String, String> facts = new TreeMap<>();
    declared().texts().forEach(sql -> facts.put(sql.text(), known.getOrDefault(sql.text(), "")));
    return new CheckedQueries(facts, declared().complaints());
  }
}
