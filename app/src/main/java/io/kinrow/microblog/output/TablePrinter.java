package io.kinrow.microblog.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aligned columns for people. */
final class TablePrinter implements Printer {

  private static final int WIDEST = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final PrintWriter out;
  private final boolean terminal;

  TablePrinter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public <R> void list(Listing<R> listing) {
    if (listing.rows().isEmpty()) {
      out.println(listing.whenEmpty());
    } else {
      List<ColumnData<R>> columns =
          listing.columns().stream()
              .filter(column -> column.fit() != Column.Fit.BELOW)
              .map(this::<R>column)
              .toList();
      print(listing.rows(), columns);
      listing.rows().forEach(row -> below(listing.columns(), row));
    }
    Listing.More more = listing.more();
    if (more != null && !more.hint().isEmpty()) {
      out.println(more.hint());
    }
  }

  /** Sentences, each with the row's first column: {@code version 2: …}. */
  private <R> void below(List<Column<R>> columns, R row) {
    String about = columns.get(0).title() + " " + text(columns.get(0).value().apply(row)) + ": ";
    for (Column<R> column : columns) {
      if (column.fit() == Column.Fit.BELOW
          && column.value().apply(row) instanceof Collection<?> sentences) {
        sentences.forEach(
            sentence ->
                out.println(
                    about
                        + text(sentence)
                            .lines()
                            .map(TablePrinter::plain)
                            .collect(Collectors.joining("\n    "))));
      }
    }
  }

  private <R> ColumnData<R> column(Column<R> column) {
    HorizontalAlign align = column.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new com.github.freva.asciitable.Column()
        .header(column.title())
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(terminal ? WIDEST + 4 : Integer.MAX_VALUE)
        .with(row -> cell(column.fit(), text(column.value().apply(row))));
  }

  private <T> void print(Collection<? extends T> rows, List<ColumnData<T>> columns) {
    String table =
        AsciiTable.builder()
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .lineSeparator("\n")
            .data(List.<T>copyOf(rows), columns)
            .asString();
    out.println(table);
  }

  @Override
  public <R> void one(List<Column<R>> columns, R row) {
    int width = columns.stream().mapToInt(column -> column.title().length()).max().orElse(0);
    for (Column<R> column : columns) {
      String title = String.format("%-" + (width + 2) + "s", column.title());
      String value = text(column.value().apply(row));
      String[] lines = value.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        String line = (i == 0 ? title : " ".repeat(width + 2)) + plain(lines[i]);
        out.println(line.stripTrailing());
      }
    }
  }

  @Override
  public <R> void done(String sentence, List<Column<R>> columns, R row) {
    out.println(sentence);
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(TablePrinter::text).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  /** One line; of an excerpt at most {@link #WIDEST} characters, never half of one. */
  private static String cell(Column.Fit fit, String text) {
    String line = plain(text.strip().replaceAll("\\R+", " ⏎ "));
    if (fit != Column.Fit.EXCERPT || line.codePointCount(0, line.length()) <= WIDEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)).stripTrailing() + "…";
  }

  /** Stored text must not steer the terminal. */
  private static String plain(String text) {
    return text.replace('\t', ' ').replaceAll("\\p{Cc}", "�");
  }
}
