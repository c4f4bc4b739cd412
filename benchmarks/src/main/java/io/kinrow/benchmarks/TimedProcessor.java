package io.kinrow.benchmarks;

import io.kinrow.processor.RepositoryProcessor;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Kinrow's annotation processor with a stop watch around it. javac loads it by a class loader of
 * its own, so that the figures are left in system properties.
 */
public final class TimedProcessor extends AbstractProcessor {

  private static final String CLOCK = "kinrow.benchmarks.clock";
  private static final String THREAD = "kinrow.benchmarks.thread";
  private static final String PROCESS = "kinrow.benchmarks.process";

  private final Processor timed = new RepositoryProcessor();

  /** For javac. */
  public TimedProcessor() {}

  /** Elapsed seconds, those of javac's thread, and of all threads while the processor ran. */
  static String result() {
    return String.format(
        Locale.ROOT, "%.2f\t%.2f\t%.2f", seconds(CLOCK), seconds(THREAD), seconds(PROCESS));
  }

  private static double seconds(String property) {
    return Long.getLong(property, 0L) / 1e9;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return timed.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return timed.getSupportedSourceVersion();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    timed.init(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Stopwatch watch = Stopwatch.start();
    try {
      return timed.process(annotations, round);
    } finally {
      Stopwatch.Elapsed elapsed = watch.elapsed();
      add(CLOCK, elapsed.clock());
      add(THREAD, elapsed.thread());
      add(PROCESS, elapsed.process());
    }
  }

  private static void add(String property, long nanos) {
    System.setProperty(property, String.valueOf(Long.getLong(property, 0L) + nanos));
  }
}
