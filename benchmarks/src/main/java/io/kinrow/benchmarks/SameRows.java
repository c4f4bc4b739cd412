package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Checksum;
import io.kinrow.benchmarks.peer.ManyRows;
import io.kinrow.benchmarks.peer.OwnSql;
import io.kinrow.benchmarks.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Proves that contenders return the same rows, column by column, and leave the same rows behind.
 */
public final class SameRows {

  private static final String OWN_SQL = "own SQL: ";
  private static final String MANY_ROWS = "many rows: ";
  private static final String GRAPHS = "graphs: ";

  private SameRows() {}

  /** A line for each kind of work, with a checksum over all that a contender returned. */
  public static List<String> of(Contender contender) {
    try (BlogDatabase database = BlogDatabase.copy(BlogDatabase.POSTS)) {
      List<String> lines = new ArrayList<>();
      try (Peer<?, ?> peer = contender.open(database)) {
        reads(peer, lines);
        if (contender.hasOwnSql()) {
          lines.add(OWN_SQL + ownSql(peer.ownSql().orElseThrow()));
        }
        writes(peer, lines);
        if (contender.hasManyRows()) {
          lines.add(MANY_ROWS + manyRows(peer));
        }
        if (contender.hasGraphs()) {
          lines.add(GRAPHS + graphs(peer));
        }
      }
      lines.add("stored: " + stored(database));
      return lines;
    }
  }

  private static <U, P> void reads(Peer<U, P> peer, List<String> lines) {
    Checksum single = new Checksum();
    for (int id = 1; id <= 50; id++) {
      peer.addUser(peer.user(id), single);
      peer.addUser(peer.userNamed(BlogRows.nickname(id)), single);
      peer.addUser(peer.userWhere(BlogRows.email(id % 7 == 0 ? 1 : id), 2019), single);
    }
    lines.add("single rows: " + single);
    Checksum list = new Checksum();
    peer.users(501, 1_500).forEach(user -> peer.addUser(user, list));
    lines.add("range: " + list);
    Checksum children = new Checksum();
    peer.postsOf(
        301,
        500,
        (user, post) -> {
          peer.addUser(user, children);
          peer.addPost(post, children);
        });
    lines.add("children: " + children);
    Checksum parents = new Checksum();
    peer.authorsOf(
        4_001,
        5_000,
        (post, user) -> {
          peer.addPost(post, parents);
          peer.addUser(user, parents);
        });
    lines.add("parents: " + parents);
    Checksum pages = new Checksum();
    peer.page(150, Workload.PAGE).forEach(post -> peer.addPost(post, pages));
    var next = peer.pages(Workload.PAGE);
    for (int page = 0; page < 3; page++) {
      next.get().forEach(post -> peer.addPost(post, pages));
    }
    lines.add("pages: " + pages);
    Checksum stream = new Checksum();
    peer.stream(post -> peer.addPost(post, stream));
    lines.add("stream: " + stream);
  }

  private static Checksum ownSql(OwnSql sql) {
    Checksum sum = new Checksum();
    addTexts(sql.lines(2_001, 3_000), sum);
    addTexts(sql.writers(301, 500), sum);
    addTexts(sql.texts(List.of(5L, 99_000L, 4L, 7L, 100_001L)), sum);
    for (int user = 1; user <= 50; user++) {
      sum.add(sql.posts(user));
    }
    return sum;
  }

  private static <U> Checksum manyRows(Peer<U, ?> peer) {
    ManyRows<U> many = peer.manyRows().orElseThrow();
    Checksum sum = new Checksum();
    many.update(peer.users(1_001, 1_500), "one of many");
    peer.users(1_000, 1_501).forEach(user -> peer.addUser(user, sum));
    many.upsert(Fixture.people(50)).forEach(user -> peer.addUser(user, sum));
    sum.add(many.follow(7, List.of(1L, 2L, 7L))).add(many.follow(7, List.of(2L, 3L)));
    return sum.add(many.unfollowAll(7)).add(many.unfollowAll(7));
  }

  private static <U, P> Checksum graphs(Peer<U, P> peer) {
    Checksum sum = new Checksum();
    BiConsumer<U, P> each =
        (user, post) -> {
          peer.addUser(user, sum);
          peer.addPost(post, sum);
        };
    peer.graphs().orElseThrow().insert(Fixture.writers(1, Fixture.newPosts(100)), each);
    peer.postsOf(BlogDatabase.USERS + 1, BlogDatabase.USERS + 1_000, each);
    return sum;
  }

  private static void addTexts(List<?> rows, Checksum sum) {
    rows.forEach(row -> sum.add(row.toString()));
  }

  private static <U, P> void writes(Peer<U, P> peer, List<String> lines) {
    Checksum inserted = new Checksum();
    var posts = Fixture.newPosts(300);
    posts.subList(0, 10).forEach(post -> peer.addPost(peer.insert(post), inserted));
    peer.insertAll(posts.subList(10, 150));
    peer.insertReturning(posts.subList(150, 300)).forEach(post -> peer.addPost(post, inserted));
    lines.add("inserted: " + inserted);
    peer.delete(peer.insert(posts.get(0)));
    peer.update(peer.user(77), "changed");
    Checksum updated = new Checksum();
    peer.addUser(peer.user(77), updated);
    lines.add("updated: " + updated);
  }

  /** By SQL, so that the ways to write a time do not matter. */
  private static String stored(BlogDatabase database) {
    String sql =
        "select count(*) || ' ' || sum(user_id) || ' ' || sum(length(body)) || ' '"
            + " || count(distinct substr(replace(cast(created_at as varchar(40)), 'T', ' '), 1, 19))"
            + " || (select ' ' || count(*) from users where about_me = 'changed')"
            + " from posts where id > "
            + BlogDatabase.POSTS
            + " and user_id <= "
            + BlogDatabase.USERS;
    try (var connection = database.administer();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Compares all contenders with the floor.
   *
   * @throws IllegalStateException if one of them returned or stored other rows
   */
  public static void check(List<Contender> contenders) {
    List<String> expected = of(Contender.FLOOR);
    for (Contender contender : contenders) {
      List<String> actual = of(contender);
      if (!actual.equals(expected.stream().filter(line -> does(contender, line)).toList())) {
        throw new IllegalStateException(
            contender.title() + " does not do the same:\n" + actual + "\nas JDBC:\n" + expected);
      }
    }
  }

  private static boolean does(Contender contender, String line) {
    return (contender.hasOwnSql() || !line.startsWith(OWN_SQL))
        && (contender.hasManyRows() || !line.startsWith(MANY_ROWS))
        && (contender.hasGraphs() || !line.startsWith(GRAPHS));
  }

  /** Checks those named, or all. */
  public static void main(String[] names) {
    List<Contender> contenders = new ArrayList<>();
    for (String name : names) {
      contenders.add(Contender.valueOf(name));
    }
    check(contenders.isEmpty() ? List.of(Contender.values()) : contenders);
    of(Contender.FLOOR).forEach(System.out::println);
  }
}
