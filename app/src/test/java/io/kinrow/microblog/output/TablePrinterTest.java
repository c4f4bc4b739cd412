package io.kinrow.microblog.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablePrinterTest {

  private static final String LONG = "word ".repeat(30).strip();

  private record Row(String id, String text, List<String> notes) {}

  private static List<String> print(boolean terminal, Column<Row> column) {
    StringWriter printed = new StringWriter();
    try (PrintWriter out = new PrintWriter(printed)) {
      new TablePrinter(out, terminal)
          .list(
              Listing.of(
                  List.of(Column.of("version", Row::id), column),
                  List.of(new Row("1", LONG, List.of(LONG, "a\nb"))),
                  "None."));
    }
    return printed.toString().lines().toList();
  }

  @Test
  void cutsNothing_inAPipe() {
    assertThat(print(false, Column.of("text", Row::text)))
        .hasSize(5)
        .anyMatch(line -> line.equals("| 1       | " + LONG + " |"));
  }

  @Test
  void wraps_onATerminal() {
    List<String> lines = print(true, Column.of("text", Row::text));
    assertThat(lines).hasSize(7).allMatch(line -> line.length() <= 80);
    assertThat(String.join(" ", lines).replaceAll("[^word]+", " ").strip().split(" ")).hasSize(32);
  }

  @Test
  void cutsExcerpts_everywhere() {
    for (boolean terminal : new boolean[] {true, false}) {
      assertThat(print(terminal, Column.excerpt("text", Row::text)))
          .hasSize(5)
          .anyMatch(line -> line.endsWith("word word… |"))
          .allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void writesSentences_belowTheTable() {
    assertThat(print(true, Column.below("notes", Row::notes)))
        .containsExactly(
            "+---------+",
            "| version |",
            "+---------+",
            "| 1       |",
            "+---------+",
            "version 1: " + LONG,
            "version 1: a",
            "    b");
  }
}
