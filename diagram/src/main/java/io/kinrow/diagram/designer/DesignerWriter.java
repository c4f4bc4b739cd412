package io.kinrow.diagram.designer;

import io.kinrow.diagram.designer.DesignerTypes.Offered;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML that WWW SQL Designer opens. */
public final class DesignerWriter {

  /** The namespace of what Kinrow carries in the file; the page keeps all of its list of types. */
  static final String NAMESPACE = "urn:kinrow:designer:1";

  private final DesignerSchema schema;
  private final XMLStreamWriter xml;

  private DesignerWriter(DesignerSchema schema, XMLStreamWriter xml) {
    this.schema = schema;
    this.xml = xml;
  }

  /** Returns the text of the file. */
  public static String text(DesignerSchema schema) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new DesignerWriter(schema, xml).write();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The file cannot be written: " + e.getMessage(), e);
    }
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeCharacters("\n");
    start("sql");
    types();
    for (DesignerTable table : schema.tables()) {
      table(table);
    }
    end();
    xml.writeEndDocument();
  }

  private void types() throws XMLStreamException {
    xml.writeStartElement("datatypes");
    xml.writeAttribute("db", schema.database());
    xml.writeCharacters("\n");
    List<Offered> used = DesignerTypes.inUse(schema.tables());
    if (!used.isEmpty()) {
      group("Kinrow", "rgb(238,238,170)", used);
    }
    group("More types", "rgb(200,255,200)", DesignerTypes.usual(schema.database(), used));
    for (Map.Entry<Path, String> file : schema.carried().entrySet()) {
      CarriedSql carried = CarriedSql.of(file.getValue());
      carried("desired");
      xml.writeAttribute("file", file.getKey().toString().replace('\\', '/'));
      xml.writeAttribute("eol", carried.lineEnds());
      xml.writeCharacters(carried.content());
      end();
    }
    if (schema.carriesSql()) {
      carried("layout");
      xml.writeCharacters(places().toString());
      end();
    }
    end();
  }

  private void carried(String name) throws XMLStreamException {
    xml.setPrefix("k", NAMESPACE);
    xml.writeStartElement("k", name, NAMESPACE);
    xml.writeNamespace("k", NAMESPACE);
  }

  private LayoutFile places() {
    Map<ErName, Point> places = new TreeMap<>();
    for (DesignerTable table : schema.tables()) {
      places.put(new ErName(table.name()), new Point(table.x(), table.y()));
    }
    return LayoutFile.of(places);
  }

  private void group(String label, String colour, List<Offered> types) throws XMLStreamException {
    xml.writeStartElement("group");
    xml.writeAttribute("label", label);
    xml.writeAttribute("color", colour);
    xml.writeCharacters("\n");
    for (Offered type : types) {
      xml.writeEmptyElement("type");
      xml.writeAttribute("label", type.label());
      xml.writeAttribute("length", "1");
      xml.writeAttribute("sql", type.sql());
      xml.writeAttribute("quote", type.quote());
      xml.writeCharacters("\n");
    }
    end();
  }

  private void table(DesignerTable table) throws XMLStreamException {
    xml.writeStartElement("table");
    xml.writeAttribute("x", String.valueOf(table.x()));
    xml.writeAttribute("y", String.valueOf(table.y()));
    xml.writeAttribute("name", table.name());
    xml.writeCharacters("\n");
    for (DesignerColumn column : table.columns()) {
      column(column);
    }
    for (DesignerKey key : table.keys()) {
      xml.writeStartElement("key");
      xml.writeAttribute("type", key.kind().name());
      xml.writeAttribute("name", key.name());
      xml.writeCharacters("\n");
      for (String part : key.columns()) {
        element("part", part);
      }
      end();
    }
    comment(table.comment());
    end();
  }

  private void column(DesignerColumn column) throws XMLStreamException {
    xml.writeStartElement("row");
    xml.writeAttribute("name", column.name());
    xml.writeAttribute("null", column.nullable() ? "1" : "0");
    xml.writeAttribute("autoincrement", column.autoincrement() ? "1" : "0");
    xml.writeCharacters("\n");
    element("datatype", column.type());
    if (column.defaultValue() != null) {
      element("default", column.defaultValue());
    }
    for (DesignerColumn.Relation relation : column.relations()) {
      xml.writeEmptyElement("relation");
      xml.writeAttribute("table", relation.table());
      xml.writeAttribute("row", relation.column());
      xml.writeCharacters("\n");
    }
    comment(column.comment());
    end();
  }

  private void comment(String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      element("comment", text);
    }
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters("\n");
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    end();
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }
}
