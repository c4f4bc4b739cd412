package io.kinrow.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.queries.describe.DescribedCombinations;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedBlock;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedParameter;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.WrongSqlException;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares what is claimed of queries with what they return from small databases. */
final class Soundness {

  /** Makes the value of a list. */
  interface ListValue {
    Object of(Connection connection) throws SQLException;
  }

  private final Describer describer;
  private final List<Connection> databases;
  private final ListValue ids;
  private final Map<Nullability, Integer> claims = new EnumMap<>(Nullability.class);
  private int asked;
  private int described;
  private int combinations;
  private int possible;
  private int seen;

  Soundness(Describer describer, List<Connection> databases, ListValue ids) {
    this.describer = describer;
    this.databases = databases;
    this.ids = ids;
  }

  void check(String sql) throws SQLException {
    asked++;
    DescribedQuery query;
    try {
      query = DescribedCombinations.describe(describer, sql);
    } catch (WrongSqlException e) {
      return; // a type or a rule of grouping that the generator does not know
    }
    described++;
    query.columns().forEach(column -> claims.merge(column.nullability(), 1, Integer::sum));
    boolean[] nulls = new boolean[query.columns().size()];
    for (Statement statement : statements(query)) {
      combinations++;
      for (Connection database : databases) {
        run(database, statement, query, nulls);
      }
    }
    for (int i = 0; i < nulls.length; i++) {
      if (query.columns().get(i).nullability() == Nullability.NULLABLE) {
        possible++;
        seen += nulls[i] ? 1 : 0;
      }
    }
  }

  /**
   * What is sent if some blocks are there.
   *
   * @param binds for each question mark, the index of its parameter
   */
  private record Statement(String sql, List<Integer> binds) {}

  /** The statement with each combination of its blocks. */
  private static List<Statement> statements(DescribedQuery query) {
    List<DescribedBlock> blocks = query.blocks();
    List<Statement> statements = new ArrayList<>();
    for (int there = 0; there < 1 << blocks.size(); there++) {
      StringBuilder sql = new StringBuilder(query.sql());
      List<Integer> binds = new ArrayList<>(query.binds());
      for (int i = blocks.size() - 1; i >= 0; i--) {
        if ((there >> i & 1) == 0) {
          sql.delete(blocks.get(i).start(), blocks.get(i).end());
          binds.subList(blocks.get(i).firstBind(), blocks.get(i).endBind()).clear();
        }
      }
      statements.add(new Statement(sql.toString(), binds));
    }
    return statements;
  }

  private void run(Connection database, Statement sent, DescribedQuery query, boolean[] nulls)
      throws SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement statement = database.prepareStatement(sent.sql())) {
      for (int i = 0; i < sent.binds().size(); i++) {
        DescribedParameter parameter = query.parameters().get(sent.binds().get(i));
        boolean text = parameter.name().startsWith("text");
        statement.setObject(i + 1, parameter.list() ? ids.of(database) : text ? "an1" : (Object) 2);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          for (int i = 0; i < nulls.length; i++) {
            String value = rows.getString(i + 1);
            nulls[i] |= value == null;
            check(query, i, value);
          }
        }
      }
    } finally {
      database.rollback();
    }
  }

  private static void check(DescribedQuery query, int index, String value) {
    DescribedColumn column = query.columns().get(index);
    assertThat(value == null && column.nullability() == Nullability.NOT_NULL)
        .as("NULL in %s of %s", column, query.text())
        .isFalse();
    ColumnOrigin origin = column.origin();
    boolean text = !origin.column().equals("id") && !origin.column().equals("ref");
    if (value != null && origin.isKnown() && text && !origin.table().startsWith("v_")) {
      assertThat(value).as("%s of %s", column, query.text()).startsWith(origin.column());
    }
  }

  /** Makes sure that something was checked, and claimed. */
  void assertWorthwhile() {
    assertThat(described).as("valid of %d", asked).isGreaterThan(asked / 2);
    assertThat(combinations).as("%s", this).isGreaterThan(described * 5 / 4);
    int all = claims.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(claims.getOrDefault(Nullability.NOT_NULL, 0)).as("%s", this).isGreaterThan(all / 5);
    assertThat(seen).as("%s", this).isGreaterThan(possible * 7 / 10);
  }

  @Override
  public String toString() {
    return "%d of %d queries valid, in %d combinations, %s, NULL seen in %d of %d that may be"
        .formatted(described, asked, combinations, claims, seen, possible);
  }

  static List<String> all(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
