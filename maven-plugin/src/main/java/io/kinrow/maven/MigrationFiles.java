package io.kinrow.maven;

import io.kinrow.migrate.settings.ScriptNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the migrations, to tell whether one changed, and to refuse a place where there are none.
 */
final class MigrationFiles {

  private static final String CLASSPATH = "classpath:";

  private final Path base;
  private final ClassLoader classPath;
  private final ScriptNames names;

  MigrationFiles(Path base, ClassLoader classPath, ScriptNames names) {
    this.base = base;
    this.classPath = classPath;
    this.names = names;
  }

  /** As Flyway wants it. */
  String location(String migrations) {
    return isOnClassPath(migrations) ? migrations : "filesystem:" + folder(migrations);
  }

  /** Contents of all files in this place, by relative path. */
  Map<String, byte[]> read(String migrations) throws IOException {
    Map<String, byte[]> files =
        isOnClassPath(migrations)
            ? readClassPath(onClassPath(migrations))
            : readFolder(folder(withoutWildcards(migrations)));
    if (files.keySet().stream().noneMatch(names::isScript)) {
      throw new GenerationException(
          "Kinrow: there are no migrations in "
              + location(migrations)
              + "; put "
              + names.migration("1", "<what it does>")
              + " there, or name another folder in <migrations>");
    }
    return files;
  }

  /** Contents of all files in a place of callbacks, which Flyway lets be missing. */
  Map<String, byte[]> callbacks(String place) throws IOException {
    if (isOnClassPath(place)) {
      return readClassPath(onClassPath(place));
    }
    Path folder = folder(withoutWildcards(place));
    return Files.isDirectory(folder) ? readTree(folder) : Map.of();
  }

  /** The code of a class on the project's class path, if it is there. */
  Map<String, byte[]> code(String type) throws IOException {
    String name = type.replace('.', '/') + ".class";
    try (InputStream code = classPath.getResourceAsStream(name)) {
      return code == null ? Map.of() : Map.of(name, code.readAllBytes());
    }
  }

  /** Which files a class path consists of. */
  static String places(ClassLoader classPath) {
    return classPath instanceof URLClassLoader loader
        ? Arrays.toString(loader.getURLs())
        : classPath.toString();
  }

  private static String onClassPath(String place) {
    return place.substring(CLASSPATH.length()).replaceFirst("^/", "");
  }

  /** All that a wildcard could find is below the folder before it. */
  private static String withoutWildcards(String migrations) {
    return migrations.replaceFirst("[^/]*[*?].*$", "");
  }

  private static boolean isOnClassPath(String migrations) {
    return migrations.startsWith(CLASSPATH);
  }

  private Path folder(String migrations) {
    return base.resolve(migrations.replaceFirst("^filesystem:", "")).normalize();
  }

  private Map<String, byte[]> readFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new GenerationException(
          "Kinrow: the migrations folder "
              + folder
              + " does not exist; name yours in <migrations>");
    }
    return readTree(folder);
  }

  private Map<String, byte[]> readClassPath(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (URL url : Collections.list(classPath.getResources(name))) {
      files.putAll(url.getProtocol().equals("jar") ? readJar(url, name) : readTree(path(url)));
    }
    return files;
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> readJar(URL url, String name) throws IOException {
    String jar = url.toString().substring("jar:".length(), url.toString().indexOf("!/"));
    try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
      return readTree(files.getPath("/" + name));
    }
  }

  private static Map<String, byte[]> readTree(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> found = Files.walk(root)) {
      found.filter(Files::isRegularFile).forEach(paths::add);
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Path path : paths) {
      files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
    return files;
  }
}
