package io.kinrow.processor.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Collects the problems of one database, and prints them once, together. */
public final class Problems {

  private final Map<String, Origin> found = new LinkedHashMap<>();

  /** Notes a problem; the same text twice is one. */
  public void report(Origin origin, Problem problem, Object... arguments) {
    found.putIfAbsent(problem.message(arguments), origin);
  }

  /** Takes over the problems that were found elsewhere. */
  public void add(Problems others) {
    others.found.forEach(found::putIfAbsent);
  }

  /** Whether there is none so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Prints all of them as compile errors. */
  public void print(Messager messager) {
    found.forEach(
        (text, origin) ->
            messager.printMessage(
                Diagnostic.Kind.ERROR,
                text,
                origin.element(),
                origin.annotation(),
                origin.value()));
    found.clear();
  }
}
