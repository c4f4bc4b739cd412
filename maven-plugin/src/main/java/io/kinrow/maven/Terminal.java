package io.kinrow.maven;

import java.io.Console;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The terminal that Maven runs in. */
final class Terminal {

  private Terminal() {}

  /** Returns how to ask a question that is answered by yes or no, or null without a terminal. */
  @SuppressWarnings("SystemConsoleNull") // isTerminal tells
  static @Nullable Predicate<String> asking() {
    Console console = System.console();
    return console == null || !isTerminal(console)
        ? null
        : question -> isYes(console.readLine("%s [y/N] ", question));
  }

  private static boolean isYes(@Nullable String answer) {
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }

  /** Since Java 22 there may be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
