package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.POSTGRESQL;
import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates, upserts and deletions of many rows, and how many statements they take. */
@OnBothEngines
class ManyAtOnceTest {

  private final BlogEngine engine;
  private final BothPaths paths;

  ManyAtOnceTest(BlogEngine engine) {
    this.engine = engine;
    paths = new BothPaths(engine);
  }

  @AfterEach
  void close() {
    paths.close();
  }

  private static List<User> users(Blog blog, int count) {
    return blog.users()
        .insertAll(numbers(count), (u, n) -> u.nickname("n" + n).email(n + "@example.com"));
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<String> nicknames(Collection<User> users) {
    return users.stream().map(User::nickname).toList();
  }

  /**
   * Statements of a call that has one for each row on SQLite, and for all of them on PostgreSQL.
   */
  private int each(int rows) {
    return engine == SQLITE ? rows : 1;
  }

  // Deletions --------------------------------------------------------------------------------

  @Test
  void deleteAll_andDeleteByKeys_takeOneStatement_andCount() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 1_200);
          List<Long> keys = users.stream().map(User::id).toList();
          assertStatements(
              blog,
              1,
              () -> assertThat(blog.users().deleteAll(users.subList(0, 700))).isEqualTo(700));
          assertStatements(
              blog,
              1,
              () -> assertThat(blog.users().deleteByKeys(keys.subList(600, 1_100))).isEqualTo(400));
          assertThat(blog.users().count()).isEqualTo(100);
          assertThat(blog.users().deleteAll(Collections.nCopies(3, users.get(1_100)))).isEqualTo(1);
          assertThat(blog.users().deleteByKeys(List.of(-1L, -1L))).isZero();
          assertThat(blog.users().count()).isEqualTo(99);
        });
  }

  @Test
  void deletionsOfNothing_deleteNothing() {
    paths.run(
        blog -> {
          User susan = users(blog, 1).get(0);
          assertStatements(
              blog,
              0,
              () -> {
                assertThat(blog.users().deleteAll(List.of())).isZero();
                assertThat(blog.users().deleteByKeys(List.of())).isZero();
                assertThatThrownBy(() -> blog.users().deleteAll(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "deleteAll of users: the collection is null; to delete all rows, call"
                            + " deleteAll()");
                assertThatThrownBy(() -> blog.users().deleteByKeys(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("deleteByKeys of users: the collection of keys is null");
                assertThatThrownBy(() -> blog.users().deleteAll(Arrays.asList(susan, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("deleteAll of users: entity 2 is null");
                assertThatThrownBy(() -> blog.users().deleteByKeys(Arrays.asList(1L, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the key is null");
              });
          assertThat(blog.users().all()).containsExactly(susan);
        });
  }

  @Test
  void compositeKeys_areDeletedByOneStatement() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 4);
          User first = users.get(0);
          List<Follower> followers =
              blog.followers().insertAll(users, (f, user) -> f.follower(user).followed(first));
          assertStatements(
              blog,
              1,
              () -> assertThat(blog.followers().deleteAll(followers.subList(0, 2))).isEqualTo(2));
          Follower third = followers.get(2);
          assertStatements(
              blog,
              1,
              () ->
                  assertThat(
                          blog.followers()
                              .deleteByKeys(
                                  List.of(
                                      third.key(),
                                      third.key(),
                                      new Follower.Key(third.followedId(), third.followerId()))))
                      .isEqualTo(1));
          assertThat(blog.followers().all()).containsExactly(followers.get(3));
        });
  }

  @Test
  void deletionsOfReferencedRows_areRefused_andNoneIsDeleted() {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.open()) {
      blog.dsl()
          .execute(
              engine == SQLITE
                  ? "drop table posts"
                  : "alter table posts drop constraint posts_user_id_fkey");
      blog.dsl()
          .execute(
              engine == SQLITE
                  ? "create table posts (id integer primary key, body text not null, created_at"
                      + " timestamp not null default current_timestamp, user_id integer not null"
                      + " references users (id), reply_to_id integer)"
                  : "alter table posts add foreign key (user_id) references users (id)");
      List<User> users = users(blog, 3);
      blog.posts().insert(p -> p.body("Hello").author(users.get(1)));
      assertThatThrownBy(() -> blog.users().deleteAll(users))
          .isInstanceOf(IntegrityConstraintViolationException.class)
          .hasMessageStartingWith("users: ")
          .hasMessageContaining(
              engine == SQLITE
                  ? "row %d is still referenced by 1 row of posts (user_id)"
                      .formatted(users.get(1).id())
                  : "Key (id)=(%d) is still referenced".formatted(users.get(1).id()));
      assertThat(blog.users().count()).isEqualTo(3);
    }
  }

  // Updates ----------------------------------------------------------------------------------

  @Test
  void updateAll_sendsABatchForTheSameChanges() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 1_500);
          List<User> changed = new ArrayList<>();
          for (int i = 0; i < users.size(); i++) {
            User user = users.get(i);
            changed.add(
                switch (i % 3) {
                  case 0 -> user.withNickname("new" + i);
                  case 1 -> user.withAboutMe("about " + i);
                  default -> user;
                });
          }
          assertStatements(
              blog,
              2,
              () -> {
                List<User> stored = blog.users().updateAll(changed);
                assertThat(stored).isEqualTo(changed).isUnmodifiable();
                assertThat(blog.users().updateAll(stored)).as("nothing changed").isEqualTo(stored);
              });
          assertThat(blog.users().all()).isEqualTo(changed);
          assertStatements(
              blog,
              2,
              () ->
                  blog.users()
                      .updateAll(
                          users.stream()
                              .map(user -> user.withEmail(user.nickname() + "@x"))
                              .toList()));
          assertStatements(blog, 0, () -> assertThat(blog.users().updateAll(List.of())).isEmpty());
        });
  }

  @Test
  void updateAll_storesNone_ifARowIsGone_orRefused() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 3);
          blog.users().delete(users.get(1));
          List<User> left = List.of(users.get(0), users.get(2));
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .updateAll(users.stream().map(user -> user.withAboutMe("me")).toList()))
              .isInstanceOf(NoDataFoundException.class)
              .hasMessageContaining("no row of users has the key [" + users.get(1).id() + "]");
          assertThat(blog.users().all()).isEqualTo(left);
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .updateAll(left.stream().map(user -> user.withEmail("same")).toList()))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageStartingWith("users: refused: ")
              .hasMessageContaining(
                  engine == SQLITE ? "UNIQUE constraint failed: users.email" : "(email)=(same)");
          assertThat(blog.users().all()).isEqualTo(left);
          assertThatThrownBy(() -> blog.users().updateAll(Arrays.asList(left.get(0), null)))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("updateAll of users: entity 2 is null");
        });
  }

  @Test
  void updateAll_ofARowThatComesAgain_isAsIfOneWereUpdatedAfterTheOther() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 2);
          User susan = users.get(0);
          List<User> changed =
              List.of(
                  susan.withNickname("a").withAboutMe("first"),
                  susan.withNickname("b"),
                  susan.withNickname("c").withAboutMe("third"),
                  users.get(1).withNickname("a"));
          assertThat(blog.users().updateAll(changed)).isEqualTo(changed);
          User stored = blog.users().get(susan.id());
          assertThat(stored.nickname()).isEqualTo("c");
          assertThat(stored.aboutMe()).contains("third");
        });
  }

  @Test
  void updateAll_readsBackWhatTheDatabaseMadeOfValues() {
    LocalDateTime seen = LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_789);
    paths.run(
        blog -> {
          List<User> users = users(blog, 3);
          List<User> changed =
              List.of(
                  users.get(2).withLastSeen(seen),
                  users.get(0).withNickname("first"),
                  users.get(1).withLastSeen(seen));
          assertStatements(
              blog,
              engine == SQLITE ? 2 : 3,
              () -> {
                List<User> stored = blog.users().updateAll(changed);
                assertThat(nicknames(stored)).containsExactly("n2", "first", "n1");
                assertThat(stored.get(0).lastSeen())
                    .as("PostgreSQL keeps microseconds")
                    .contains(engine == SQLITE ? seen : seen.withNano(123_457_000));
              });
        });
  }

  // Upserts ----------------------------------------------------------------------------------

  private record Row(String name, String email, String about) {}

  @Test
  void upsertAll_updatesWhatIsThere_andInsertsTheOthers() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 2);
          List<Row> rows =
              List.of(
                  new Row("n1", "new1", "a"), new Row("new", "new2", "b"), new Row("n0", "0", "c"));
          assertStatements(
              blog,
              each(3),
              () -> {
                List<User> stored =
                    blog.users()
                        .onConflict(USERS.NICKNAME)
                        .upsertAll(
                            rows,
                            (u, row) ->
                                u.nickname(row.name()).email(row.email()).aboutMe(row.about()));
                assertThat(stored).extracting(User::email).containsExactly("new1", "new2", "0");
                assertThat(stored.get(0).id()).isEqualTo(users.get(1).id());
              });
          assertThat(blog.users().all())
              .extracting(User::nickname, User::email, user -> user.aboutMe().orElse(""))
              .containsExactlyInAnyOrder(
                  tuple("n0", "0", "c"), tuple("n1", "new1", "a"), tuple("new", "new2", "b"));
          assertStatements(
              blog,
              0,
              () ->
                  assertThat(
                          blog.users()
                              .upsertAll(List.<Row>of(), (u, row) -> u.nickname("").email("")))
                      .isEmpty());
        });
  }

  @Test
  void upsertAll_ofThousands_takesAStatementPerThousandOnPostgres() {
    paths.run(
        blog -> {
          users(blog, 1_500);
          assertStatements(
              blog,
              engine == SQLITE ? 2_500 : 3,
              () ->
                  assertThat(
                          blog.users()
                              .onConflict(USERS.NICKNAME)
                              .upsertAll(
                                  numbers(2_500), (u, n) -> u.nickname("n" + n).email("m" + n)))
                      .hasSize(2_500));
          assertThat(blog.users().count()).isEqualTo(2_500);
          assertThat(blog.users().where(USERS.EMAIL.startsWith("m")).count()).isEqualTo(2_500);
        });
  }

  @Test
  void upsertAll_ofAKeyThatComesAgain_isAsIfOneWereUpsertedAfterTheOther() {
    paths.run(
        blog -> {
          List<Row> rows =
              List.of(
                  new Row("a", "a1", "1"),
                  new Row("b", "b1", "2"),
                  new Row("a", "a2", "3"),
                  new Row("c", "c1", "4"),
                  new Row("a", "a3", "5"));
          assertStatements(
              blog,
              engine == SQLITE ? 5 : 3,
              () -> {
                List<User> stored =
                    blog.users()
                        .onConflict(USERS.NICKNAME)
                        .updateOnly(USERS.EMAIL)
                        .upsertAll(
                            rows,
                            (u, row) ->
                                u.nickname(row.name()).email(row.email()).aboutMe(row.about()));
                assertThat(stored)
                    .as("what is stored now")
                    .extracting(User::email)
                    .containsExactly("a3", "b1", "a3", "c1", "a3");
                assertThat(stored.get(4).aboutMe()).as("inserted, not updated").contains("1");
              });
        });
  }

  @Test
  void upsertAll_storesNone_ifARowIsRefused() {
    paths.run(
        blog -> {
          List<User> users = users(blog, 2);
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .onConflict(USERS.NICKNAME)
                          .upsertAll(
                              List.of("new", "n0"),
                              (u, name) -> u.nickname(name).email("1@example.com")))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageStartingWith("users: ")
              .hasMessageContaining("1@example.com");
          assertThat(blog.users().all()).isEqualTo(users);
        });
  }

  @Test
  void upsert_choosesWhatIsUpdated() {
    paths.run(
        blog -> {
          User first =
              blog.users()
                  .onConflict(USERS.NICKNAME)
                  .updateOnly(USERS.EMAIL)
                  .upsert(u -> u.nickname("susan").email("a").aboutMe("new"));
          assertThat(first.aboutMe()).contains("new");
          assertStatements(
              blog,
              1,
              () -> {
                User same =
                    blog.users()
                        .onConflict(USERS.NICKNAME)
                        .updateOnly(USERS.EMAIL)
                        .upsert(u -> u.nickname("susan").email("b").aboutMe("ignored"));
                assertThat(same.id()).isEqualTo(first.id());
                assertThat(same.email()).isEqualTo("b");
                assertThat(same.aboutMe()).contains("new");
              });
          User byEmail =
              blog.users().onConflict(USERS.EMAIL).upsert(u -> u.nickname("sue").email("b"));
          assertThat(byEmail.id()).isEqualTo(first.id());
          assertThat(byEmail.nickname()).isEqualTo("sue");
          assertThat(byEmail.aboutMe()).as("not given, so kept").contains("new");
        });
  }

  @Test
  void wrongColumns_areRefused() {
    paths.run(
        blog ->
            assertStatements(
                blog,
                0,
                () -> {
                  assertThatThrownBy(
                          () ->
                              blog.users()
                                  .onConflict(USERS.NICKNAME)
                                  .updateOnly(USERS.ABOUT_ME)
                                  .upsertAll(List.of(1), (u, n) -> u.nickname("n").email("e")))
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessage(
                          "an upsert of users needs a value for about_me, which is to be updated if"
                              + " the row is there already");
                  assertThatThrownBy(
                          () ->
                              blog.users()
                                  .upsertAll(List.of(1), (u, n) -> u.nickname("n").email("e")))
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessage(
                          "an upsert of users needs a value for id, which identifies the row to"
                              + " update");
                  assertThatThrownBy(() -> blog.users().onConflict(POSTS.BODY))
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessageContaining("onConflict of users")
                      .hasMessageContaining("is not one of its columns, which are id, nickname");
                  assertThatThrownBy(() -> blog.users().onConflict())
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessageContaining("name those of a unique key");
                  assertThatThrownBy(() -> blog.users().onConflict(USERS.EMAIL).updateOnly())
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessageContaining("insertOrIgnore");
                }));
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.open()) {
      assertThatThrownBy(
              () ->
                  blog.users()
                      .onConflict(USERS.ABOUT_ME)
                      .upsert(u -> u.nickname("n").email("e").aboutMe("me")))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("ON CONFLICT");
    }
  }

  // Inserts of what is new -------------------------------------------------------------------

  @Test
  void insertOrIgnore_saysWhetherTheRowIsNew() {
    paths.run(
        blog ->
            assertStatements(
                blog,
                4,
                () -> {
                  Optional<User> susan =
                      blog.users().insertOrIgnore(u -> u.nickname("susan").email("s"));
                  assertThat(susan).isPresent();
                  assertThat(blog.users().insertOrIgnore(u -> u.nickname("susan").email("t")))
                      .isEmpty();
                  assertThat(blog.users().insertOrIgnore(u -> u.nickname("other").email("s")))
                      .as("any unique key")
                      .isEmpty();
                  assertThat(blog.users().all()).containsExactly(susan.orElseThrow());
                }));
    paths.outside(
        blog -> {
          users(blog, 1);
          assertThat(
                  blog.users()
                      .onConflict(USERS.NICKNAME)
                      .insertOrIgnore(u -> u.nickname("n0").email("t")))
              .isEmpty();
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .onConflict(USERS.NICKNAME)
                          .insertOrIgnore(u -> u.nickname("other").email("0@example.com")))
              .isInstanceOf(IntegrityConstraintViolationException.class);
          assertThatThrownBy(() -> blog.posts().insertOrIgnore(p -> p.body("x").userId(-1)))
              .isInstanceOf(IntegrityConstraintViolationException.class);
        });
  }

  @Test
  void insertAllOrIgnore_returnsTheNewRows() {
    paths.run(
        blog -> {
          users(blog, 2);
          List<String> names = List.of("n1", "a", "b", "n0", "a");
          assertStatements(
              blog,
              each(5),
              () ->
                  assertThat(
                          nicknames(
                              blog.users()
                                  .insertAllOrIgnore(
                                      names, (u, name) -> u.nickname(name).email(name))))
                      .containsExactly("a", "b"));
          assertThat(blog.users().count()).isEqualTo(4);
          assertThat(blog.users().findByNickname("n1").orElseThrow().email())
              .isEqualTo("1@example.com");
          assertThat(
                  blog.users().insertAllOrIgnore(names, (u, name) -> u.nickname(name).email(name)))
              .isEmpty();
        });
  }

  @Test
  void insertAllOrIgnore_storesNone_ifARowBreaksAnotherConstraint() {
    paths.run(
        blog -> {
          User susan = users(blog, 1).get(0);
          assertThatThrownBy(
                  () ->
                      blog.posts()
                          .insertAllOrIgnore(
                              List.of(susan.id(), -1L), (p, user) -> p.body("x").userId(user)))
              .isInstanceOf(IntegrityConstraintViolationException.class);
          assertThat(blog.posts().count()).isZero();
        });
  }

  @Test
  void keysThatOnlyTheDatabaseTakesForEqual_areUpsertedOneAfterTheOther() {
    String noCase =
        engine == POSTGRESQL
            ? "create extension citext; alter table users alter column nickname type citext"
            : "create unique index names on users (nickname collate nocase)";
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.open()) {
      for (String sql : noCase.split("; ")) {
        blog.dsl().execute(sql);
      }
      if (engine == SQLITE) {
        return; // a statement has one row there
      }
      List<User> stored =
          blog.users()
              .onConflict(USERS.NICKNAME)
              .upsertAll(List.of("Susan", "x", "SUSAN"), (u, name) -> u.nickname(name).email(name));
      assertThat(nicknames(stored)).containsExactly("Susan", "x", "Susan");
      assertThat(blog.users().count()).isEqualTo(2);
      blog.transaction(
          tx -> {
            tx.users()
                .onConflict(USERS.NICKNAME)
                .upsertAll(
                    List.of("susan", "suSan"), (u, name) -> u.nickname(name).email(name + "!"));
            assertThat(nicknames(tx.users().all())).containsExactlyInAnyOrder("Susan", "x");
            assertThat(tx.users().findByNickname("SUSAN").orElseThrow().email())
                .isEqualTo("suSan!");
          });
    }
  }

  @Test
  void thePageAboutWriting_isRight() {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.open()) {
      List<User> users =
          blog.users()
              .insertAll(
                  List.of("susan", "david", "miguel"), (u, name) -> u.nickname(name).email(name));
      User susan = users.get(0);
      User david = users.get(1);
      User miguel = users.get(2);
      blog.posts().insert(p -> p.body("Hello").author(susan));
      blog.posts().updateAll(susan.posts().stream().map(post -> post.withAuthor(david)).toList());
      assertThat(blog.users().get(david.id()).postsCount()).isEqualTo(1);

      List<User> renamed =
          blog.users()
              .updateAll(users.stream().map(u -> u.withNickname(u.nickname() + "!")).toList());
      assertThat(nicknames(renamed)).containsExactly("susan!", "david!", "miguel!");

      int deleted = blog.users().deleteAll(List.of(david, miguel));
      assertThat(deleted).isEqualTo(2);

      Optional<User> added =
          blog.users().insertOrIgnore(u -> u.nickname("susan").email("susan@example.com"));
      assertThat(added).isPresent();

      List<User> current =
          blog.users()
              .onConflict(USERS.NICKNAME)
              .updateOnly(USERS.EMAIL)
              .upsertAll(
                  List.of("susan", "john"),
                  (u, name) -> u.nickname(name).email(name + "@example.org"));
      assertThat(current)
          .extracting(User::email)
          .containsExactly("susan@example.org", "john@example.org");
    }
  }
}
