package io.kinrow.runtime.internal.query;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class SortExpressionTest {

  @Test
  void literalsAndQuotedNamesOfAnyLength_areRead() {
    String half = "it''s ".repeat(100_000);
    assertNull(SortExpression.whyUnsteady("coalesce(name, '" + half + "')"));
    assertNull(SortExpression.whyUnsteady("\"" + "a\"\"b".repeat(250_000) + "\""));
    assertNull(SortExpression.whyUnsteady("name" + " ".repeat(1_000_000) + "|| ''"));
    assertNotNull(SortExpression.whyUnsteady("random() || '" + half + "'"));
  }
}
