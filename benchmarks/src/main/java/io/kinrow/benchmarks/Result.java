package io.kinrow.benchmarks;

import java.util.Locale;

/**
 * One measurement.
 *
 * @param workload what was done
 * @param contender who did it
 * @param round in which round, from 1
 * @param clock elapsed microseconds per operation
 * @param processor microseconds an operation of the working thread's processor time
 * @param bytes bytes an operation allocated, or 0 where that was not measured
 */
record Result(
    String workload, Contender contender, int round, double clock, double processor, double bytes) {

  static final String HEADER = "workload\tcontender\tround\tclock us\tprocessor us\tbytes";

  /** As a line of the file of results. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%d\t%.4f\t%.4f\t%.0f",
        workload,
        contender,
        round,
        clock,
        processor,
        bytes);
  }

  static Result of(String line) {
    String[] cells = line.split("\t");
    return new Result(
        cells[0],
        Contender.valueOf(cells[1]),
        Integer.parseInt(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]));
  }
}
