package io.kinrow.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.internal.QueryFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the facts as projects do. */
final class Compilation {

  private Compilation() {}

  static void assertCompiles(String packageName, String source) throws IOException {
    Path folder = Files.createTempDirectory("facts");
    Path file =
        Files.createDirectories(folder.resolve(packageName.replace('.', '/')))
            .resolve(QueryFacts.CLASS + ".java");
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "-Xlint:all,-processing,-classfile",
                  "-Werror",
                  "-proc:none",
                  "-d",
                  folder.toString()),
              null,
              files.getJavaFileObjects(file))
          .call();
    }
    assertThat(diagnostics.getDiagnostics()).isEmpty();
  }
}
