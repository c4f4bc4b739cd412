package io.kinrow.queries.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySourcesTest {

  private static final String IMPORT = "import io.kinrow.annotation.Sql;\n";

  @TempDir private Path folder;

  private FoundQueries find(String java) throws Exception {
    Files.writeString(folder.resolve("A.java"), java);
    return QuerySources.in(List.of(folder), folder.resolve("left"), StandardCharsets.UTF_8).find();
  }

  private FoundSql literal(String literal) throws Exception {
    FoundQueries found = find(IMPORT + "interface A {\n@Sql(" + literal + ")\nvoid m();\n}");
    assertThat(found.complaints()).isEmpty();
    assertThat(found.texts()).hasSize(1);
    return found.texts().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ab\"",
        "\"a\" + \"b\"",
        "(\"a\") + (/* x */ \"b\" + \"\")",
        "value = \"ab\"",
        "\"\\141\\u0062\"",
        "\"\\uuu0061b\"",
        "\"\"\"\n  a\\\n  b\"\"\"",
        "\"\"\"\n  ab\\\n  \"\"\"",
      })
  void literalsAreRead(String literal) throws Exception {
    assertThat(literal(literal).text()).isEqualTo("ab");
  }

  @Test
  void textBlocks_loseTheirIndentation() throws Exception {
    assertThat(
            literal("\"\"\"  \n      a \\t\\s\n\n        b\\\"\\\\  \n\t \n      c\n    \"\"\"")
                .text())
        .isEqualTo("  a \t \n\n    b\"\\\n\n  c\n");
    assertThat(literal("\"\"\"\r\n  a\r\n   b\"\"\"").text()).isEqualTo("a\n b");
  }

  @Test
  void eachCharacterKnowsItsPlace() throws Exception {
    FoundSql sql = literal("\"\"\"\n\t\tselect a\n\t\t\t\\t, bad\n\t\tfrom t\"\"\"");
    int bad = sql.text().indexOf("bad");
    assertThat(sql.complaint(bad, bad + 3, "wrong").toString())
        .endsWith("A.java:5:8: wrong\n\t\t\t\\t, bad\n\t\t\t    ^^^");
  }

  @Test
  void anEndIsAPlaceToo() throws Exception {
    FoundSql sql = literal("\"ab\" + \"cd\"");
    assertThat(sql.complaint(4, 4, "more").toString())
        .endsWith("A.java:3:16: more\n@Sql(\"ab\" + \"cd\")\n               ^");
  }

  @Test
  void onlyTheAnnotationOfKinrow_isRead() throws Exception {
    String method = "interface A { @Sql(\"x\") void m(); }";
    assertThat(find("import org.other.Sql;\n" + method).texts()).isEmpty();
    assertThat(find("import io.kinrow.annotation.*;\n" + method).texts()).hasSize(1);
    assertThat(find("package io.kinrow.annotation;\n" + method).texts()).hasSize(1);
    assertThat(find("interface A { @io.kinrow.annotation.Sql(\"x\") void m(); }").texts())
        .hasSize(1);
    assertThat(find("// @Sql\n" + IMPORT + "interface A { String S = \"@Sql\"; }").texts())
        .isEmpty();
  }

  @Test
  void queriesAreFound_whereverAnnotationsCanStand() throws Exception {
    FoundQueries found =
        find(
            IMPORT
                + "class A { interface B { @Sql(\"1\") void m(); record R(int x) { interface C {"
                + " @Deprecated @Sql(\"2\") int n(); } } } void f() { Object o = new Object() {"
                + " @Sql(\"3\") void g() {} }; } }");
    assertThat(found.texts()).extracting(FoundSql::text).containsExactly("1", "2", "3");
  }

  @Test
  void constants_areRefused() throws Exception {
    FoundQueries found =
        find(IMPORT + "interface A { String S = \"x\"; @Sql(\"a\" + S + 1) void m(); }");
    assertThat(found.texts()).isEmpty();
    assertThat(found.complaints()).hasSize(2);
  }

  @Test
  void aFileThatJavacCannotRead_isLeftToJavac() throws Exception {
    assertThat(find(IMPORT + "interface A { @Sql(\"x\" void m( }").complaints()).isEmpty();
  }

  @Test
  void generatedFiles_areLeftOut() throws Exception {
    Path left = Files.createDirectories(folder.resolve("left/app"));
    Files.writeString(left.resolve("B.java"), IMPORT + "interface B { @Sql(\"x\") void m(); }");
    assertThat(
            QuerySources.in(
                    List.of(folder, folder.resolve("missing")),
                    folder.resolve("left"),
                    StandardCharsets.UTF_8)
                .find()
                .texts())
        .isEmpty();
  }

  @Test
  void sourcesHaveTheirEncoding() throws Exception {
    Files.write(
        folder.resolve("A.java"),
        (IMPORT + "interface A { @Sql(\"ß\") void m(); }").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(
            QuerySources.in(List.of(folder), folder.resolve("left"), StandardCharsets.ISO_8859_1)
                .find()
                .texts())
        .extracting(FoundSql::text)
        .containsExactly("ß");
  }
}
