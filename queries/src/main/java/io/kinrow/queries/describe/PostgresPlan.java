package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a plan of PostgreSQL tells of the columns of its result. */
final class PostgresPlan {

  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\w$\\x80-\\uFFFF]+)";
  private static final Pattern COLUMN = Pattern.compile("(?:" + NAME + "\\.)?" + NAME);

  /** Nodes that put rows of several sources together. */
  private static final Set<String> MIXING =
      Set.of("Append", "Merge Append", "SetOp", "Recursive Union", "MixedAggregate");

  private static final Set<String> JOINS = Set.of("Nested Loop", "Hash Join", "Merge Join");

  private final Map<String, ColumnOrigin> tables = new HashMap<>();
  private final Map<String, String> optional = new HashMap<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<String> nodes = new HashSet<>();
  private final List<String> output = new ArrayList<>();
  private boolean mixes;

  private PostgresPlan() {}

  /** Reads the XML of EXPLAIN. */
  static PostgresPlan of(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      PostgresPlan plan = new PostgresPlan();
      Element top = child(child(root, "Query"), "Plan");
      if (top != null) {
        plan.output.addAll(texts(child(top, "Output")));
        plan.read(top, null);
      }
      return plan;
    } catch (Exception e) {
      throw new IllegalStateException("the plan of PostgreSQL cannot be read: " + xml, e);
    }
  }

  private void read(Element node, @Nullable String join) {
    String type = text(node, "Node-Type");
    nodes.add(type);
    mixes |=
        MIXING.contains(type)
            || child(node, "Grouping-Sets") != null
            || text(node, "Strategy").equals("Mixed");
    String alias = text(node, "Alias");
    String table = text(node, "Relation-Name");
    if (!alias.isEmpty()) {
      aliases.add(alias);
      if (!table.isEmpty()) {
        tables.put(alias, new ColumnOrigin(text(node, "Schema"), table, ""));
      }
      if (join != null) {
        optional.put(alias, join);
      }
    }
    String kind = text(node, "Join-Type");
    for (Element child : children(child(node, "Plans"))) {
      read(child, isOptional(kind, text(child, "Parent-Relationship")) ? kind : join);
    }
  }

  /** Whether rows of a side of a join may be missing. */
  private static boolean isOptional(String join, String side) {
    return switch (join) {
      case "Left", "Anti" -> side.equals("Inner");
      case "Right", "Right Anti" -> side.equals("Outer");
      case "Full" -> side.equals("Inner") || side.equals("Outer");
      default -> false;
    };
  }

  /** The column of a table that a column of the result is, unchanged. */
  Optional<ColumnOrigin> column(int index) {
    if (mixes || index >= output.size()) {
      return Optional.empty();
    }
    return reference(index)
        .flatMap(
            name ->
                Optional.ofNullable(tables.get(name[0]))
                    .map(table -> new ColumnOrigin(table.schema(), table.table(), name[1])));
  }

  /** Whether rows of the table that a column is of may be missing. */
  boolean isOptional(int index) {
    return reference(index).filter(name -> optional.containsKey(name[0])).isPresent();
  }

  /**
   * A name without a table's is written where there is one table, but also for tables that the
   * planner has found to have no rows, of which only their side of a join is left.
   */
  private Optional<String[]> reference(int index) {
    Matcher matcher = COLUMN.matcher(index < output.size() ? output.get(index) : "");
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String column = unquoted(matcher.group(2));
    if (matcher.group(1) != null) {
      return Optional.of(new String[] {unquoted(matcher.group(1)), column});
    }
    return aliases.size() == 1 && Collections.disjoint(nodes, JOINS)
        ? Optional.of(new String[] {aliases.iterator().next(), column})
        : Optional.empty();
  }

  boolean mixes() {
    return mixes;
  }

  boolean writes() {
    return nodes.contains("ModifyTable") || nodes.contains("LockRows");
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.getTextContent();
  }

  private static @Nullable Element child(@Nullable Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<String> texts(@Nullable Element parent) {
    return children(parent).stream().map(Node::getTextContent).toList();
  }

  private static List<Element> children(@Nullable Element parent) {
    List<Element> children = new ArrayList<>();
    if (parent != null) {
      NodeList nodes = parent.getChildNodes();
      for (int i = 0; i < nodes.getLength(); i++) {
        if (nodes.item(i) instanceof Element element) {
          children.add(element);
        }
      }
    }
    return children;
  }
}
