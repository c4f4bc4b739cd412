package io.kinrow.microblog;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tests start the command line: the class path of the tests, its folders packed as jars so that
 * Java can map an archive of the classes, as {@code ./microblog} does. Halves the time of the
 * tests.
 */
final class Jvm {

  private static final Path FOLDER = folder();
  private static final String CLASS_PATH = classPath();
  private static final List<String> COMMAND = archived();

  private Jvm() {}

  static List<String> command() {
    return new ArrayList<>(COMMAND);
  }

  private static Path folder() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Path folder = Files.createTempDirectory(target, "jvm").toAbsolutePath();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(File file) {
    File[] children = file.listFiles();
    if (children != null) {
      for (File child : children) {
        delete(child);
      }
    }
    if (!file.delete()) {
      file.deleteOnExit();
    }
  }

  private static String classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    List<String> jars = new ArrayList<>();
    for (String entry : entries) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        jars.add(pack(path, FOLDER.resolve(jars.size() + ".jar")).toString());
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path pack(Path folder, Path jar) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.filter(p -> !p.equals(folder)).sorted().toList()) {
        String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(path);
        out.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(path, out);
        }
        out.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> plain(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    if (Runtime.version().feature() >= 24) {
      // which the JDK's own archive of classes was not made for, and says so
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xlog:cds*=off:stderr"));
    }
    command.addAll(List.of(options));
    command.add("-Dmicroblog.postgresql=" + Path.of("target/postgresql").toAbsolutePath());
    command.addAll(List.of("-cp", CLASS_PATH, "io.kinrow.microblog.Main"));
    return command;
  }

  private static List<String> archived() {
    Path archive = FOLDER.resolve("classes.jsa");
    List<String> demo = plain("-XX:ArchiveClassesAtExit=" + archive);
    demo.add("demo");
    try {
      Cli.process(FOLDER, "", demo);
    } catch (Exception e) {
      throw new IllegalStateException(demo.stream().collect(Collectors.joining(" ")), e);
    }
    return Files.exists(archive) ? plain("-XX:SharedArchiveFile=" + archive) : plain();
  }
}
