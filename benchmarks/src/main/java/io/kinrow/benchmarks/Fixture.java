package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Graphs;
import io.kinrow.benchmarks.peer.ManyRows;
import io.kinrow.benchmarks.peer.NewPost;
import io.kinrow.benchmarks.peer.OwnSql;
import io.kinrow.benchmarks.peer.Peer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A contender on its own copy of the database, and the values that workloads feed it: the same ones
 * in the same order for each contender. For one thread.
 */
public final class Fixture<U, P> implements AutoCloseable {

  static final int BULK = 1_000;

  private final BlogDatabase database;
  private final Peer<U, P> peer;
  private final List<U> users;
  private final List<NewPost> bulk = newPosts(BULK);
  private final Supplier<List<P>> pages;
  private final @Nullable OwnSql ownSql;
  private final @Nullable ManyRows<U> manyRows;
  private final @Nullable Graphs<U, P> graphs;
  private final List<ManyRows.Person> people = people(BULK);
  private final List<Long> followed = LongStream.rangeClosed(1, BULK).boxed().toList();
  private int calls;
  private int graph;

  private Fixture(BlogDatabase database, Peer<U, P> peer) {
    this.database = database;
    this.peer = peer;
    this.users = peer.users(1, 1_000);
    this.ownSql = peer.ownSql().orElse(null);
    this.manyRows = peer.manyRows().orElse(null);
    this.graphs = peer.graphs().orElse(null);
    this.pages = peer.pages(Workload.PAGE);
  }

  /** Opens a contender. */
  public static Fixture<?, ?> open(Contender contender) {
    BlogDatabase database = BlogDatabase.copy(BlogDatabase.POSTS);
    return of(database, contender.open(database));
  }

  private static <U, P> Fixture<U, P> of(BlogDatabase database, Peer<U, P> peer) {
    return new Fixture<>(database, peer);
  }

  static List<NewPost> newPosts(int count) {
    List<NewPost> posts = new ArrayList<>();
    LocalDateTime start = LocalDateTime.of(2026, 1, 1, 12, 0);
    for (int i = 0; i < count; i++) {
      LocalDateTime time = start.plusSeconds(i);
      posts.add(new NewPost("A new post, number " + i, time, i % BlogDatabase.USERS + 1));
    }
    return posts;
  }

  /** Users that are there, with other texts. */
  static List<ManyRows.Person> people(int count) {
    List<ManyRows.Person> people = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      people.add(
          new ManyRows.Person(BlogRows.nickname(id), BlogRows.email(id), "about number " + id));
    }
    return people;
  }

  Peer<U, P> peer() {
    return peer;
  }

  /** Statements of one's own: only of contenders that have them. */
  OwnSql ownSql() {
    return Objects.requireNonNull(ownSql);
  }

  /** Writes of many rows: only of contenders that have them. */
  ManyRows<U> manyRows() {
    return Objects.requireNonNull(manyRows);
  }

  /** Inserts of users with their posts: only of contenders that have them. */
  Graphs<U, P> graphs() {
    return Objects.requireNonNull(graphs);
  }

  /** Users who are not there yet, each with ten posts. */
  List<Graphs.Writer> writers() {
    graph++;
    return writers(graph, bulk);
  }

  static List<Graphs.Writer> writers(int graph, List<NewPost> posts) {
    List<Graphs.Writer> writers = new ArrayList<>();
    for (int from = 0; from + 10 <= posts.size(); from += 10) {
      String name = "writer " + graph + "." + from;
      writers.add(new Graphs.Writer(name, name + "@example.com", posts.subList(from, from + 10)));
    }
    return writers;
  }

  List<U> someUsers() {
    return users;
  }

  List<ManyRows.Person> people() {
    return people;
  }

  List<Long> followed() {
    return followed;
  }

  List<NewPost> bulk() {
    return bulk;
  }

  Supplier<List<P>> pages() {
    return pages;
  }

  /** Numbers from 1 to a limit that jump about. */
  int next(int limit) {
    calls++;
    return (int) (calls * 7_368_787L % limit) + 1;
  }

  /** Keys of posts, in no order. */
  List<Long> somePosts(int count) {
    List<Long> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ids.add((long) next(BlogDatabase.POSTS));
    }
    return ids;
  }

  U someUser() {
    return users.get(next(users.size()) - 1);
  }

  NewPost newPost() {
    return bulk.get(next(BULK) - 1);
  }

  /** Deletes what was inserted, so that the next iteration begins as this one did. */
  void cleanUp() {
    try (var connection = database.administer();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from posts where id > " + BlogDatabase.POSTS);
      statement.executeUpdate("delete from users where id > " + BlogDatabase.USERS);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("cannot delete the inserted posts", e);
    }
  }

  @Override
  public void close() {
    peer.close();
    database.close();
  }
}
