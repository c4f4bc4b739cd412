package io.kinrow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that all contenders return the same rows, measures them in turn and prints the table.
 * Results go to {@code target/results.tsv} as they come.
 */
public final class Run {

  /** Who is measured with what only some can do well, or where more would only take time. */
  private static final List<Contender> STREAMING =
      List.of(
          Contender.FLOOR,
          Contender.KINROW,
          Contender.JOOQ,
          Contender.SPRING,
          Contender.JDBI,
          Contender.MYBATIS,
          Contender.EBEAN,
          Contender.DOMA);

  /** Whose ratio has to be told from what the machine does otherwise. */
  private static final List<Contender> CLOSE =
      List.of(Contender.FLOOR, Contender.JOIN_FLOOR, Contender.KINROW);

  private static final List<String> OWN_SQL =
      Arrays.stream(Workload.values()).filter(Workload::isOwnSql).map(Enum::name).toList();

  private static final List<String> SMOKE =
      Stream.concat(Stream.of("GET", "GRAPH", "START", "READS"), OWN_SQL.stream()).toList();

  private final Path file;
  private final Effort effort;
  private final List<String> only;
  private final List<Contender> contenders;

  private Run(Path file, Effort effort, List<String> only, List<Contender> contenders) {
    this.file = file;
    this.effort = effort;
    this.only = only;
    this.contenders = contenders;
  }

  /**
   * Takes {@code --smoke}, {@code --publish}, {@code --only=GET,FIND,…}, {@code --sql}, {@code
   * --who=KINROW,…} or {@code --table}, which prints the table of the last results, or with {@code
   * --publish} writes it into the documentation.
   */
  public static void main(String[] arguments) throws Exception {
    Effort effort = Effort.LOOK;
    List<String> only = List.of();
    List<Contender> who = List.of(Contender.values());
    boolean measure = true;
    boolean postgres = false;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.split("=")[0]) {
        case "--smoke" -> effort = Effort.SMOKE;
        case "--publish" -> effort = Effort.PUBLISH;
        case "--only" -> only = List.of(value.split(","));
        case "--sql" -> only = OWN_SQL;
        case "--who" -> who = Arrays.stream(value.split(",")).map(Contender::valueOf).toList();
        case "--table" -> measure = false;
        case "--engine" -> postgres = value.equals("postgresql");
        default -> throw new IllegalArgumentException("unknown option " + argument);
      }
    }
    Path file = Path.of("target", postgres ? "results-postgresql.tsv" : "results.tsv");
    if (measure) {
      List<Contender> smoke = List.of(Contender.FLOOR, Contender.KINROW);
      Run run = new Run(file, effort, only, effort == Effort.SMOKE ? smoke : who);
      if (postgres) {
        try (PostgresServer server = PostgresServer.start()) {
          run.measure();
        }
      } else {
        run.measure();
      }
    }
    List<Result> results = results(file);
    Report report = new Report(results, postgres, false);
    Report ownSql = new Report(results, postgres, true);
    for (Report each : List.of(report, ownSql)) {
      System.out.print(each.isEmpty() ? "" : each.table() + "\n");
    }
    if (effort == Effort.PUBLISH) {
      Published.write(report, postgres);
      Published.writeOwnSql(ownSql, postgres);
    }
  }

  private static List<Result> results(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).map(Result::of).toList();
    }
  }

  private void measure() throws Exception {
    SameRows.check(
        effort == Effort.SMOKE ? List.of(Contender.JOIN_FLOOR, Contender.KINROW) : contenders);
    Files.writeString(file, Result.HEADER + "\n");
    if (PostgresServer.isUsed()) {
      roundTrips();
    }
    for (int round = 1; round <= effort.rounds(); round++) {
      measure(contenders, round);
    }
    List<Contender> close = contenders.stream().filter(CLOSE::contains).toList();
    for (int round = 1; round <= effort.close(); round++) {
      measure(close, effort.rounds() + round);
    }
  }

  private void measure(List<Contender> contenders, int round) throws Exception {
    for (Workload workload : Workload.values()) {
      if (wanted(workload.name())) {
        keep(new Operations(effort).run(workload, without(contenders, workload), round));
      }
    }
    processes(contenders, round);
  }

  /** Where there is a network. */
  private void roundTrips() throws IOException {
    for (Contender contender : contenders) {
      List<Workload> workloads =
          Arrays.stream(Workload.values())
              .filter(workload -> wanted(workload.name()))
              .filter(workload -> !without(List.of(contender), workload).isEmpty())
              .toList();
      keep(RoundTrips.of(contender, workloads));
    }
  }

  private void processes(List<Contender> contenders, int round) throws Exception {
    Processes processes = new Processes(effort);
    List<Contender> noJoin =
        contenders.stream().filter(contender -> contender != Contender.JOIN_FLOOR).toList();
    List<Contender> streaming = contenders.stream().filter(STREAMING::contains).toList();
    if (wanted("STREAM") && effort != Effort.SMOKE) {
      keep(processes.streams(streaming, round));
    }
    if (wanted("START")) {
      keep(processes.starts(noJoin, round));
    }
    if (wanted("READS")) {
      keep(processes.threads(noJoin, round));
    }
  }

  private boolean wanted(String workload) {
    if (only.isEmpty()) {
      return effort != Effort.SMOKE || SMOKE.contains(workload);
    }
    return only.contains(workload);
  }

  /** The joining floor differs from the other one in navigation only. */
  private static List<Contender> without(List<Contender> contenders, Workload workload) {
    boolean navigation = workload == Workload.CHILDREN || workload == Workload.PARENTS;
    return contenders.stream()
        .filter(contender -> contender.hasOwnSql() || !workload.isOwnSql())
        .filter(contender -> contender.hasManyRows() || !workload.isManyRows())
        .filter(contender -> contender.hasGraphs() || workload != Workload.GRAPH)
        .filter(contender -> navigation || contender != Contender.JOIN_FLOOR)
        .toList();
  }

  private void keep(List<Result> results) throws IOException {
    List<String> lines = new ArrayList<>();
    results.forEach(result -> lines.add(result.line()));
    Files.write(file, lines, StandardOpenOption.APPEND);
    lines.forEach(System.out::println);
  }
}
