package io.kinrow.microblog.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions whose migrations are on the class path, found without starting Flyway. */
final class KnownVersions {

  private static final String CLASS_PATH = "classpath:";
  private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?V([0-9._]+?)__.*\\.sql");

  private KnownVersions() {}

  /** The versions in locations such as {@code classpath:db/migration}. */
  static Set<String> in(List<String> locations) {
    Set<String> versions = new TreeSet<>();
    for (String location : locations) {
      versions.addAll(onClassPath(location.substring(CLASS_PATH.length())));
    }
    return versions;
  }

  private static Set<String> onClassPath(String name) {
    URL folder = KnownVersions.class.getClassLoader().getResource(name);
    if (folder == null) {
      throw new IllegalStateException("the program comes without its migrations, " + name);
    }
    try {
      return versions(folder, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> versions(URL folder, String name) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return versions(
            jar.stream()
                .map(entry -> entry.getName())
                .filter(entry -> entry.startsWith(name + "/")));
      }
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return versions(files.map(file -> String.valueOf(file.getFileName())));
    }
  }

  private static Set<String> versions(Stream<String> names) {
    return names
        .map(SCRIPT::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1).replace('_', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
