package io.kinrow.queries.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The sources of a project. They are parsed only, and only those that have an {@code @Sql}. */
public final class QuerySources {

  private static final String MARK = "@Sql";
  private static final String QUALIFIED = ".annotation.Sql";

  private final List<SourceLines> sources;
  private final List<SourceLines> files;

  private QuerySources(List<SourceLines> sources, List<SourceLines> files) {
    this.sources = List.copyOf(sources);
    this.files = List.copyOf(files);
  }

  /**
   * Reads the Java files in folders, and the files of named queries in another one; some may not
   * exist.
   *
   * @param left a folder whose files are left out, such as that of generated ones
   * @param sql the folder of {@code .sql} files
   */
  public static QuerySources in(List<Path> roots, Path left, Path sql, Charset encoding)
      throws IOException {
    List<SourceLines> sources = new ArrayList<>();
    for (Path root : roots) {
      for (SourceLines file : read(root, left, ".java", encoding)) {
        if (file.content().contains(MARK) || file.content().contains(QUALIFIED)) {
          sources.add(file);
        }
      }
    }
    return new QuerySources(sources, read(sql, left, ".sql", encoding));
  }

  /** Reads Java files only, like {@link #in(List, Path, Path, Charset)}. */
  public static QuerySources in(List<Path> roots, Path left, Charset encoding) throws IOException {
    return in(roots, left, left, encoding);
  }

  private static List<SourceLines> read(Path root, Path left, String ending, Charset encoding)
      throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        found
            .filter(file -> file.toString().endsWith(ending) && !file.startsWith(left))
            .filter(Files::isRegularFile)
            .forEach(files::add);
      }
    }
    List<SourceLines> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new SourceLines(file, new String(Files.readAllBytes(file), encoding)));
    }
    return sources;
  }

  /** Returns the contents of the files with declared queries, by file. */
  public Map<String, String> contents() {
    Map<String, String> contents = new LinkedHashMap<>();
    sources.forEach(source -> contents.put(source.file().toString(), source.content()));
    files.forEach(source -> contents.put(source.file().toString(), source.content()));
    return contents;
  }

  /** Returns the declared queries. A file that javac cannot read is left for javac to refuse. */
  public FoundQueries find() throws IOException {
    List<FoundSql> texts = new ArrayList<>();
    List<Complaint> complaints = new ArrayList<>();
    if (!sources.isEmpty()) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (compiler == null) {
        throw new IllegalStateException(
            "declared queries are read with the Java compiler, which this Java does not have. Run the build with a JDK");
      }
      Map<URI, SourceLines> byUri = new LinkedHashMap<>();
      sources.forEach(source -> byUri.put(source.file().toUri(), source));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  null,
                  diagnostic -> {},
                  // joined literals are told apart, so that places are those of the characters
                  List.of("-proc:none", "-XDallowStringFolding=false"),
                  null,
                  sources.stream().map(Parsed::new).toList());
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        SourceLines source = byUri.get(unit.getSourceFile().toUri());
        if (source != null) {
          unit.accept(new SqlFinder(source, unit, positions, texts, complaints), null);
        }
      }
    }
    List<QueryFile> named = new ArrayList<>();
    for (SourceLines source : files) {
      QueryFile file = new QueryFileReader(source, complaints).read();
      file.queries().forEach(query -> texts.add(query.sql()));
      if (!file.queries().isEmpty()) {
        named.add(file);
      }
    }
    return new FoundQueries(texts, named, complaints);
  }

  private static final class Parsed extends SimpleJavaFileObject {

    private final String content;

    Parsed(SourceLines source) {
      super(source.file().toUri(), Kind.SOURCE);
      this.content = source.content();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
