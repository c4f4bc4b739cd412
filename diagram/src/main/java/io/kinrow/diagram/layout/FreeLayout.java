package io.kinrow.diagram.layout;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places tables where there is nothing to keep: each group on its own, then the groups in rows, and
 * lines between groups around all tables.
 */
final class FreeLayout {

  private static final double ASPECT = 1.6;
  private static final double BETWEEN = 64;
  private static final double PADDING = 28;
  private static final double TITLE = 18;

  private FreeLayout() {}

  private record Block(String group, Placement placement, Area area) {}

  /** Places all tables of a sketch, its wires, and its groups. */
  static Placement of(Sketch sketch) {
    Map<String, Set<ErName>> members = new TreeMap<>();
    for (ErName table : sketch.tables.keySet()) {
      String group = sketch.groups.getOrDefault(table, "");
      members.computeIfAbsent(group, g -> new TreeSet<>()).add(table);
    }
    if (members.size() == 1 && members.containsKey("")) {
      Placement placement = ElkLayout.of(sketch, sketch.tables.keySet());
      SelfLoops.add(sketch, placement, sketch.tables.keySet());
      return placement;
    }
    List<Block> blocks = new ArrayList<>();
    members.forEach(
        (group, tables) -> {
          Placement placement = ElkLayout.of(sketch, tables);
          SelfLoops.add(sketch, placement, tables);
          Area area = Objects.requireNonNull(placement.extent(sketch)).grown(PADDING);
          blocks.add(
              new Block(
                  group,
                  placement,
                  new Area(area.x(), area.y() - TITLE, area.width(), area.height() + TITLE)));
        });
    Placement all = new Placement();
    inRows(blocks, all);
    List<Wire> between = new ArrayList<>(sketch.wires);
    between.removeAll(all.paths.keySet());
    new Wiring(sketch, all).lead(between);
    return all;
  }

  /** The highest ones first, so that those in a row have about the same height. */
  private static void inRows(List<Block> blocks, Placement all) {
    blocks.sort(
        Comparator.comparingDouble((Block block) -> -block.area.height())
            .thenComparing(Block::group));
    double total =
        blocks.stream()
            .mapToDouble(b -> (b.area.width() + BETWEEN) * (b.area.height() + BETWEEN))
            .sum();
    double widest = blocks.stream().mapToDouble(b -> b.area.width()).max().orElse(0);
    double most = Math.max(widest, Math.sqrt(total * ASPECT));
    double x = 0;
    double y = 0;
    double height = 0;
    for (Block block : blocks) {
      if (x > 0 && x + block.area.width() > most) {
        x = 0;
        y += height + BETWEEN;
        height = 0;
      }
      all.add(block.placement, x - block.area.x(), y - block.area.y());
      if (!block.group.isEmpty()) {
        all.groups.add(new GroupArea(block.group, block.area.at(new Point(x, y))));
      }
      x += block.area.width() + BETWEEN;
      height = Math.max(height, block.area.height());
    }
  }
}
