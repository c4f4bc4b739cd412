package io.kinrow.processor.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blog's tables against {@code <table class>.txt}; {@code -Dbless=true} rewrites these. */
class SampleSchemaTest {

  private static final Path MIGRATIONS = Path.of("../schema/src/main/resources/db/migration");
  private static final Path GOLDENS = Path.of("src/test/resources/io/kinrow/processor/jooq");

  private static final Map<String, String> NAMES =
      Map.of(
          "posts.user_id", "author, posts",
          "posts.reply_to_id", "replyTo, replies",
          "followers.follower_id", "follower, , following",
          "followers.followed_id", "followed, , followers");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Users", "Posts", "Followers"})
  void writesTheFactsOfTheBlog_asKept(String tableClass) throws Exception {
    String model = generate(folder).model(tableClass);

    Path golden = GOLDENS.resolve(tableClass + ".txt");
    if (Boolean.getBoolean("bless")) {
      Files.writeString(golden, model);
    }
    assertThat(model).isEqualTo(Files.readString(golden));
  }

  @Test
  void writesTheSameFiles_whenRunTwice() throws Exception {
    Map<String, String> first = generate(Files.createDirectory(folder.resolve("1"))).files();
    Map<String, String> second = generate(Files.createDirectory(folder.resolve("2"))).files();

    assertThat(second).isEqualTo(first);
    assertThat(first.toString()).doesNotContain("@Generated", folder.toString(), "2026");
  }

  @Test
  void namesJooqsPaths_likeTheNavigations() throws Exception {
    GeneratedSchema schema = generate(folder).compiles();

    assertThat(schema.source("tables/Posts")).contains("UsersPath author()", "PostsPath replies()");
    assertThat(schema.source("tables/Users"))
        .contains("PostsPath posts()", "UsersPath following()", "UsersPath followers()");
  }

  private static GeneratedSchema generate(Path folder) throws Exception {
    return GeneratedSchema.of(folder, NAMES, new Database(), migrations().toArray(String[]::new));
  }

  private static List<String> migrations() throws Exception {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      List<String> sql = new ArrayList<>();
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("V")).sorted().toList()) {
        sql.addAll(List.of(Files.readString(file).split(";\\s*\n")));
      }
      return sql;
    }
  }
}
