package io.kinrow.queries.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.queries.source.QueryFile.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryFilesTest {

  @TempDir Path folder;

  private FoundQueries find(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return QuerySources.in(List.of(), folder.resolve("left"), folder, StandardCharsets.UTF_8)
        .find();
  }

  private static String one(QueryFile file) {
    StringBuilder text = new StringBuilder(file.name());
    for (Named query : file.queries()) {
      text.append(" | ")
          .append(
              String.join(" / ", query.name(), query.result(), query.doc(), query.sql().text()));
    }
    return text.toString();
  }

  @Test
  void eachNameBeginsAQuery_andItsCommentIsForPeople() throws IOException {
    FoundQueries found =
        find(
            "blog_reports.sql",
            """
            -- Reports of the blog.

            -- name: all
            -- All users,
            -- by id.

            select * from users -- every one
            order by id;

            --name:first :one
            select 1
            """);

    assertThat(found.complaints()).isEmpty();
    assertThat(found.files().stream().map(QueryFilesTest::one))
        .containsExactly(
            "BlogReports | all / DEFAULT / All users,\nby id. /"
                + " select * from users -- every one\norder by id; | first / ONE /  / select 1");
    assertThat(found.texts()).hasSize(2);
  }

  @Test
  void linesOfWindows_areLinesAsOthers() throws IOException {
    FoundQueries found = find("a/x.sql", "-- name: all :many\r\nselect\r\n  1\r\n");

    assertThat(found.files().stream().map(QueryFilesTest::one))
        .containsExactly("X | all / MANY /  / select\n  1");
  }

  @Test
  void aQueryWithoutStatement_isEmpty_forTheCheckToRefuse() throws IOException {
    FoundQueries found = find("x.sql", "-- name: nothing\n-- name: last");

    assertThat(found.files().stream().map(QueryFilesTest::one))
        .containsExactly("X | nothing / DEFAULT /  /  | last / DEFAULT /  / ");
  }

  @Test
  void whatIsWrong_isToldWithItsPlace() throws IOException {
    FoundQueries found =
        find(
            "2.sql",
            """
            select 0;
            -- name: find all
            select 1;
            -- name: class
            select 2;
            -- name: same :mny
            select 3;
            -- name: twice
            select 4;
            -- name: twice
            select 5
            """);

    String file = folder.resolve("2.sql").toString();
    assertThat(found.complaints().stream().sorted().map(Complaint::toString))
        .containsExactlyInAnyOrder(
            file
                + ":1:1: '2' cannot be the name of an interface. Rename the file, such as reports.sql\n"
                + "select 0;\n^",
            file
                + ":1:1: this statement has no name. Begin it with a line such as -- name: findAll\n"
                + "select 0;\n^^^^^^^^^",
            file
                + ":2:15: a query cannot return 'all'. Write :one, :optional, :many, :stream, :exec, or nothing\n"
                + "-- name: find all\n              ^^^",
            file
                + ":4:10: 'class' cannot be the name of a method. Use a Java name\n"
                + "-- name: class\n         ^^^^^",
            file
                + ":6:16: a query cannot return 'mny'. Write :one, :optional, :many, :stream, :exec, or nothing\n"
                + "-- name: same :mny\n               ^^^",
            file
                + ":10:10: there are two queries named twice. Rename one of them\n"
                + "-- name: twice\n         ^^^^^");
  }
}
