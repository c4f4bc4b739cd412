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

  TablePrinter(PrintWriter out) {
    this.out = out;
  }

  private record Field(String title, String value) {}

  @Override
  public <R> void list(Listing<R> listing) {
    if (listing.rows().isEmpty()) {
      out.println(listing.whenEmpty());
    } else {
      List<ColumnData<R>> columns =
          listing.columns().stream().map(TablePrinter::<R>column).toList();
      print(listing.rows(), columns);
    }
    Listing.More more = listing.more();
    if (more != null && !more.hint().isEmpty()) {
      out.println(more.hint());
    }
  }

  private static <R> ColumnData<R> column(Column<R> column) {
    HorizontalAlign align = column.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new com.github.freva.asciitable.Column()
        .header(column.title())
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(WIDEST + 4)
        .with(row -> cut(text(column.value().apply(row))));
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

  /** One line of at most {@link #WIDEST} characters, never half of one. */
  private static String cut(String text) {
    String line = plain(text.strip().replaceAll("\\R+", " ⏎ "));
    if (line.codePointCount(0, line.length()) <= WIDEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)).stripTrailing() + "…";
  }

  /** Stored text must not steer the terminal. */
  private static String plain(String text) {
    return text.replace('\t', ' ').replaceAll("\\p{Cc}", "�");
  }
}
