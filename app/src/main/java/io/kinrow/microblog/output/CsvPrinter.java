package io.kinrow.microblog.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A header and a line for each row; a null is an empty field. */
final class CsvPrinter implements Printer {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final PrintWriter out;

  CsvPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public <R> void list(Listing<R> listing) {
    print(listing.columns(), listing.rows());
  }

  private <R> void print(List<Column<R>> columns, Collection<? extends R> rows) {
    try {
      CSVPrinter csv = new CSVPrinter(out, FORMAT);
      csv.printRecord(columns.stream().map(Column::name).toList());
      for (R row : rows) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(text(column.value().apply(row))));
        csv.printRecord(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : value;
  }

  @Override
  public <R> void one(List<Column<R>> columns, R row) {
    print(columns, List.of(row));
  }

  @Override
  public <R> void done(String sentence, List<Column<R>> columns, R row) {
    one(columns, row);
  }
}
