package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.NavigationForbiddenException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many statements navigation takes, and what it leads to. */
@OnBothEngines
class NavigationTest {

  private final TemporaryBlog file;
  private Blog blog;

  NavigationTest(BlogEngine engine) {
    file = new TemporaryBlog(engine);
  }

  private Blog blog(int users, int posts) {
    blog = file.openWith(users, posts);
    return blog;
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  @Test
  void postsAndAuthors_takeTwoStatements_forAThousandUsers() {
    Blog blog = blog(1000, 2);
    List<String> lines = new ArrayList<>();

    assertStatements(
        blog,
        2,
        () -> {
          for (User user : blog.users().all()) {
            for (Post post : user.posts()) {
              lines.add(post.author().nickname() + ": " + post.body());
            }
          }
        });

    assertThat(lines).hasSize(2000).startsWith("user1: user1 says 1", "user1: user1 says 2");
  }

  @Test
  void threeLevels_takeThreeStatements() {
    Blog blog = blog(20, 3);
    for (Post post : blog.posts().all()) {
      blog.posts().insert(p -> p.body("re: " + post.body()).author(post.author()).replyTo(post));
    }

    assertStatements(
        blog,
        3,
        () -> {
          for (User user : blog.users().all()) {
            for (Post post : user.posts()) {
              for (Post reply : post.replies()) {
                assertThat(reply.replyTo()).containsSame(post);
              }
            }
          }
        });
  }

  @Test
  void author_isTheUserItWasReachedFrom() {
    Blog blog = blog(2, 2);

    for (User user : blog.users().all()) {
      assertThat(user.posts()).allSatisfy(post -> assertThat(post.author()).isSameAs(user));
    }
  }

  @Test
  void authors_areOneObjectEach_whenReachedFromPosts() {
    Blog blog = blog(3, 5);
    Map<User, Boolean> authors = new IdentityHashMap<>();

    assertStatements(
        blog,
        2,
        () -> blog.posts().all().forEach(post -> authors.put(post.author(), Boolean.TRUE)));

    assertThat(authors).hasSize(3);
  }

  @Test
  void getByKey_navigatesWithOneMoreStatement() {
    Blog blog = blog(3, 4);

    assertStatements(blog, 2, () -> assertThat(blog.users().get(2L).posts()).hasSize(4));
    assertStatements(
        blog, 2, () -> assertThat(blog.posts().get(1L).author().nickname()).isEqualTo("user1"));
  }

  @Test
  void nullableForeignKey_isEmptyWithoutAStatement_whenAllAreNull() {
    Blog blog = blog(3, 2);
    List<Post> posts = blog.posts().all();

    assertStatements(blog, 0, () -> posts.forEach(post -> assertThat(post.replyTo()).isEmpty()));
  }

  @Test
  void manyToMany_loadsBothSidesWithOneStatementEach() {
    Blog blog = blog(4, 0);
    List<User> users = blog.users().all();
    for (User follower : users) {
      for (User followed : users) {
        if (follower.id() < followed.id()) {
          blog.followers().insert(f -> f.followerId(follower.id()).followedId(followed.id()));
        }
      }
    }

    assertStatements(
        blog,
        3,
        () -> {
          List<User> all = blog.users().all();
          assertThat(all.get(0).following())
              .extracting(User::nickname)
              .containsExactly("user2", "user3", "user4");
          assertThat(all.get(3).following()).isEmpty();
          assertThat(all.get(3).followers())
              .extracting(User::nickname)
              .containsExactly("user1", "user2", "user3");
          // one object for each row of the group
          assertThat(all.get(0).following().get(2)).isSameAs(all.get(1).following().get(1));
        });
  }

  @Test
  void counts_takeOneStatement_orNoneWhenTheRowsAreThere() {
    Blog blog = blog(10, 3);
    blog.users().insert(u -> u.nickname("quiet").email("quiet@example.com"));

    assertStatements(
        blog,
        2,
        () ->
            assertThat(blog.users().all())
                .extracting(User::postsCount)
                .containsOnly(3L, 0L)
                .hasSize(11));
    assertStatements(
        blog,
        2,
        () ->
            blog.users()
                .all()
                .forEach(user -> assertThat(user.posts()).hasSize((int) user.postsCount())));
  }

  @Test
  void manyToManyCounts_takeOneStatement() {
    Blog blog = blog(3, 0);
    blog.followers().insert(f -> f.followerId(1).followedId(2));
    blog.followers().insert(f -> f.followerId(1).followedId(3));

    assertStatements(
        blog,
        3,
        () -> {
          List<User> all = blog.users().all();
          assertThat(all).extracting(User::followingCount).containsExactly(2L, 0L, 0L);
          assertThat(all).extracting(User::followersCount).containsExactly(0L, 1L, 1L);
        });
  }

  @Test
  void queryPosts_filtersOrdersAndPages() {
    Blog blog = blog(2, 5);
    User user = blog.users().get(2L);

    assertThat(
            user.queryPosts()
                .where(POSTS.BODY.endsWith("3").or(POSTS.BODY.endsWith("4")))
                .orderBy(POSTS.ID.desc())
                .list())
        .extracting(Post::body)
        .containsExactly("user2 says 4", "user2 says 3");
    assertThat(user.queryPosts().count()).isEqualTo(5);
    blog.followers().insert(f -> f.followerId(2).followedId(1));
    assertThat(user.queryFollowing().where(USERS.NICKNAME.eq("user1")).list()).hasSize(1);
    assertThat(user.queryFollowers().exists()).isFalse();
  }

  @Test
  void with_prefetchesNestedRelations() {
    Blog blog = blog(5, 2);

    List<User> users = blog.users().with(User.POSTS.then(Post.REPLIES), User.FOLLOWING).list();

    assertStatements(
        blog,
        0,
        () ->
            users.forEach(
                user -> {
                  assertThat(user.following()).isEmpty();
                  user.posts().forEach(post -> assertThat(post.replies()).isEmpty());
                }));
    assertStatements(
        blog, 4, () -> blog.users().with(User.POSTS.then(Post.REPLIES), User.FOLLOWING).list());
  }

  @Test
  void with_followsPathsOfAnyLength() {
    Blog blog = blog(3, 2);
    Post post = blog.posts().get(1L);
    blog.posts().insert(p -> p.body("re").userId(2).replyTo(post));

    assertStatements(
        blog, 4, () -> blog.users().with(User.POSTS.then(Post.REPLIES).then(Post.AUTHOR)).list());
  }

  @Test
  void alone_loadsForTheOneEntity() {
    Blog blog = blog(3, 1);

    assertStatements(
        blog,
        4,
        () -> blog.users().loading(Loading.ALONE).list().forEach(user -> user.posts().size()));
  }

  @Test
  void forbid_throwsForWhatWasNotPrefetched() {
    Blog blog = blog(3, 1);
    List<User> users = blog.users().loading(Loading.FORBID).with(User.POSTS).list();

    assertThat(users.get(0).posts()).hasSize(1);
    assertThatThrownBy(() -> users.get(0).following())
        .isInstanceOf(NavigationForbiddenException.class)
        .hasMessageContaining("users.following")
        .hasMessageContaining("with(");
  }

  @Test
  void forbid_allowsNavigationFromASingleRow() {
    Blog blog = blog(3, 1);

    User first = blog.users().loading(Loading.FORBID).first().orElseThrow();

    assertThat(first.posts()).hasSize(1);
  }

  @Test
  void changedCopy_keepsItsKin() {
    Blog blog = blog(10, 1);
    List<User> users =
        blog.users().all().stream().map(user -> user.withAboutMe("about " + user.id())).toList();

    assertStatements(
        blog, 1, () -> users.forEach(user -> assertThat(user.posts().get(0).body()).isNotEmpty()));
    assertThat(users.get(0).posts().get(0).author().aboutMe())
        .as("the copy is not what the database has")
        .isEmpty();
  }

  @Test
  void copyWithAnotherForeignKey_leadsToTheOther() {
    Blog blog = blog(2, 1);
    List<Post> posts = blog.posts().all();
    assertThat(posts.get(0).author().nickname()).isEqualTo("user1");

    Post moved = posts.get(0).withUserId(2);

    assertThat(moved.author().nickname()).isEqualTo("user2");
    assertThat(posts.get(0).author().nickname()).isEqualTo("user1");
  }

  @Test
  void entities_navigateAfterTheirTransactionEnded() {
    Blog blog = blog(3, 2);

    List<User> users = blog.transactionResult(tx -> tx.users().all());

    assertStatements(blog, 1, () -> users.forEach(user -> assertThat(user.posts()).hasSize(2)));
  }

  @Test
  void navigation_isLoadedOnce_whenManyThreadsAskForIt() throws Exception {
    Blog blog = blog(50, 2);
    List<User> users = blog.users().all();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      assertStatements(
          blog,
          1,
          () -> {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (User user : users) {
              tasks.add(() -> user.posts().size());
            }
            for (Future<Integer> size : threads.invokeAll(tasks)) {
              assertThat(size.get()).isEqualTo(2);
            }
          });
    } finally {
      threads.shutdown();
    }
  }
}
