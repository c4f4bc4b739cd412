package io.kinrow.diagram.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.model.ErName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private static final ErName USERS = new ErName("users");
  private static final ErName ORDERS = new ErName("crm_orders");
  private static final ErName ODD = new ErName("größe {1}.$");

  @Test
  void parse_splitsAtCommasWithBlanks() {
    Grouping grouping = Grouping.parse(Map.of("people", " crm_* ,\tusers ", "odd", "größe {1}.$"));
    assertThat(grouping.of(List.of(USERS, ORDERS, ODD)))
        .containsOnly(
            Map.entry(USERS, "people"), Map.entry(ORDERS, "people"), Map.entry(ODD, "odd"));
  }

  @Test
  void parse_isAutomatic_whenThereAreNoGroups() {
    assertThat(Grouping.parse(Map.of())).isSameAs(Grouping.AUTOMATIC);
  }
}
