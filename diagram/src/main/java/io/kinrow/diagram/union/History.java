package io.kinrow.diagram.union;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.model.Versions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The picture of all that was in any version, each part with the versions that it was in. */
public final class History {

  private final List<ErVersion> versions;

  private History(List<ErVersion> versions) {
    this.versions = versions;
  }

  /** Returns the picture. */
  public static Picture union(String title, List<ErVersion> versions) {
    History history = new History(versions);
    return new Picture(title, history.tables(), history.references(), false);
  }

  private List<PictureTable> tables() {
    Map<ErName, BitSet> present = new TreeMap<>();
    Map<ErName, List<ErTable>> shapes = new TreeMap<>();
    for (int at = 0; at < versions.size(); at++) {
      for (ErTable table : versions.get(at).model().tables()) {
        present.computeIfAbsent(table.name(), n -> new BitSet()).set(at);
        shapes.computeIfAbsent(table.name(), n -> new ArrayList<>()).add(table);
      }
    }
    List<PictureTable> tables = new ArrayList<>();
    shapes.forEach(
        (name, all) -> {
          BitSet at = Objects.requireNonNull(present.get(name));
          tables.add(
              new PictureTable(
                  all.get(all.size() - 1), Mark.SAME, null, rows(all, at), Versions.of(at)));
        });
    return tables;
  }

  /** One place for each name; what was in one place at different times is in it several times. */
  private static List<PictureColumn> rows(List<ErTable> shapes, BitSet present) {
    List<String> places = new ArrayList<>();
    for (int i = shapes.size() - 1; i >= 0; i--) {
      int place = 0;
      for (ErColumn column : shapes.get(i).columns()) {
        int known = places.indexOf(column.name());
        if (known >= 0) {
          place = known + 1;
        } else {
          places.add(place++, column.name());
        }
      }
    }
    Map<ErColumn, BitSet> variants = new LinkedHashMap<>();
    int shape = 0;
    for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
      for (ErColumn column : shapes.get(shape).columns()) {
        variants.computeIfAbsent(column, c -> new BitSet()).set(at);
      }
      shape++;
    }
    List<PictureColumn> rows = new ArrayList<>();
    for (int slot = 0; slot < places.size(); slot++) {
      for (Map.Entry<ErColumn, BitSet> variant : variants.entrySet()) {
        if (variant.getKey().name().equals(places.get(slot))) {
          rows.add(
              new PictureColumn(
                  variant.getKey(), Mark.SAME, null, slot, Versions.of(variant.getValue())));
        }
      }
    }
    return rows;
  }

  private List<PictureReference> references() {
    Map<ErReference, BitSet> exact = new LinkedHashMap<>();
    for (int at = 0; at < versions.size(); at++) {
      for (ErReference reference : versions.get(at).model().references()) {
        exact.computeIfAbsent(reference, r -> new BitSet()).set(at);
      }
    }
    List<PictureReference> references = new ArrayList<>();
    exact.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                references.add(
                    new PictureReference(
                        entry.getKey(), Mark.SAME, null, Versions.of(entry.getValue()))));
    return references;
  }
}
