package io.kinrow.microblog.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON value: an array of rows, an object of rows and what follows, or one row. */
final class JsonPrinter implements Printer {

  private final PrintWriter out;

  JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private void print(Content content) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
      pretty.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
      json.setPrettyPrinter(pretty);
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
  }

  @Override
  public <R> void list(Listing<R> listing) {
    Listing.More more = listing.more();
    print(
        json -> {
          if (more == null) {
            rows(json, listing);
            return;
          }
          json.writeStartObject();
          json.writeFieldName("rows");
          rows(json, listing);
          for (Map.Entry<String, ? extends @Nullable Object> field : more.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            value(json, field.getValue());
          }
          json.writeEndObject();
        });
  }

  private static <R> void rows(JsonGenerator json, Listing<R> listing) throws IOException {
    json.writeStartArray();
    for (R row : listing.rows()) {
      row(json, listing.columns(), row);
    }
    json.writeEndArray();
  }

  private static <R> void row(JsonGenerator json, List<Column<R>> columns, R row)
      throws IOException {
    json.writeStartObject();
    for (Column<R> column : columns) {
      json.writeFieldName(column.name());
      value(json, column.value().apply(row));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      for (Object element : values) {
        value(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public <R> void one(List<Column<R>> columns, R row) {
    print(json -> row(json, columns, row));
  }

  @Override
  public <R> void done(String sentence, List<Column<R>> columns, R row) {
    one(columns, row);
  }
}
