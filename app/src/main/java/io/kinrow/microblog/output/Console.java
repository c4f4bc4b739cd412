package io.kinrow.microblog.output;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where commands write and read: UTF-8 whatever the platform's encoding is. A reader that went away
 * ({@code | head}) is no error.
 */
public final class Console {

  private final PrintWriter out;
  private final PrintWriter err;
  private final InputStream in;
  private final boolean terminal;

  private Console(PrintWriter out, PrintWriter err, InputStream in, boolean terminal) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.terminal = terminal;
  }

  /** The process's own streams. */
  public static Console system() {
    return new Console(
        writer(FileDescriptor.out, false),
        writer(FileDescriptor.err, true),
        System.in,
        isTerminal());
  }

  /** The streams of a terminal, with a person in front of it. */
  public static Console ofTerminal(InputStream in, PrintWriter out, PrintWriter err) {
    return new Console(out, err, in, true);
  }

  private static PrintWriter writer(FileDescriptor file, boolean flush) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)),
        flush);
  }

  /** From Java 22 on there is a console object without a terminal too, and a method that tells. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Standard output. */
  public PrintWriter out() {
    return out;
  }

  /** Standard error. */
  public PrintWriter err() {
    return err;
  }

  /** All of standard input as text. */
  public String read() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** One line of standard input, empty at its end. */
  public String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /** Whether a person sits there who sees progress and can answer. */
  public boolean terminal() {
    return terminal;
  }

  /** Writes out what is buffered. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
