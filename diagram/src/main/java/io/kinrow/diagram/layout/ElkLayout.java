package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places tables and lines with ELK's layered algorithm: parents on the left, their children on the
 * right, as few crossings as it finds. Lines from a table to itself are left out: ELK places them
 * by the hash codes of objects, which differ from one run of a program to the next.
 */
final class ElkLayout {

  private static final double ROOM_ASPECT = 1.6;

  private final Sketch sketch;
  private final Set<ErName> tables;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<ErName, ElkNode> nodes = new HashMap<>();
  private final Map<List<Object>, ElkPort> ports = new HashMap<>();
  private final Map<Wire, ElkEdge> edges = new LinkedHashMap<>();

  private ElkLayout(Sketch sketch, Set<ErName> tables) {
    this.sketch = sketch;
    this.tables = tables;
  }

  /** Places some tables of a sketch, and the wires among them. */
  static Placement of(Sketch sketch, Set<ErName> tables) {
    ElkLayout layout = new ElkLayout(sketch, tables);
    layout.build();
    new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
    Placement placement = new Placement();
    layout.read(placement);
    return placement;
  }

  private void build() {
    options(root);
    root.setProperty(CoreOptions.ASPECT_RATIO, ROOM_ASPECT);
    root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 36.0);
    sketch.tables.forEach(
        (name, box) -> {
          if (tables.contains(name)) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(box.width() + sketch.stubWidth(box), box.height());
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.put(name, node);
          }
        });
    for (Wire wire : sketch.wires) {
      boolean isOwn = wire.parent().equals(wire.child()); // see SelfLoops
      if (!isOwn && tables.contains(wire.parent()) && tables.contains(wire.child())) {
        ElkPort parent = port(wire.parent(), wire.parentEnd(), PortSide.EAST);
        ElkPort child = port(wire.child(), wire.childEnd(), PortSide.WEST);
        edges.put(wire, ElkGraphUtil.createSimpleEdge(parent, child));
      }
    }
  }

  private static void options(ElkNode node) {
    node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    node.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    node.setProperty(CoreOptions.SPACING_NODE_NODE, 32.0);
    node.setProperty(CoreOptions.SPACING_EDGE_NODE, 18.0);
    node.setProperty(CoreOptions.SPACING_EDGE_EDGE, 10.0);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 64.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 34.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
  }

  private ElkPort port(ErName table, double height, PortSide side) {
    return ports.computeIfAbsent(
        List.of(table, height, side),
        key -> {
          ElkNode node = Objects.requireNonNull(nodes.get(table));
          ElkPort port = ElkGraphUtil.createPort(node);
          port.setProperty(CoreOptions.PORT_SIDE, side);
          port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, height);
          return port;
        });
  }

  private void read(Placement placement) {
    nodes.forEach(
        (name, node) -> {
          double stub = sketch.stubWidth(sketch.table(name));
          placement.corners.put(name, new Point(node.getX() + stub, node.getY()));
        });
    edges.forEach((wire, edge) -> placement.paths.put(wire, path(wire, edge)));
  }

  /** The path of an edge, with a last piece past the stubs of the child. */
  private List<Point> path(Wire wire, ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(bend.getX(), bend.getY()));
      }
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    double stub = sketch.stubWidth(sketch.table(wire.child()));
    if (stub > 0) {
      points.add(points.get(points.size() - 1).plus(stub, 0));
    }
    return Placement.simplified(points);
  }
}
