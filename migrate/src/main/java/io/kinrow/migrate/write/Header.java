package io.kinrow.migrate.write;

import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.compare.Difference.Change;
import io.kinrow.migrate.plan.Keepers;
import io.kinrow.migrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comments at the head of a script: what it does, and what cannot be undone. */
final class Header {

  private Header() {}

  static String migration(List<Difference> differences, Plan up) {
    return comment(differences.stream().map(Difference::toString).toList())
        + warning(up, "-- Its undo cannot bring back:")
        + comment(up.notes())
        + kept(up)
        + "\n";
  }

  static String undo(Plan up, Plan down) {
    String dropped =
        down.differences().stream()
            .filter(difference -> difference.change() == Change.DROPPED)
            .filter(d -> d.type().equals("table") || d.type().equals("column"))
            .map(Difference::object)
            .collect(Collectors.joining(", "));
    return "-- Undoes the migration of this version.\n"
        + (dropped.isEmpty()
            ? ""
            : "-- Drops, with everything written to it: " + oneLine(dropped) + "\n")
        + warning(up, "-- It cannot bring back:")
        + comment(down.notes())
        + "\n";
  }

  private static String kept(Plan up) {
    return comment(
        up.parkings().stream()
            .filter(parking -> !parking.whole())
            .map(Keepers::new)
            .flatMap(keepers -> Stream.of(keepers.promise(), keepers.release()))
            .toList());
  }

  private static String warning(Plan up, String heading) {
    return up.losses().isEmpty()
        ? ""
        : heading
            + "\n"
            + up.losses().stream()
                .map(loss -> "--   " + oneLine(loss) + "\n")
                .collect(Collectors.joining());
  }

  private static String comment(List<String> lines) {
    return lines.stream().map(line -> "-- " + oneLine(line) + "\n").collect(Collectors.joining());
  }

  /** A name may hold a line feed, after which it would be no comment any more. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]", " ");
  }
}
