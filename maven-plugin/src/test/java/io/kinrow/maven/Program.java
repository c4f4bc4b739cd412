package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What a user builds from migrations: jOOQ's classes, the entities and repositories of package
 * {@code app} with the facade {@code App}, and a program against them, each compiled with all
 * warnings as errors.
 */
final class Program {

  private static final String PACKAGE =
      """
      @Repositories(tables = Tables.class, database = "App")
      package app;

      import app.db.Tables;
      import io.kinrow.annotation.Repositories;
      """;

  private final Path base;
  private final Project project;
  private String declaration = PACKAGE;

  /** A program over migrations that are elsewhere, or in {@code base} as the project has them. */
  Program(Path base, Project project) {
    this.base = base;
    this.project = project;
  }

  /** A file with {@code @Repositories} to be used in place of the usual one. */
  Program declaration(Path file) throws IOException {
    declaration = Files.readString(file);
    return this;
  }

  /** Adds the classes of package {@code app} in a folder, if there is one. */
  Program with(Path classes) throws IOException {
    if (Files.exists(classes)) {
      for (Path file : javaFiles(classes)) {
        Path copy = base.resolve("app").resolve(file.getFileName());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return this;
  }

  /** Migrates, generates, and compiles all that is generated, whose SQL must be jOOQ's. */
  Program build() throws Exception {
    project.generate();
    Path info = base.resolve("app/package-info.java");
    Files.createDirectories(info.getParent());
    Files.writeString(info, declaration);
    List<Path> sources = javaFiles(info.getParent()); // and what a case adds to it
    sources.addAll(javaFiles(project.output()));
    Path generated = Files.createDirectories(base.resolve("generated"));
    List<Processor> ours = List.of(ServiceLoader.load(Processor.class).iterator().next());
    refuse(javac(sources, ours, "-s", generated.toString()));
    assertThat(new BakedTexts(classes()).wrong()).isEmpty();
    return this;
  }

  /** Compiles a program against what was generated; returns javac's errors and warnings. */
  List<String> compile(Path source) throws IOException {
    return javac(List.of(source), List.of(), "-proc:none");
  }

  /** Compiles the program {@code Check} and runs it on a copy of the migrated database. */
  void run(Path source) throws Exception {
    Path file = base.resolve("app.db");
    Files.copy(project.scratchFile(), file);
    run(source, "jdbc:sqlite:" + file);
  }

  /** Compiles the program {@code Check} and runs it on a database that has the migrated schema. */
  void run(Path source, String url) throws Exception {
    refuse(compile(source));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes().toUri().toURL()}, Program.class.getClassLoader())) {
      loader.loadClass("Check").getMethod("run", String.class).invoke(null, url);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  Path classes() {
    return base.resolve("classes");
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new AssertionError("javac says\n" + String.join("\n", problems));
    }
  }

  private List<String> javac(List<Path> sources, List<Processor> processors, String... more)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter said = new StringWriter();
    String classes = Files.createDirectories(classes()).toString();
    String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
    List<String> options = new ArrayList<>(List.of(more));
    Collections.addAll(options, "--release", "17", "-encoding", "UTF-8", "-parameters");
    Collections.addAll(options, "-Xlint:all,-processing", "-Werror");
    Collections.addAll(options, "-d", classes, "-cp", classPath);
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      task.setLocale(Locale.ROOT);
      if (!task.call() && diagnostics.getDiagnostics().isEmpty()) {
        return List.of(said.toString()); // as if its stack is too small
      }
    }
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(Program::text)
        .toList();
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    JavaFileObject source = diagnostic.getSource();
    if (source == null) {
      return message;
    }
    return Path.of(source.toUri()).getFileName()
        + ":"
        + diagnostic.getLineNumber()
        + ": "
        + message;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
