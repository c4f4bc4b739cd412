package io.kinrow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that meet Java's limits: 255 parameters, of which a long is two. */
class BigSchemasTest {

  @TempDir Path folder;

  @Test
  void compiles_whenATableHas200Columns() throws IOException {
    List<Path> sources = schema(200);
    List<Path> all = process(sources);

    assertThat(Compilation.compile(all, folder).messages()).isEmpty();
  }

  @Test
  void compiles_whenATableHas100Columns() throws IOException {
    List<Path> sources = schema(100);

    assertThat(Compilation.compile(process(sources), folder).messages()).isEmpty();
  }

  private List<Path> process(List<Path> sources) throws IOException {
    Path generated = Files.createDirectory(folder.resolve("generated"));
    assertThat(Compilation.process(sources, generated).messages()).isEmpty();
    List<Path> all = new ArrayList<>(sources);
    all.addAll(Compilation.sources(generated));
    return all;
  }

  private List<Path> schema(int columns) throws IOException {
    return List.of(
        file(
            "package-info",
            "@io.kinrow.annotation.Repositories(tables = Tables.class, database = \"Big\")\n"
                + "package big;\n"),
        file(
            "Tables",
            "package big;\npublic class Tables {\n  public static final T0 T0_ = new T0();\n}\n"),
        file("T0", table(columns)));
  }

  /** A table whose second column refers to itself. */
  private static String table(int columns) {
    String facts =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    "@TableDescription.Column(name = \"c%1$d\", field = \"C%1$d\", property = \"c%1$d\"%2$s)"
                        .formatted(i, i % 3 == 2 ? ", nullable = true" : ""))
            .collect(Collectors.joining(",\n"));
    String fields =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    ("  public final TableField<Record, Long> C%1$d ="
                            + " createField(DSL.name(\"c%1$d\"), SQLDataType.BIGINT, this, \"\");\n")
                        .formatted(i))
            .collect(Collectors.joining());
    return """
        package big;

        import io.kinrow.runtime.internal.TableDescription;
        import org.jooq.Record;
        import org.jooq.TableField;
        import org.jooq.impl.DSL;
        import org.jooq.impl.SQLDataType;
        import org.jooq.impl.TableImpl;

        @TableDescription(name = "t%1$d", dialect = "SQLITE", entity = "Row%1$d", repository = "rows%1$d",
            columns = {%2$s}, primaryKey = "c0",
            references = @TableDescription.Reference(columns = "c1", table = "t%3$d",
                tableColumns = "c0", one = "other", many = "others%1$d"))
        @SuppressWarnings("this-escape")
        public class T%1$d extends TableImpl<Record> {
          private static final long serialVersionUID = 1L;
        %4$s
          public T%1$d() {
            super(DSL.name("t%1$d"));
          }
        }
        """
        .formatted(0, facts, 0, fields);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve("in").resolve("big").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
