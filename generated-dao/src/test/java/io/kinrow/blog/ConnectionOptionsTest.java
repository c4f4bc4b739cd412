package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

/** What a database is opened with, apart from its URL. */
class ConnectionOptionsTest {

  private final TemporaryBlog file = new TemporaryBlog();

  @AfterEach
  void delete() {
    file.close();
  }

  @Test
  void connections_areAtMostSoMany_andWaitedForAtMostSoLong() {
    try (Blog blog =
        Blog.open(
            file.url(), options -> options.connections(2).waitAtMost(Duration.ofMillis(50)))) {
      List<Stream<User>> streams = new ArrayList<>();
      try {
        streams.add(blog.users().stream());
        streams.add(blog.users().stream());
        assertThatThrownBy(() -> blog.users().count())
            .isInstanceOf(DataAccessException.class)
            .hasMessage(
                "all 2 connections were in use for PT0.05S: close streams and transactions, or open"
                    + " the database with more connections");
        streams.remove(1).close();
        assertThat(blog.users().count()).isZero();
      } finally {
        streams.forEach(Stream::close);
      }
    }
  }

  @Test
  void aDatabaseInMemory_hasOneConnection() {
    assertThatThrownBy(() -> Blog.open("jdbc:sqlite::memory:", options -> options.connections(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "connections(2): jdbc:sqlite::memory: is in memory, where each connection would have a"
                + " database of its own; leave the option out");
    Blog.open("jdbc:sqlite::memory:", options -> options.connections(1)).close();
  }

  @Test
  void properties_winOverWhatKinrowSets() {
    try (Blog blog = Blog.open(file.url(), options -> options.property("foreign_keys", "false"))) {
      assertThat(blog.dsl().fetchValue("pragma foreign_keys")).isEqualTo(0);
    }
    try (Blog blog = Blog.open(file.url())) {
      assertThat(blog.dsl().fetchValue("pragma foreign_keys")).isEqualTo(1);
    }
  }

  @Test
  void aDataSource_staysOpen() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(file.url());
    try (Blog blog = Blog.open(source)) {
      blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
      assertThat(blog.users().findByNickname("susan")).isPresent();
    }
    source.getConnection().close();
  }

  @Test
  void aDataSourceWithoutAConnection_isRefused() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:/no/such/folder/blog.db");
    assertThatThrownBy(() -> Blog.open(source))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith("the DataSource has no connection: ");
  }
}
