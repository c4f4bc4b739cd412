package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedBlock;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedParameter;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.OptionalBlock;
import io.kinrow.queries.text.OptionalBlocks;
import io.kinrow.queries.text.OptionalBlocks.Sent;
import io.kinrow.queries.text.OptionalBlocks.SentText;
import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Describes queries with optional blocks: the database is asked about each of the combinations that
 * can be sent, and what is claimed of the query is true of all of them.
 */
public final class DescribedCombinations {

  private final Describer describer;
  private final OptionalBlocks blocks;

  /** What is written in all combinations of what stands for parameters. */
  private final Map<Mark, String> casts = new HashMap<>();

  /**
   * A question mark.
   *
   * @param start offset of the use of a parameter
   * @param number among those of that use, from 0
   */
  private record Mark(int start, int number) {}

  private DescribedCombinations(Describer describer, OptionalBlocks blocks) {
    this.describer = describer;
    this.blocks = blocks;
  }

  /**
   * Describes a query without running it.
   *
   * @throws WrongSqlException if the database refuses it, or one of its combinations
   */
  public static DescribedQuery describe(Describer describer, String text)
      throws WrongSqlException, SQLException {
    OptionalBlocks blocks = OptionalBlocks.read(text, describer.syntax());
    return blocks.blocks().isEmpty()
        ? describer.describe(QueryTextReader.read(text, describer.syntax()))
        : new DescribedCombinations(describer, blocks).describe();
  }

  private DescribedQuery describe() throws WrongSqlException, SQLException {
    Map<BitSet, DescribedQuery> described = new LinkedHashMap<>();
    int known;
    do { // a type that one combination needs is written in all, so that they differ in blocks only
      known = casts.size();
      for (BitSet there : blocks.combinations()) {
        described.put(there, described(there));
      }
    } while (casts.size() > known);
    List<BitSet> combinations = List.copyOf(described.keySet());
    BitSet all = combinations.get(combinations.size() - 1);
    SentText sent = blocks.sent(read(all));
    for (BitSet there : combinations) {
      refuseHalves(there, sent);
    }
    return combined(described, all, sent);
  }

  private DescribedQuery described(BitSet there) throws WrongSqlException, SQLException {
    try {
      QueryText read = read(there);
      DescribedQuery described = describer.describe(read);
      described.casts().forEach((mark, type) -> casts.putIfAbsent(mark(read, mark), type));
      return described;
    } catch (WrongSqlException e) {
      throw where(e, there);
    }
  }

  private QueryText read(BitSet there) throws WrongSqlException {
    String text = blocks.text(there);
    QueryText read = QueryTextReader.read(text, describer.syntax());
    Map<Integer, String> ofMarks = new HashMap<>();
    for (int i = 0; i < read.marks(); i++) {
      String type = casts.get(mark(read, i));
      if (type != null) {
        ofMarks.put(i, type);
      }
    }
    return ofMarks.isEmpty() ? read : QueryTextReader.read(text, describer.syntax(), ofMarks);
  }

  private static Mark mark(QueryText read, int mark) {
    ParameterUse use = read.useOf(mark);
    return new Mark(read.tokens().get(use.token()).start(), mark - use.firstMark());
  }

  /** Says which blocks were there, unless all combinations have the same mistake. */
  private WrongSqlException where(WrongSqlException mistake, BitSet there) throws SQLException {
    List<BitSet> combinations = blocks.combinations();
    BitSet last = combinations.get(combinations.size() - 1);
    if (there.isEmpty()) {
      try {
        describer.describe(read(last));
      } catch (WrongSqlException e) {
        if (e.message().equals(mistake.message()) && e.start() == mistake.start()) {
          return mistake;
        }
      }
    }
    return new WrongSqlException(
        mistake.start(),
        mistake.end(),
        "%s%s This is the statement %s"
            .formatted(mistake.message(), mistake.message().endsWith("?") ? "" : ".", when(there)));
  }

  /** Which parameters are given in a combination, and which are not. */
  private String when(BitSet there) {
    List<String> given = new ArrayList<>(blocks.parameters(there));
    List<String> empty = new ArrayList<>(blocks.parameters());
    empty.removeAll(given);
    String and = given.isEmpty() || empty.isEmpty() ? "" : ", and ";
    return "when " + are(given, "given") + and + are(empty, "empty");
  }

  private static String are(List<String> names, String what) {
    if (names.isEmpty()) {
      return "";
    }
    String last = ":" + names.get(names.size() - 1);
    return names.size() == 1
        ? last + " is " + what
        : ":"
            + String.join(", :", names.subList(0, names.size() - 1))
            + " and "
            + last
            + " are "
            + what;
  }

  /** A list is one token to the database, of which a block can be no part. */
  private void refuseHalves(BitSet there, SentText sent) throws WrongSqlException {
    List<String> wanted = words(read(there).sql());
    if (!words(sent.sql(there)).equals(wanted)) {
      OptionalBlock first = blocks.blocks().get(0);
      throw new WrongSqlException(
          first.start(),
          first.inside(),
          "a block has only a part of a list in it. Put the whole condition into it, from the column to the parenthesis after the list");
    }
  }

  private List<String> words(String sql) throws WrongSqlException {
    return describer.syntax().tokens(sql).stream().map(Token::text).toList();
  }

  private DescribedQuery combined(Map<BitSet, DescribedQuery> described, BitSet all, SentText sent)
      throws WrongSqlException {
    DescribedQuery whole = Objects.requireNonNull(described.get(all));
    boolean writes = false;
    for (Map.Entry<BitSet, DescribedQuery> other : described.entrySet()) {
      refuseOtherRows(other.getValue(), other.getKey(), whole);
      refuseOtherTypes(other.getValue(), other.getKey(), whole);
      writes |= other.getValue().writes();
    }
    List<DescribedColumn> columns = new ArrayList<>();
    for (int i = 0; i < whole.columns().size(); i++) {
      columns.add(merged(i, described, all, whole));
    }
    return new DescribedQuery(
        blocks.text(),
        sent.sql(),
        whole.parameters(),
        whole.binds(),
        whole.rows(),
        writes,
        columns,
        described(sent, whole),
        Map.of());
  }

  private List<DescribedBlock> described(SentText sent, DescribedQuery whole) {
    List<String> names = whole.parameters().stream().map(DescribedParameter::name).toList();
    List<DescribedBlock> described = new ArrayList<>();
    for (int i = 0; i < blocks.blocks().size(); i++) {
      Sent place = sent.blocks().get(i);
      described.add(
          new DescribedBlock(
              place.start(),
              place.end(),
              place.firstBind(),
              place.endBind(),
              blocks.blocks().get(i).parameters().stream().map(names::indexOf).toList()));
    }
    return described;
  }

  private void refuseOtherRows(DescribedQuery other, BitSet there, DescribedQuery whole)
      throws WrongSqlException {
    List<String> labels = labels(other);
    if (!labels.equals(labels(whole))) {
      throw atFirstBlock(
          "the statement returns %s %s, but %s with all of its blocks. Blocks can change which rows there are, and not their columns"
              .formatted(shown(labels), when(there), shown(labels(whole))));
    }
  }

  private static List<String> labels(DescribedQuery query) {
    return query.columns().stream().map(DescribedColumn::label).toList();
  }

  private static String shown(List<String> labels) {
    return labels.isEmpty() ? "no rows" : "columns " + String.join(", ", labels);
  }

  private void refuseOtherTypes(DescribedQuery other, BitSet there, DescribedQuery whole)
      throws WrongSqlException {
    for (DescribedParameter parameter : other.parameters()) {
      for (DescribedParameter same : whole.parameters()) {
        boolean known =
            !parameter.type().equals(DescribedColumn.ANY)
                && !same.type().equals(DescribedColumn.ANY);
        if (same.name().equals(parameter.name())
            && known
            && !same.type().equals(parameter.type())) {
          throw atFirstBlock(
              ":%s is of type %s %s, but of type %s with all blocks. Cast it, or use two parameters"
                  .formatted(
                      same.name(), simple(parameter.type()), when(there), simple(same.type())));
        }
      }
    }
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private WrongSqlException atFirstBlock(String message) {
    OptionalBlock first = blocks.blocks().get(0);
    return new WrongSqlException(first.start(), first.inside(), message);
  }

  /** What is true of a column in all combinations. */
  private DescribedColumn merged(
      int column, Map<BitSet, DescribedQuery> described, BitSet all, DescribedQuery whole) {
    DescribedColumn merged = whole.columns().get(column);
    BitSet decides = all;
    boolean differ = false;
    for (Map.Entry<BitSet, DescribedQuery> entry : described.entrySet()) {
      DescribedColumn other = entry.getValue().columns().get(column);
      differ |= other.nullability() != merged.nullability();
      boolean weaker = rank(other) > rank(merged);
      decides = weaker ? entry.getKey() : decides;
      DescribedColumn claim = weaker ? other : merged;
      merged =
          new DescribedColumn(
              merged.label(),
              merged.origin().equals(other.origin()) ? merged.origin() : ColumnOrigin.NONE,
              merged.type().equals(other.type()) ? merged.type() : DescribedColumn.ANY,
              claim.nullability(),
              claim.because());
    }
    return differ && !merged.because().isEmpty()
        ? new DescribedColumn(
            merged.label(),
            merged.origin(),
            merged.type(),
            merged.nullability(),
            merged.because() + " " + when(decides))
        : merged;
  }

  /** What may be NULL in one combination may be, whatever is known of the others. */
  private static int rank(DescribedColumn column) {
    return switch (column.nullability()) {
      case NOT_NULL -> 0;
      case UNKNOWN -> 1;
      case NULLABLE -> 2;
    };
  }
}
