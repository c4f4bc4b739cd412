package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameFilesTest {

  /** What a user of jooq-codegen-maven writes in {@code <configuration>}. */
  private static final String CONFIGURATION =
      """
      <configuration xmlns="http://www.jooq.org/xsd/jooq-codegen-3.19.0.xsd">
        <jdbc>
          <url>%s</url>
        </jdbc>
        <generator>
          <name>io.kinrow.processor.jooq.KinrowGenerator</name>
          <database>
            <name>io.kinrow.processor.jooq.SqliteDatabase</name>
            <properties>
              <property>
                <key>kinrow.names.posts.user_id</key>
                <value>author, posts</value>
              </property>
              <property>
                <key>kinrow.names.followers.follower_id</key>
                <value>follower, , following</value>
              </property>
            </properties>
          </database>
          <target>
            <packageName>app.db</packageName>
            <directory>%s</directory>
          </target>
        </generator>
      </configuration>
      """;

  @TempDir private Path folder;

  @Test
  void writesTheSameFiles_whenJooqsOwnToolRunsOurGenerator() throws Exception {
    Project project =
        new Project(folder)
            .migrations(
                Path.of("../schema/src/main/resources/db/migration").toAbsolutePath().toString())
            .names(
                """
                # names of our own
                posts.user_id = author, posts

                followers.follower_id = follower, , following
                """);
    project.generate();
    Path output = folder.resolve("plain");

    GenerationTool.generate(
        CONFIGURATION.formatted("jdbc:sqlite:" + project.scratchFile(), output));

    assertThat(project.files()).hasSize(11).isEqualTo(Project.files(output));
  }
}
