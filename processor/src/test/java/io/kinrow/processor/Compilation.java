package io.kinrow.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac on folders of sources, with or without our processor. */
final class Compilation {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private Compilation() {}

  /** Errors and warnings as {@code file:line: text}, or without a place. */
  record Result(boolean success, List<String> messages) {}

  /** Runs only the processor. */
  static Result process(Collection<Path> sources, Path generated, String... classpath) {
    return run(
        sources,
        List.of(new RepositoryProcessor()),
        List.of("-proc:only", "-s", generated.toString()),
        classpath);
  }

  /** Compiles without any processor and with all warnings as errors. */
  static Result compile(Collection<Path> sources, Path classes) {
    return run(
        sources,
        List.of(),
        List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()));
  }

  private static Result run(
      Collection<Path> sources,
      List<RepositoryProcessor> processors,
      List<String> options,
      String... classpath) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        JAVAC.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(options);
      List<String> entries = new ArrayList<>(List.of(classpath));
      entries.add(System.getProperty("java.class.path"));
      Collections.addAll(all, "--release", "17", "-encoding", "UTF-8", "-Xmaxerrs", "1000");
      Collections.addAll(all, "-cp", String.join(System.getProperty("path.separator"), entries));
      StringWriter out = new StringWriter();
      JavaCompiler.CompilationTask task =
          JAVAC.getTask(
              out, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources));
      task.setLocale(Locale.ROOT);
      task.setProcessors(processors);
      boolean success = task.call();
      return new Result(
          success, diagnostics.getDiagnostics().stream().map(Compilation::text).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String message = diagnostic.getMessage(Locale.ROOT);
    if (source == null) {
      return message;
    }
    String file = Path.of(source.toUri()).getFileName().toString();
    return file + ":" + diagnostic.getLineNumber() + ": " + message;
  }

  static List<Path> sources(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of a folder's sources by path. */
  static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : sources(folder)) {
      try {
        String name = folder.relativize(file).toString().replace('\\', '/');
        texts.put(name, Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
