package io.kinrow.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The table: times and bytes in relation to the floor of the same round, the median over the
 * rounds. The floor of navigation is the better of its two forms.
 */
final class Report {

  /** A line of the table. */
  private record Line(String id, String title, double time, double bytes) {}

  private static final Set<Contender> BEST_KNOWN =
      Set.of(
          Contender.KINROW,
          Contender.JOOQ,
          Contender.SPRING,
          Contender.EBEAN,
          Contender.DOMA,
          Contender.HIBERNATE);

  private final List<Result> results;
  private final boolean postgres;
  private final List<Line> lines;

  /**
   * @param postgres whether they were measured on PostgreSQL
   * @param ownSql whether it tells of the work with statements of one's own, or of all other work
   */
  Report(List<Result> results, boolean postgres, boolean ownSql) {
    this.results = results;
    this.postgres = postgres;
    this.lines = new ArrayList<>(operations(postgres, ownSql));
    if (!ownSql) {
      lines.addAll(processes());
    }
  }

  private static List<Line> operations(boolean postgres, boolean ownSql) {
    List<Line> lines = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      if (workload.isOwnSql() == ownSql) {
        double time = postgres ? workload.timeOnPostgres() : workload.time();
        lines.add(new Line(workload.name(), workload.title(), time, workload.bytes()));
      }
    }
    return lines;
  }

  private static List<Line> processes() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("STREAM", "stream 1,000,000 rows", 1.1, 0));
    lines.add(new Line("START", "fresh JVM, open, get, exit", 1.5, 0));
    lines.add(new Line("READS", "2 threads read while 1 writes: a read", 1.11, 0));
    lines.add(new Line("WRITES", "2 threads read while 1 writes: a write", 1.11, 0));
    return lines;
  }

  /** Whether nothing of it was measured. */
  boolean isEmpty() {
    return lines.stream().noneMatch(line -> has(line.id(), Contender.FLOOR));
  }

  /** Everything, in Markdown. */
  String table() {
    List<String> heads = new ArrayList<>(List.of("work", "JDBC", "goal"));
    for (Contender peer : peers()) {
      heads.add(title(peer));
      if (peer == Contender.KINROW) {
        if (postgres) {
          heads.addAll(List.of("Kinrow, elapsed", "round trips (JDBC)"));
        }
        heads.add("Kinrow, bytes");
      }
    }
    return markdown(
        heads,
        line -> {
          List<String> cells = new ArrayList<>(List.of(micros(line), "≤ " + ratio(line.time())));
          for (Contender peer : peers()) {
            cells.add(time(line, peer));
            if (peer == Contender.KINROW) {
              if (postgres) {
                cells.add(elapsed(line));
                cells.add(trips(line));
              }
              cells.add(bytes(line));
            }
          }
          return cells;
        });
  }

  /** The times of the best known ones, in Markdown. */
  String summary() {
    List<Contender> peers = peers().stream().filter(BEST_KNOWN::contains).toList();
    List<String> heads = new ArrayList<>(List.of("work", "JDBC by hand"));
    peers.forEach(peer -> heads.add(title(peer)));
    return markdown(
        heads,
        line -> {
          List<String> cells = new ArrayList<>(List.of("1"));
          peers.forEach(peer -> cells.add(time(line, peer)));
          return cells;
        });
  }

  private String markdown(List<String> heads, Function<Line, List<String>> cells) {
    StringBuilder table = new StringBuilder(row(heads));
    table.append("|---|").append("--:|".repeat(heads.size() - 1)).append('\n');
    for (Line line : lines) {
      if (has(line.id(), Contender.FLOOR)) {
        List<String> row = new ArrayList<>(List.of(line.title()));
        row.addAll(cells.apply(line));
        table.append(row(row));
      }
    }
    return table.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String title(Contender peer) {
    return peer == Contender.KINROW ? "**Kinrow**" : peer.title();
  }

  private List<Contender> peers() {
    Set<Contender> peers = new TreeSet<>();
    for (Contender contender : Contender.values()) {
      if (lines.stream().anyMatch(line -> has(line.id(), contender))) {
        peers.add(contender);
      }
    }
    peers.remove(Contender.FLOOR);
    peers.remove(Contender.JOIN_FLOOR);
    return List.copyOf(peers);
  }

  private String time(Line line, Contender peer) {
    if (!has(line.id(), peer)) {
      return "–";
    }
    String time = ratio(time(line.id(), peer));
    return peer == Contender.KINROW ? "**" + time + "**" : time;
  }

  private String elapsed(Line line) {
    return ratio(
        median(
            rounds().stream()
                .mapToDouble(
                    round ->
                        one(line.id(), Contender.KINROW, round).clock()
                            / fastest(line.id(), round, Result::clock))
                .toArray()));
  }

  private String trips(Line line) {
    String id = RoundTrips.name(line.id());
    return has(id, Contender.FLOOR)
        ? trips(one(id, Contender.KINROW, 1)) + " (" + trips(one(id, Contender.FLOOR, 1)) + ")"
        : "–";
  }

  private static String trips(Result counted) {
    return String.format(Locale.ROOT, counted.clock() % 1 == 0 ? "%.0f" : "%.1f", counted.clock());
  }

  private String bytes(Line line) {
    double bytes = bytes(line.id(), Contender.KINROW);
    String goal = line.bytes() > 0 ? " (≤ " + ratio(line.bytes()) + ")" : "";
    return bytes > 0 ? ratio(bytes) + goal : "–";
  }

  private boolean has(String id, Contender contender) {
    return results.stream()
        .anyMatch(result -> result.workload().equals(id) && result.contender() == contender);
  }

  private String micros(Line line) {
    double micros =
        median(rounds().stream().mapToDouble(round -> floor(line.id(), round)).toArray());
    if (micros >= 10_000) {
      return String.format(Locale.ROOT, "%.0f ms", micros / 1_000);
    }
    return String.format(Locale.ROOT, micros < 100 ? "%.1f µs" : "%.0f µs", micros);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 9.95 ? "%.2f" : "%.0f", ratio);
  }

  /** A contender's processor time in relation to the floor's. */
  double time(String id, Contender contender) {
    return median(
        rounds().stream()
            .mapToDouble(round -> one(id, contender, round).processor() / floor(id, round))
            .toArray());
  }

  /** A contender's bytes in relation to the floor's. */
  double bytes(String id, Contender contender) {
    return median(
        rounds().stream()
            .mapToDouble(
                round ->
                    one(id, contender, round).bytes() / one(id, Contender.FLOOR, round).bytes())
            .filter(Double::isFinite)
            .toArray());
  }

  private Set<Integer> rounds() {
    Set<Integer> rounds = new TreeSet<>();
    results.forEach(result -> rounds.add(result.round()));
    return rounds;
  }

  private double floor(String id, int round) {
    return fastest(id, round, Result::processor);
  }

  private double fastest(String id, int round, ToDoubleFunction<Result> time) {
    double floor = time.applyAsDouble(one(id, Contender.FLOOR, round));
    return has(id, Contender.JOIN_FLOOR)
        ? Math.min(floor, time.applyAsDouble(one(id, Contender.JOIN_FLOOR, round)))
        : floor;
  }

  private Result one(String id, Contender contender, int round) {
    return results.stream()
        .filter(
            result ->
                result.workload().equals(id)
                    && result.contender() == contender
                    && result.round() == round)
        .findFirst()
        .orElse(new Result(id, contender, round, Double.NaN, Double.NaN, Double.NaN));
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
