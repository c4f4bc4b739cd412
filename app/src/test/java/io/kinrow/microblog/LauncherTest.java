package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./microblog}, in a copy of the repository that is built already. */
class LauncherTest {

  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void build() throws Exception {
    home = Files.createDirectories(folder.resolve("the home"));
    Path target = Files.createDirectories(home.resolve("app/target/lib")).getParent();
    Files.createDirectory(target.resolve("tmp"));
    Path source = Files.createDirectories(home.resolve("app/src")).resolve("A.java");
    Files.writeString(source, "class A {}");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(
        Path.of("../microblog"), home.resolve("microblog"), StandardCopyOption.COPY_ATTRIBUTES);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "io.kinrow.microblog.Main");
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(target.resolve("microblog.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
    Files.writeString(target.resolve("microblog.stamp"), JAVA_HOME + "/bin/java\n");
    Files.setLastModifiedTime(
        target.resolve("microblog.stamp"), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Cli.Result run(List<String> environment, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of("env", "-u", "JAVA_HOME"));
    words.addAll(environment);
    words.addAll(List.of(command));
    return Cli.process(folder, "", words);
  }

  @Test
  void runsFromAnyFolder_throughALink_withTheCallersDatabase() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("mb"), Path.of("the home", "microblog"));
    List<String> java = List.of("JAVA_HOME=" + JAVA_HOME);
    run(java, link.toString(), "db", "migrate", "--db", "my blog.db").ok();
    assertThat(folder.resolve("my blog.db")).exists();
    assertThat(run(java, link.toString(), "user", "list", "--db", "my blog.db").ok().out())
        .startsWith("No users yet.");
    run(java, link.toString(), "user", "list").refused("There is no database microblog.db");
  }

  @Test
  void takesJavaFromThePath_andTextsAsUtf8_inAnyLocale() throws Exception {
    List<String> java = List.of("PATH=" + JAVA_HOME + "/bin:/usr/bin:/bin", "LC_ALL=C", "LANG=C");
    String script = home.resolve("microblog").toString();
    run(java, script, "db", "migrate").ok();
    String greeting = "printf '%s' \"$(printf 'Gr\\303\\274\\303\\237e')\"";
    String add = "'" + script + "' user add zoe zoe@example.com --about \"$(" + greeting + ")\"";
    run(java, "bash", "-c", add).ok();
    assertThat(run(java, script, "user", "show", "zoe").ok().out()).contains("Grüße");
  }

  @Test
  void saysWhatIsMissing_whenThereIsNoJavaOrMaven() throws Exception {
    String script = home.resolve("microblog").toString();
    run(List.of("JAVA_HOME=/nowhere"), script, "stats").refused("JAVA_HOME is /nowhere", "17");
    Path bin = withoutJavaAndMaven();
    run(List.of("PATH=" + bin), script, "stats").refused("There is no java", "JDK 17");

    Files.setLastModifiedTime(
        home.resolve("app/src/A.java"), FileTime.from(Instant.now().plusSeconds(120)));
    run(List.of("PATH=" + bin, "JAVA_HOME=" + JAVA_HOME), script, "stats")
        .refused("There is no mvn", "Maven 3.8");
  }

  @Test
  void getsPostgresql_whenItIsNamedForTheFirstTime() throws Exception {
    String script = home.resolve("microblog").toString();
    List<String> java = List.of("PATH=" + withoutJavaAndMaven(), "JAVA_HOME=" + JAVA_HOME);
    run(java, script, "post", "add", "me", "I like postgresql://").refused("no database");
    for (String[] named :
        List.of(
            new String[] {"demo", "--engine", "postgresql"},
            new String[] {"demo", "--engine=PostgreSQL"},
            new String[] {"--db", "jdbc:postgresql://localhost:1/x", "stats"},
            new String[] {"stats", "--db=postgresql://localhost:1/x"})) {
      List<String> command = new ArrayList<>(List.of(script));
      command.addAll(List.of(named));
      run(java, command.toArray(String[]::new)).refused("There is no mvn");
    }

    Path programs = Path.of("target/postgresql").toAbsolutePath();
    Files.createSymbolicLink(home.resolve("app/target/postgresql"), programs);
    assertThat(run(java, script, "demo", "--engine", "postgresql").ok().out())
        .contains("[1] insert into \"users\"")
        .endsWith("19 statements in all.\n");
    run(java, script, "stats", "--db", "jdbc:postgresql://localhost:1/x")
        .refused("cannot be reached");
  }

  private Path withoutJavaAndMaven() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool :
        List.of(
            "sh",
            "env",
            "dirname",
            "readlink",
            "uname",
            "find",
            "head",
            "sed",
            "mkdir",
            "rm",
            "flock",
            "unshare",
            "true")) {
      Path found = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
    }
    return bin;
  }
}
