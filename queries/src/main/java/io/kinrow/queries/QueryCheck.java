package io.kinrow.queries;

import io.kinrow.queries.describe.DescribedCombinations;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.facts.QueryFactsText;
import io.kinrow.queries.source.Complaint;
import io.kinrow.queries.source.FoundQueries;
import io.kinrow.queries.source.FoundSql;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the declared queries of a project on its migrated database. */
public final class QueryCheck {

  private final Describer describer;
  private final Map<String, String> known;

  /**
   * Creates one.
   *
   * @param known facts of an earlier check on the same database, by the text of a query
   */
  public QueryCheck(Describer describer, Map<String, String> known) {
    this.describer = describer;
    this.known = Map.copyOf(known);
  }

  /** Checks all queries; what is wrong with one does not keep the others from being checked. */
  public CheckedQueries check(FoundQueries queries) throws SQLException {
    Map<String, String> facts = new TreeMap<>();
    List<Complaint> complaints = new ArrayList<>(queries.complaints());
    for (FoundSql sql : queries.texts()) {
      try {
        String found = known.getOrDefault(sql.text(), facts.get(sql.text()));
        facts.put(sql.text(), found == null ? describe(sql.text()) : found);
      } catch (WrongSqlException e) {
        complaints.add(sql.complaint(e.start(), e.end(), e.message()));
      }
    }
    return new CheckedQueries(facts, complaints.stream().sorted().toList());
  }

  private String describe(String text) throws WrongSqlException, SQLException {
    return QueryFactsText.query(DescribedCombinations.describe(describer, text));
  }
}
