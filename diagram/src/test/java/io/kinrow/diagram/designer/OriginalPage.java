package io.kinrow.diagram.designer;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the page of WWW SQL Designer 2.7 does with its XML, with its faults: what it does not know
 * is lost, a type that it does not know is the first one, names are not escaped everywhere.
 */
final class OriginalPage {

  /** A column on the page. */
  static final class Row {
    String name = "";
    int type;
    String size = "";
    @Nullable String def;
    boolean nll = true;
    boolean ai;
    String comment = "";
    final List<String[]> relations = new ArrayList<>();
  }

  /** A key on the page. */
  static final class Key {
    String type = "INDEX";
    String name = "";
    final List<Row> rows = new ArrayList<>();
  }

  /** A table on the page. */
  static final class Table {
    String name = "";
    int x;
    int y;
    String comment = "";
    final List<Row> rows = new ArrayList<>();
    final List<Key> keys = new ArrayList<>();

    Row row(String wanted) {
      return rows.stream().filter(row -> row.name.equals(wanted)).findFirst().orElseThrow();
    }
  }

  private static final Pattern TYPE = Pattern.compile("^([^(]+)(\\((.*)\\))?.*$");

  final List<Table> tables = new ArrayList<>();
  private final Element types;

  private OriginalPage(Element types) {
    this.types = types;
  }

  static OriginalPage load(String xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element root = document.getDocumentElement();
    OriginalPage page = new OriginalPage(elements(root, "datatypes").get(0));
    for (Element node : elements(root, "table")) {
      page.tables.add(page.table(node));
    }
    return page;
  }

  Table table(String wanted) {
    return tables.stream().filter(table -> table.name.equals(wanted)).findFirst().orElseThrow();
  }

  /** The page renames in its relations too, because they know rows and not names. */
  void renameTable(String from, String to) {
    table(from).name = to;
    tables.forEach(
        t ->
            t.rows.forEach(
                row ->
                    row.relations.stream().filter(r -> r[0].equals(from)).forEach(r -> r[0] = to)));
  }

  void renameRow(String table, String from, String to) {
    table(table).row(from).name = to;
    tables.forEach(
        t ->
            t.rows.forEach(
                row ->
                    row.relations.stream()
                        .filter(r -> r[0].equals(table) && r[1].equals(from))
                        .forEach(r -> r[1] = to)));
  }

  void removeTable(String name) {
    tables.remove(table(name));
    tables.forEach(t -> t.rows.forEach(row -> row.relations.removeIf(r -> r[0].equals(name))));
  }

  void removeRow(String table, String name) {
    Table owner = table(table);
    Row row = owner.row(name);
    owner.rows.remove(row);
    owner.keys.forEach(key -> key.rows.remove(row));
    tables.forEach(
        t ->
            t.rows.forEach(
                r -> r.relations.removeIf(e -> e[0].equals(table) && e[1].equals(name))));
  }

  /** A new table has a column and a key, as on the page. */
  Table addTable(String name, int x, int y) {
    Table table = new Table();
    table.name = name;
    table.x = x;
    table.y = y;
    Row id = addRow(table, "id", types().get(0).getAttribute("sql"));
    id.ai = true;
    id.nll = false;
    Key key = new Key();
    key.type = "PRIMARY";
    key.rows.add(id);
    table.keys.add(key);
    tables.add(table);
    return table;
  }

  Row addRow(Table table, String name, String type) {
    Row row = new Row();
    row.name = name;
    setType(row, type);
    table.rows.add(row);
    return row;
  }

  private Table table(Element node) {
    Table table = new Table();
    table.name = node.getAttribute("name");
    table.x = Integer.parseInt(node.getAttribute("x"));
    table.y = Integer.parseInt(node.getAttribute("y"));
    elements(node, "row").forEach(row -> table.rows.add(row(row)));
    for (Element element : elements(node, "key")) {
      Key key = new Key();
      key.type = element.getAttribute("type");
      key.name = element.getAttribute("name");
      elements(element, "part")
          .forEach(part -> key.rows.add(table.row(part.getFirstChild().getNodeValue())));
      table.keys.add(key);
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals("comment") && child.getFirstChild() != null) {
        table.comment = child.getFirstChild().getNodeValue();
      }
    }
    return table;
  }

  private Row row(Element node) {
    Row row = new Row();
    row.name = node.getAttribute("name");
    row.nll = node.getAttribute("null").equals("1");
    row.ai = node.getAttribute("autoincrement").equals("1");
    row.comment = first(node, "comment");
    setType(row, first(node, "datatype"));
    String def = first(node, "default");
    if (!def.isEmpty()) {
      String quote = types().get(row.type).getAttribute("quote");
      Matcher quoted = Pattern.compile("^" + quote + "(.*)" + quote + "$").matcher(def);
      row.def = !quote.isEmpty() && quoted.matches() ? quoted.group(1) : def;
    }
    if (row.nll && row.def != null && row.def.equalsIgnoreCase("null")) {
      row.def = null;
    }
    if (!row.nll && row.def == null) {
      row.def = "";
    }
    for (Element relation : elements(node, "relation")) {
      row.relations.add(
          new String[] {relation.getAttribute("table"), relation.getAttribute("row")});
    }
    return row;
  }

  private void setType(Row row, String text) {
    Matcher parts = TYPE.matcher(text);
    row.type = 0;
    row.size = "";
    if (!text.isEmpty() && parts.matches()) {
      String size = parts.group(3);
      row.size = size == null ? "" : size;
      List<Element> all = types();
      for (int i = 0; i < all.size(); i++) {
        String re = all.get(i).getAttribute("re");
        if (all.get(i).getAttribute("sql").equals(parts.group(1))
            || (!re.isEmpty() && Pattern.compile(re).matcher(parts.group(1)).find())) {
          row.type = i;
        }
      }
    }
  }

  String save() throws Exception {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="utf-8" ?>
            <!-- SQL XML created by WWW SQL Designer, https://github.com/ondras/wwwsqldesigner/ -->
            <!-- Active URL: file:///index.html -->
            <sql>
            """);
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter datatypes = new StringWriter();
    transformer.transform(new DOMSource(types), new StreamResult(datatypes));
    xml.append(datatypes);
    tables.forEach(table -> save(table, xml));
    return xml.append("</sql>\n").toString();
  }

  private void save(Table table, StringBuilder xml) {
    xml.append("<table x=\"%d\" y=\"%d\" name=\"".formatted(table.x, table.y));
    xml.append(table.name.replace("\"", "&quot;")).append("\">\n");
    table.rows.forEach(row -> save(row, xml));
    for (Key key : table.keys) {
      xml.append("<key type=\"" + key.type + "\" name=\"" + key.name + "\">\n");
      key.rows.forEach(row -> xml.append("<part>" + row.name + "</part>\n"));
      xml.append("</key>\n");
    }
    if (!table.comment.isEmpty()) {
      xml.append("<comment>" + escape(table.comment) + "</comment>\n");
    }
    xml.append("</table>\n");
  }

  private void save(Row row, StringBuilder xml) {
    xml.append("<row name=\"" + row.name.replace("\"", "&quot;") + "\" null=\"");
    xml.append(row.nll ? "1" : "0").append("\" autoincrement=\"" + (row.ai ? "1" : "0") + "\">\n");
    Element type = types().get(row.type);
    String size = row.size.isEmpty() ? "" : "(" + row.size + ")";
    xml.append("<datatype>" + type.getAttribute("sql") + size + "</datatype>\n");
    String def = row.def;
    if (def == null || !def.isEmpty()) {
      String quote = type.getAttribute("quote");
      String text =
          def == null ? "NULL" : def.equals("CURRENT_TIMESTAMP") ? def : quote + def + quote;
      xml.append("<default>" + escape(text) + "</default>");
    }
    for (String[] relation : row.relations) {
      boolean there =
          tables.stream()
              .anyMatch(
                  t ->
                      t.name.equals(relation[0])
                          && t.rows.stream().anyMatch(r -> r.name.equals(relation[1])));
      if (there) {
        xml.append("<relation table=\"" + relation[0] + "\" row=\"" + relation[1] + "\" />\n");
      }
    }
    if (!row.comment.isEmpty()) {
      xml.append("<comment>" + escape(row.comment) + "</comment>\n");
    }
    xml.append("</row>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;");
  }

  private List<Element> types() {
    return elements(types, "type");
  }

  private static String first(Element node, String name) {
    List<Element> found = elements(node, name);
    return found.isEmpty() || found.get(0).getFirstChild() == null
        ? ""
        : found.get(0).getFirstChild().getNodeValue();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
