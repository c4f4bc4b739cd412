package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.diagram.options.LayoutOptions;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Names that mean something in a format mean nothing there, wherever a database may put them. */
class EscapingTest {

  private static final String LONG =
      "abcdefghijklmnopqrstuvwxyz0123456789_abcdefghijklmnopqrstuvwxy";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "]]>",
        "\" onload=\"alert(1)",
        "' onload='x",
        "&lt;b&gt;",
        "<!-- --> <![CDATA[",
        "@DATA@ $1 \\1",
        "\u0000\u0001\uFFFE\uD800 x",
        "\u202Egnp.exe",
        "🦆",
        "שלום",
        "</script>",
        "a\u2028b",
        "line\nfeed",
        LONG
      })
  void name_isText_inSvgAndHtml(String name) throws Exception {
    Diagram diagram = Diagram.of(List.of(new ErVersion("1", name, model(name))));
    Document svg = xml(diagram.draw(DiagramFormat.SVG, LayoutOptions.defaults()).text());
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    String plain =
        name.replaceAll("[\\x00\\x01\\uFFFE\\uD800\\u202E]", "\uFFFD").replace("\n", " ");
    assertThat(svg.getDocumentElement().getTextContent()).contains(plain);
    String html = diagram.draw(DiagramFormat.HTML, LayoutOptions.defaults()).text();
    assertThat(html.split("<script", -1)).hasSize(3);
    assertThat(html.split("</script", -1)).hasSize(3);
    assertThat(html).doesNotContain(" onload=\"").doesNotContain("\u2028</").endsWith("</html>\n");
    String picture = html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + 6);
    assertThat(xml(picture).getDocumentElement().getTextContent()).contains(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \" quote",
        "class",
        "style",
        "\" }\n evil",
        "%% comment",
        "#quot;",
        "{",
        "]",
        "end",
        "erDiagram",
        "'; DROP",
        "`tick`",
        "back\\slash",
        "'''",
        "//",
        "Ref",
        "[note: x]"
      })
  void name_staysInItsPlace_inMermaidAndDbml(String name) {
    Diagram diagram = Diagram.of("Names", model(name));
    String mermaid = diagram.draw(DiagramFormat.MERMAID, LayoutOptions.defaults()).text();
    assertThat(mermaid.lines()).hasSize(13);
    mermaid
        .lines()
        .skip(3)
        .forEach(line -> assertThat(line.chars().filter(c -> c == '"').count() % 2).isZero());
    String dbml = diagram.draw(DiagramFormat.DBML, LayoutOptions.defaults()).text();
    assertThat(dbml.lines()).hasSize(13);
    dbml.lines()
        .skip(1)
        .map(line -> line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`", "_"))
        .forEach(line -> assertThat(line).matches("[\\w \\[\\]{}:,.>()]*"));
  }

  private static ErModel model(String name) {
    ErColumn id = new ErColumn("id", "INTEGER", true, true, false, false, "");
    ErColumn odd = new ErColumn(name, name, false, false, true, false, "default " + name);
    ErName parent = new ErName("parent");
    ErName child = new ErName(name);
    return ErModel.of(
        List.of(
            new ErTable(parent, ErTable.Kind.TABLE, List.of(id), List.of(), ""),
            new ErTable(child, ErTable.Kind.TABLE, List.of(id, odd), List.of(), name)),
        List.of(
            new ErReference(
                name,
                child,
                List.of(name),
                parent,
                List.of("id"),
                "NO ACTION",
                "CASCADE",
                true,
                false)));
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }
}
