package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are inserted together with those that reference them. */
@OnBothEngines
class GraphTest {

  private final BothPaths paths;

  GraphTest(BlogEngine engine) {
    paths = new BothPaths(engine);
  }

  @AfterEach
  void close() {
    paths.close();
  }

  private record Member(String name, List<Entry> entries) {}

  private record Entry(String text, List<String> answers) {}

  @Test
  void thePagesExamples() {
    paths.run(
        blog -> {
          List<String> drafts = List.of("dear", "world");
          User susan = withPosts(blog, drafts);
          assertThat(bodies(susan)).containsExactly("Hello", "dear", "world");
          List<Member> members =
              List.of(
                  new Member("david", List.of(new Entry("a", List.of("b", "c")))),
                  new Member("john", List.of()));
          List<User> users = new ArrayList<>();
          assertStatements(blog, 4, () -> users.addAll(withReplies(blog, susan, members)));
          assertThat(users.get(0).posts().get(0).replies().get(1).author()).isEqualTo(susan);
          assertThat(users.get(1).following()).containsExactly(susan);
        });
  }

  private static User withPosts(Blog blog, List<String> drafts) {
    User susan =
        blog.users()
            .insert(
                u ->
                    u.nickname("susan")
                        .email("susan@example.com")
                        .posts(p -> p.body("Hello"))
                        .posts(drafts, (p, text) -> p.body(text)));

    for (Post post : susan.posts()) { // no statement
      assertThat(post.author()).isSameAs(susan); // nor here
    }
    return susan;
  }

  private static List<User> withReplies(Blog blog, User susan, List<Member> members) {
    List<User> users =
        blog.users()
            .insertAll(
                members,
                (u, member) ->
                    u.nickname(member.name())
                        .email(member.name() + "@example.com")
                        .following(susan)
                        .posts(
                            member.entries(),
                            (p, entry) ->
                                p.body(entry.text())
                                    .replies(
                                        entry.answers(),
                                        (r, answer) -> r.body(answer).author(susan))));
    return users;
  }

  private static List<String> bodies(User user) {
    return user.posts().stream().map(Post::body).toList();
  }

  @Test
  void childrenComeWithTheirParent_andNavigateWithoutAStatement() {
    paths.run(
        blog -> {
          List<User> stored = new ArrayList<>();
          assertStatements(
              blog,
              2,
              () -> {
                User susan =
                    blog.users()
                        .insert(
                            u ->
                                u.nickname("susan")
                                    .email("susan@example.com")
                                    .posts(p -> p.body("Hello"))
                                    .posts(List.of("dear", "world"), (p, text) -> p.body(text)));
                stored.add(susan);
              });
          User susan = stored.get(0);
          assertStatements(
              blog,
              0,
              () -> {
                assertThat(bodies(susan)).containsExactly("Hello", "dear", "world");
                assertThat(susan.postsCount()).isEqualTo(3);
                assertThat(susan.posts())
                    .allSatisfy(post -> assertThat(post.author()).isSameAs(susan))
                    .allSatisfy(post -> assertThat(post.userId()).isEqualTo(susan.id()));
              });
          assertThat(blog.users().get(susan.id()).posts()).isEqualTo(susan.posts());
        });
  }

  @Test
  void graphsOfManyParents_takeOneStatementPerLevel() {
    paths.run(
        blog -> {
          Map<String, List<String>> threads = new LinkedHashMap<>();
          threads.put("susan", List.of("one", "two"));
          threads.put("david", List.of());
          threads.put("john", List.of("three", "four", "five"));
          User reader = blog.users().insert(u -> u.nickname("reader").email("r"));
          List<User> stored = new ArrayList<>();
          assertStatements(
              blog,
              3,
              () ->
                  stored.addAll(
                      blog.users()
                          .insertAll(
                              threads.entrySet(),
                              (u, thread) ->
                                  u.nickname(thread.getKey())
                                      .email(thread.getKey())
                                      .posts(
                                          thread.getValue(),
                                          (p, text) ->
                                              p.body(text)
                                                  .replies(
                                                      r ->
                                                          r.body("re: " + text).author(reader))))));
          assertStatements(
              blog,
              0,
              () -> {
                assertThat(stored)
                    .extracting(User::nickname)
                    .containsExactlyElementsOf(threads.keySet());
                for (User user : stored) {
                  assertThat(bodies(user)).isEqualTo(threads.get(user.nickname()));
                  for (Post post : user.posts()) {
                    assertThat(post.author()).isSameAs(user);
                    assertThat(post.replies()).hasSize(1);
                    Post reply = post.replies().get(0);
                    assertThat(reply.body()).isEqualTo("re: " + post.body());
                    assertThat(reply.replyTo()).containsSame(post);
                  }
                }
              });
        });
  }

  @Test
  void batches_haveAThousandRows() {
    paths.run(
        blog -> {
          List<Integer> users = IntStream.range(0, 1_100).boxed().toList();
          List<User> stored = new ArrayList<>();
          assertStatements(
              blog,
              2 + 3,
              () ->
                  stored.addAll(
                      blog.users()
                          .insertAll(
                              users,
                              (u, n) ->
                                  u.nickname("n" + n)
                                      .email("e" + n)
                                      .posts(List.of(1, 2), (p, i) -> p.body(n + "." + i)))));
          assertStatements(
              blog,
              0,
              () -> {
                for (int n : users) {
                  assertThat(bodies(stored.get(n))).containsExactly(n + ".1", n + ".2");
                }
              });
          assertThat(blog.posts().orderBy(POSTS.ID).list())
              .isEqualTo(stored.stream().flatMap(user -> user.posts().stream()).toList());
        });
  }

  @Test
  void links_leadToRowsThatAreThere() {
    paths.run(
        blog -> {
          User david = blog.users().insert(u -> u.nickname("david").email("d"));
          User john = blog.users().insert(u -> u.nickname("john").email("j"));
          List<User> stored = new ArrayList<>();
          assertStatements(
              blog,
              2,
              () ->
                  stored.addAll(
                      blog.users()
                          .insertAll(
                              List.of("susan", "miguel"),
                              (u, name) ->
                                  u.nickname(name).email(name).following(david, john, david))));
          assertStatements(
              blog,
              0,
              () ->
                  assertThat(stored)
                      .allSatisfy(
                          user -> assertThat(user.following()).containsExactly(david, john)));
          assertThat(blog.users().get(david.id()).followers()).isEqualTo(stored);
        });
  }

  @Test
  void theRelationsThatWereNotGiven_areLoaded() {
    paths.run(
        blog -> {
          List<User> users =
              blog.users()
                  .insertAll(
                      List.of("susan", "david"),
                      (u, name) -> {
                        UserDraft user = u.nickname(name).email(name);
                        return name.equals("susan") ? user.posts(p -> p.body("x")) : user;
                      });
          assertStatements(
              blog,
              1,
              () -> {
                assertThat(users.get(0).posts()).hasSize(1);
                assertThat(users.get(1).posts()).isEmpty();
              });
          assertThat(users.get(0).followers()).isEmpty();
        });
  }

  @Test
  void changedCopies_seeTheSameChildren() {
    paths.run(
        blog -> {
          User susan =
              blog.users().insert(u -> u.nickname("susan").email("s").posts(p -> p.body("x")));
          User renamed = blog.users().update(susan.withNickname("suzy"));
          assertThat(renamed.posts()).isEqualTo(susan.posts());
          assertThat(susan.posts().get(0).author().nickname()).isEqualTo("susan");
          Post moved = blog.posts().update(susan.posts().get(0).withBody("y"));
          assertThat(moved.author()).isEqualTo(susan);
        });
  }

  @Test
  void refusedRows_leaveNothing_andNameTheirLevel() {
    paths.outside(
        blog -> {
          blog.users().insert(u -> u.nickname("david").email("d"));
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(
                              u ->
                                  u.nickname("susan")
                                      .email("s")
                                      .posts(
                                          p -> p.body("x").replies(r -> r.body("y").userId(-1)))))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageStartingWith("users.posts.replies: posts: ");
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(u -> u.nickname("david").email("s").posts(p -> p.body("x"))))
              .isInstanceOf(IntegrityConstraintViolationException.class)
              .hasMessageStartingWith("users: ");
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(u -> u.nickname("susan").email("s").posts(p -> p.body("\ud800"))))
              .isInstanceOf(DataAccessException.class);
          assertThat(blog.users().count()).isEqualTo(1);
          assertThat(blog.posts().count()).isZero();
        });
  }

  @Test
  void aFailureInATransaction_leavesTheRestOfIt() {
    paths.outside(
        blog -> {
          blog.transaction(
              tx -> {
                tx.users().insert(u -> u.nickname("david").email("d"));
                assertThatThrownBy(
                        () ->
                            tx.users()
                                .insert(
                                    u ->
                                        u.nickname("susan")
                                            .email("s")
                                            .posts(p -> p.body("x").replyToId(-1L))))
                    .isInstanceOf(IntegrityConstraintViolationException.class);
              });
          assertThat(blog.users().all()).extracting(User::nickname).containsExactly("david");
        });
  }

  @Test
  void aChildOfAnotherParent_isRefused() {
    paths.run(
        blog -> {
          User david = blog.users().insert(u -> u.nickname("david").email("d"));
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(
                              u ->
                                  u.nickname("susan")
                                      .email("s")
                                      .posts(p -> p.body("x").author(david))))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageStartingWith("users.posts: the function sets posts.user_id to ")
              .hasMessageEndingWith("; leave it out");
          assertThat(blog.users().count()).isEqualTo(1);
        });
  }

  @Test
  void draftsAreTrees_ofOneThread_usedOnce() {
    paths.run(
        blog -> {
          UserDraft[] kept = new UserDraft[1];
          blog.users().insert(u -> kept[0] = u.nickname("susan").email("s"));
          assertThatThrownBy(() -> blog.users().insert(u -> kept[0]))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage(
                  "the row of users is complete: use it only in the function that it was given to");
          assertThatThrownBy(() -> kept[0].posts(p -> p.body("late")))
              .isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(() -> kept[0].aboutMe("late"))
              .isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(
                  () ->
                      blog.posts()
                          .insert(
                              p -> {
                                PostDraft post = p.body("x").userId(1);
                                return post.replies(r -> post);
                              }))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage(
                  "posts.replies: the function that sets the columns must return the row that it"
                      + " was given, but it returned another one");
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(
                              u -> {
                                UserDraft user = u.nickname("david").email("d");
                                CompletableFuture.runAsync(() -> user.posts(p -> p.body("x")))
                                    .join();
                                return user;
                              }))
              .isInstanceOf(CompletionException.class)
              .hasCauseInstanceOf(IllegalStateException.class)
              .hasMessageContaining("the row of users is for another thread");
          assertThat(blog.users().count()).isEqualTo(1);
        });
  }

  @Test
  void otherInserts_refuseChildren() {
    paths.run(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insertBatch(
                              List.of("a"), (u, n) -> u.nickname(n).email(n).posts(p -> p.body(n))))
              .isInstanceOf(UnsupportedOperationException.class)
              .hasMessage(
                  "insertBatch of users: only insert and insertAll can insert other rows together"
                      + " with a row");
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .upsert(u -> u.nickname("a").email("a").posts(p -> p.body("x")).id(1)))
              .isInstanceOf(UnsupportedOperationException.class);
          assertThat(blog.users().count()).isZero();
        });
  }

  @Test
  void givenNothing_isSaid() {
    paths.run(
        blog -> {
          assertThatThrownBy(
                  () ->
                      blog.users()
                          .insert(u -> u.nickname("a").email("a").posts(null, (p, t) -> null)))
              .hasMessage("users.posts: the elements are null");
          assertThatThrownBy(
                  () -> blog.users().insert(u -> u.nickname("a").email("a").posts(p -> null)))
              .hasMessageStartingWith("users.posts: ")
              .hasMessageEndingWith("returned null");
          assertThatThrownBy(
                  () -> blog.users().insert(u -> u.nickname("a").email("a").following((User) null)))
              .hasMessage("users.following: one of the rows is null");
          assertStatements(
              blog,
              1,
              () -> {
                User user =
                    blog.users()
                        .insert(
                            u ->
                                u.nickname("a")
                                    .email("a")
                                    .posts(List.<String>of(), (p, t) -> p.body(t))
                                    .following());
                assertThat(user.posts()).isEmpty();
                assertThat(user.following()).isEmpty();
              });
        });
  }
}
