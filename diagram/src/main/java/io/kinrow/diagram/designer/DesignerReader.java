package io.kinrow.diagram.designer;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML that WWW SQL Designer saves. Documents with a document type are refused. */
public final class DesignerReader {

  private final String origin;
  private final List<String> problems = new ArrayList<>();

  private DesignerReader(String origin) {
    this.origin = origin;
  }

  /**
   * Returns the schema in a file.
   *
   * @param origin the file's name, for messages
   * @throws RefusedException if it is not XML, or not that of WWW SQL Designer
   */
  public static DesignerSchema read(byte[] bytes, String origin) {
    return new DesignerReader(origin).read(bytes);
  }

  private DesignerSchema read(byte[] bytes) {
    Element root = root(bytes);
    if (!root.getTagName().equals("sql")) {
      throw RefusedException.because(
          "%s is not a file of WWW SQL Designer: it begins with <%s>, not with <sql>"
              .formatted(origin, root.getTagName()));
    }
    String database = "";
    Map<Path, String> carried = new LinkedHashMap<>();
    LayoutFile places = null;
    for (Element types : children(root, "datatypes")) {
      database = types.getAttribute("db");
      for (Element child : children(types, null)) {
        boolean ours = DesignerWriter.NAMESPACE.equals(child.getNamespaceURI());
        if (ours && child.getLocalName().equals("desired")) {
          carried.put(file(child), carried(child).text());
        } else if (ours && child.getLocalName().equals("layout")) {
          places = LayoutFile.parse(child.getTextContent(), origin);
        }
      }
    }
    List<DesignerTable> tables = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (Element table : children(root, "table")) {
      DesignerTable read = table(table);
      tables.add(read);
      if (!names.add(new Name(read.name()))) {
        problems.add(origin + ": there are two tables " + read.name() + "; rename one of them");
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return new DesignerSchema(database, tables, carried, places);
  }

  private Path file(Element carried) {
    try {
      Path file = Path.of(carried.getAttribute("file"));
      if (file.isAbsolute() || file.normalize().startsWith("..") || file.toString().isEmpty()) {
        throw RefusedException.because(
            "%s: the schema that it carries is of the file \"%s\", which is outside the project"
                .formatted(origin, file));
      }
      return file;
    } catch (InvalidPathException e) {
      throw RefusedException.because(origin + ": " + e.getMessage());
    }
  }

  private static CarriedSql carried(Element element) {
    return new CarriedSql(element.getAttribute("eol"), element.getTextContent());
  }

  private Element root(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new ByteArrayInputStream(bytes))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw RefusedException.because(
          "%s is not XML that can be read (%s). Open it in WWW SQL Designer and save it again; names must not contain & or <"
              .formatted(origin, String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private DesignerTable table(Element table) {
    String name = name(table, "table");
    List<DesignerColumn> columns = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (Element row : children(table, "row")) {
      DesignerColumn column = column(row, name);
      columns.add(column);
      if (!names.add(new Name(column.name()))) {
        problems.add(
            "%s: there are two columns %s.%s; rename one of them"
                .formatted(origin, name, column.name()));
      }
    }
    if (columns.isEmpty()) {
      problems.add(origin + ": the table " + name + " has no columns; add one, or remove it");
    }
    List<DesignerKey> keys = new ArrayList<>();
    for (Element key : children(table, "key")) {
      keys.add(key(key, name, names));
    }
    if (keys.stream().filter(key -> key.kind() == DesignerKey.Kind.PRIMARY).count() > 1) {
      problems.add(origin + ": the table " + name + " has two primary keys; remove one");
    }
    keys.removeIf(key -> key.columns().isEmpty());
    return new DesignerTable(
        name,
        number(table, "x"),
        number(table, "y"),
        columns,
        keys,
        text(table, "comment").strip());
  }

  private DesignerColumn column(Element row, String table) {
    String name = name(row, "column of " + table);
    String value = text(row, "default").strip();
    List<DesignerColumn.Relation> relations = new ArrayList<>();
    for (Element relation : children(row, "relation")) {
      relations.add(
          new DesignerColumn.Relation(
              relation.getAttribute("table"), relation.getAttribute("row")));
    }
    return new DesignerColumn(
        name,
        text(row, "datatype").strip(),
        row.getAttribute("null").equals("1"),
        row.getAttribute("autoincrement").equals("1"),
        value.isEmpty() || value.equalsIgnoreCase("NULL") ? null : value,
        relations,
        text(row, "comment").strip());
  }

  private DesignerKey key(Element key, String table, Set<Name> columns) {
    List<String> parts = new ArrayList<>();
    for (Element part : children(key, "part")) {
      parts.add(part.getTextContent());
      if (!columns.contains(new Name(part.getTextContent()))) {
        problems.add(
            "%s: a key of %s is over %s, which is not a column of it"
                .formatted(origin, table, part.getTextContent()));
      }
    }
    String type = key.getAttribute("type");
    return new DesignerKey(
        kind(type, table).orElse(DesignerKey.Kind.INDEX), key.getAttribute("name"), parts);
  }

  private Optional<DesignerKey.Kind> kind(String type, String table) {
    try {
      return Optional.of(DesignerKey.Kind.valueOf(type.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      problems.add(
          "%s: a key of %s has the type \"%s\"; known are PRIMARY, UNIQUE, INDEX and FULLTEXT"
              .formatted(origin, table, type));
      return Optional.empty();
    }
  }

  private String name(Element element, String what) {
    String name = element.getAttribute("name");
    if (name.isBlank()) {
      problems.add(origin + ": a " + what + " has no name");
    }
    return name;
  }

  private static int number(Element element, String attribute) {
    try {
      return (int) Double.parseDouble(element.getAttribute(attribute));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String text(Element element, String child) {
    List<Element> found = children(element, child);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static List<Element> children(Element parent, @Nullable String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && (name == null || element.getTagName().equals(name))) {
        children.add(element);
      }
    }
    return children;
  }
}
