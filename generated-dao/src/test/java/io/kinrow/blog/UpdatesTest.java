package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.UpdatableQuery;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates of rows that have not been read. */
@OnBothEngines
class UpdatesTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 4, 12, 0);

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog blog;
  private final User susan;
  private final User bob;
  private final Post first;
  private final Post second;
  private final Post third;

  UpdatesTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    blog = file.open();
    susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    bob = blog.users().insert(u -> u.nickname("bob").email("bob@example.com"));
    first = blog.posts().insert(p -> p.body("first").author(susan).createdAt(NOON));
    second = blog.posts().insert(p -> p.body("second").author(susan).createdAt(NOON));
    third = blog.posts().insert(p -> p.body("third").author(bob).createdAt(NOON));
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  private Blog throughJooq() {
    return Blog.using(
        DSL.using(
            new DefaultConfiguration()
                .set(blog.dsl().configuration().connectionProvider())
                .set(engine.dialect())
                .set(ExecuteListener.onStart(context -> {}))));
  }

  @Test
  void theCodeOfThePage_runs() {
    LocalDateTime noon = NOON;

    boolean there = blog.posts().update(2, p -> p.body("edited").author(bob));

    blog.posts().update(2, p -> p.body(POSTS.BODY.concat("!")).replyToId(POSTS.ID.minus(1)));

    int counted =
        blog.posts().where(POSTS.author().NICKNAME.eq("susan")).update(p -> p.createdAt(noon));

    List<Post> updated = blog.posts().where(POSTS.ID.le(2L)).updateReturning(p -> p.body("both"));

    assertThat(there).isTrue();
    assertThat(counted).isEqualTo(1);
    assertThat(updated)
        .containsExactlyInAnyOrder(
            first.withBody("both"), second.withBody("both").withAuthor(bob).withReplyTo(first));
  }

  // By key ---------------------------------------------------------------------------------------

  @Test
  void byKey_setsTheGivenColumns_withOneStatement() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      boolean there = blog.posts().update(2, p -> p.body("edited"));

      assertThat(there).isTrue();
      assertThat(counter.statements()).hasSize(1);
      assertThat(counter.statements().get(0).sql())
          .isEqualTo(
              engine.rendered("update \"posts\" set \"body\" = ? where \"posts\".\"id\" = ?"));
      assertThat(counter.statements().get(0).binds()).hasToString("[edited, 2]");
    }
    assertThat(blog.posts().all()).containsExactly(first, second.withBody("edited"), third);
    assertThat(blog.posts().update(99, p -> p.body("edited"))).as("no such row").isFalse();
    assertThat(blog.posts().update(second.id(), p -> p.body("edited"))).as("the same").isTrue();
  }

  @Test
  void byKey_takesExpressionsAndValuesTogether() {
    assertStatements(
        blog,
        1,
        () ->
            assertThat(
                    blog.posts()
                        .update(2L, p -> p.body(POSTS.BODY.concat("!")).replyToId(1).author(bob)))
                .isTrue());

    Post stored = blog.posts().get(2);
    assertThat(stored.body()).isEqualTo("second!");
    assertThat(stored.replyTo()).contains(first);
    assertThat(stored.author()).isEqualTo(bob);
    assertThat(blog.posts().update(99, p -> p.body(POSTS.BODY.concat("!")))).isFalse();
  }

  @Test
  void byKey_takesColumnsOfReferencedRows() {
    blog.posts()
        .update(3, p -> p.body(POSTS.author().NICKNAME.concat(" says ").concat(POSTS.BODY)));

    assertThat(blog.posts().get(3).body()).isEqualTo("bob says third");
  }

  @Test
  void byKeyReturning_givesTheRowAsItIsStored_withOneStatement() {
    assertStatements(
        blog,
        2,
        () -> {
          Optional<Post> edited = blog.posts().updateReturning(2, p -> p.body("edited"));
          Optional<Post> louder =
              blog.posts().updateReturning(2L, p -> p.body(DSL.upper(POSTS.BODY)));

          assertThat(edited).contains(second.withBody("edited"));
          assertThat(louder).contains(second.withBody("EDITED"));
        });
    assertThat(blog.posts().get(2).body()).isEqualTo("EDITED");
    assertThat(blog.posts().updateReturning(99, p -> p.body("edited"))).isEmpty();
    assertThat(blog.posts().updateReturning(2, p -> p.body("by bob").author(bob)).orElseThrow())
        .extracting(Post::author)
        .isEqualTo(bob);
  }

  @Test
  void theLastSettingOfAColumn_counts() {
    blog.posts().update(1, p -> p.body(POSTS.BODY.concat("!")).body("b"));
    assertThat(blog.posts().get(1).body()).isEqualTo("b");

    blog.posts().update(1, p -> p.body("c").body(POSTS.BODY.concat("!")));
    assertThat(blog.posts().get(1).body()).isEqualTo("b!");

    blog.posts().update(1, p -> p.body("d").body(DSL.noField(POSTS.BODY)));
    assertThat(blog.posts().get(1).body()).as("noField() sets nothing").isEqualTo("d");
  }

  @Test
  void otherExpressions_standBesideValues() {
    Optional<Post> updated =
        blog.posts()
            .updateReturning(
                3,
                p ->
                    p.body(DSL.param("name", "named"))
                        .createdAt(NOON.plusNanos(123_000))
                        .replyToId(DSL.field(DSL.select(DSL.min(POSTS.ID)).from(POSTS))));
    assertThat(updated)
        .contains(
            third.withBody("named").withCreatedAt(NOON.plusNanos(123_000)).withReplyTo(first));
    assertThat(
            blog.posts()
                .where(POSTS.ID.eq(3L))
                .updateReturning(
                    p -> p.body(DSL.when(POSTS.ID.gt(2L), "late").otherwise(POSTS.BODY))))
        .extracting(Post::body)
        .containsExactly("late");
    blog.posts().update(3, p -> p.replyToId(DSL.castNull(POSTS.REPLY_TO_ID)));
    assertThat(blog.posts().get(3).replyToId()).isEmpty();
  }

  // Optional fields ------------------------------------------------------------------------------

  /** What came of a PATCH. */
  private record Patch(
      Optional<String> body, Optional<LocalDateTime> createdAt, OptionalLong replyToId) {}

  private Optional<Post> patch(long id, Patch patch) {
    return blog.posts()
        .updateReturning(
            id,
            p -> {
              patch.body().ifPresent(p::body);
              patch.createdAt().ifPresent(p::createdAt);
              patch.replyToId().ifPresent(p::replyToId);
            });
  }

  @Test
  void optionalFields_areMethodReferences() {
    LocalDateTime night = NOON.plusHours(12);
    Patch all = new Patch(Optional.of("b"), Optional.of(night), OptionalLong.of(1));
    Post patched = second.withBody("b").withCreatedAt(night).withReplyToId(1);
    assertStatements(blog, 1, () -> assertThat(patch(2, all)).contains(patched));

    Patch one = new Patch(Optional.of("c"), Optional.empty(), OptionalLong.empty());
    assertStatements(blog, 1, () -> assertThat(patch(2, one)).contains(patched.withBody("c")));

    Patch none = new Patch(Optional.empty(), Optional.empty(), OptionalLong.empty());
    assertStatements(blog, 1, () -> assertThat(patch(2, none)).contains(patched.withBody("c")));
    assertThat(patch(99, none)).isEmpty();
    assertThat(patch(99, one)).isEmpty();
  }

  @Test
  void optionalFields_mayBeExpressions() {
    Optional<Field<String>> louder = Optional.of(DSL.upper(USERS.NICKNAME));
    Optional<Field<String>> about = Optional.of(USERS.EMAIL);
    Optional<Long> boxed = Optional.of(1L);

    blog.users()
        .update(
            1,
            u -> {
              louder.ifPresent(u::nickname);
              about.ifPresent(u::aboutMe);
            });
    blog.posts().update(2, p -> boxed.ifPresent(p::replyToId));

    assertThat(blog.users().get(1).nickname()).isEqualTo("SUSAN");
    assertThat(blog.users().get(1).aboutMe()).contains("susan@example.com");
    assertThat(blog.posts().get(2).replyToId()).contains(1L);
  }

  @Test
  void aDraftThatSetsNothing_isNoStatement() {
    assertStatements(
        blog,
        0,
        () -> {
          assertThat(blog.posts().update(1, p -> {})).isFalse();
          assertThat(blog.posts().where(POSTS.ID.gt(0L)).update(p -> {})).isZero();
          assertThat(blog.posts().where(POSTS.ID.gt(0L)).updateReturning(p -> {})).isEmpty();
          assertThat(blog.posts().updateAll(p -> {})).isZero();
          assertThat(blog.posts().updateAll(p -> p.body(DSL.noField(POSTS.BODY)))).isZero();
        });
    assertStatements(
        blog, 1, () -> assertThat(blog.posts().updateReturning(1, p -> {})).contains(first));
    assertThat(blog.posts().updateReturning(99, p -> {})).isEmpty();
  }

  // NULL -----------------------------------------------------------------------------------------

  @Test
  void nullableColumns_areClearedWithNull() {
    blog.users().update(1, u -> u.aboutMe("about").lastSeen(NOON));
    assertThat(blog.users().get(1).aboutMe()).contains("about");

    blog.users().update(1, u -> u.aboutMe(null).lastSeen(null));
    assertThat(blog.users().get(1)).isEqualTo(susan);

    blog.posts().update(2, p -> p.replyTo(first));
    assertThat(blog.posts().get(2).replyToId()).contains(1L);
    blog.posts().update(2, p -> p.replyTo(null));
    assertThat(blog.posts().get(2)).isEqualTo(second);
    blog.posts().update(2, p -> p.replyToId(1).body(POSTS.BODY));
    blog.posts().update(2, p -> p.replyToId(null).body(POSTS.BODY));
    assertThat(blog.posts().get(2)).isEqualTo(second);
    blog.posts().where(POSTS.ID.eq(2L)).update(p -> p.replyToId(DSL.val((Long) null)));
    assertThat(blog.posts().get(2)).isEqualTo(second);
  }

  @Test
  void nulls_areRefusedByName_beforeAnyStatement() {
    UserRepository users = blog.users();
    UpdatableQuery<User, UserDraft.Update> some = users.where(USERS.ID.gt(0L));
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("update of users: the key is null", () -> users.update((Long) null, u -> {}));
    calls.put("updateReturning of users: the key is", () -> users.updateReturning(null, u -> {}));
    calls.put("update of users: the function that", () -> users.update(1L, null));
    calls.put("updateReturning of users: the function", () -> users.updateReturning(1L, null));
    calls.put(
        "updateAll of users: the function",
        () -> users.updateAll((Consumer<UserDraft.Update>) null));
    calls.put("update of users: the function", () -> some.update(null));
    calls.put("updateReturning of users: the func", () -> some.updateReturning(null));
    calls.put(
        "an update of users: the value of nickname is null",
        () -> users.update(1, u -> u.nickname((String) null)));
    calls.put(
        "an update of users: the expression for nickname is null",
        () -> users.update(1, u -> u.nickname((Field<String>) null)));
    calls.put(
        "an update of users: the expression for about_me is null; to store NULL, pass null",
        () -> users.update(1, u -> u.aboutMe((Field<String>) null)));
    calls.put(
        "an update of posts: the value of author is null",
        () -> blog.posts().update(1, p -> p.author(null)));
    calls.put(
        "an update of posts: the expression for user_id is null",
        () -> blog.posts().update(1, p -> p.userId(null)));
    calls.put("where of users: a condition is null", () -> some.where((Condition) null));
    List<String> wrong = new ArrayList<>();
    assertStatements(
        blog,
        0,
        () ->
            calls.forEach(
                (message, call) -> {
                  try {
                    call.call();
                    wrong.add(message + ": nothing was thrown");
                  } catch (IllegalArgumentException e) {
                    if (!e.getMessage().startsWith(message)) {
                      wrong.add(message + ": " + e.getMessage());
                    }
                  } catch (Throwable e) {
                    wrong.add(message + ": " + e);
                  }
                }));
    assertThat(wrong).isEmpty();
  }

  // By a condition -------------------------------------------------------------------------------

  @Test
  void byACondition_countsTheRows_withOneStatement() {
    assertStatements(
        blog,
        1,
        () ->
            assertThat(
                    blog.posts()
                        .where(POSTS.USER_ID.eq(susan.id()))
                        .where(POSTS.CREATED_AT.eq(NOON))
                        .update(p -> p.body(POSTS.BODY.concat("!")).replyTo(third)))
                .isEqualTo(2));

    assertThat(blog.posts().all())
        .containsExactly(
            first.withBody("first!").withReplyTo(third),
            second.withBody("second!").withReplyTo(third),
            third);
    assertThat(blog.posts().where(POSTS.ID.gt(99L)).update(p -> p.body("x"))).isZero();
    assertThat(blog.posts().where(POSTS.ID.gt(99L)).updateReturning(p -> p.body("x"))).isEmpty();
  }

  @Test
  void byAConditionReturning_givesSiblings() {
    assertStatements(
        blog,
        2,
        () -> {
          List<Post> updated =
              blog.posts()
                  .where(POSTS.ID.ge(2L))
                  .updateReturning(p -> p.body(POSTS.BODY.concat("!")));

          assertThat(updated)
              .containsExactlyInAnyOrder(second.withBody("second!"), third.withBody("third!"));
          assertThat(updated)
              .extracting(post -> post.author().nickname())
              .containsExactlyInAnyOrder("susan", "bob");
          assertThatThrownBy(updated::clear).isInstanceOf(UnsupportedOperationException.class);
        });
  }

  @Test
  void byACondition_followsPathsAndSubqueries() {
    assertStatements(
        blog,
        2,
        () -> {
          assertThat(
                  blog.posts()
                      .where(POSTS.author().NICKNAME.eq("susan"))
                      .update(p -> p.body(POSTS.author().EMAIL)))
              .isEqualTo(2);
          assertThat(
                  blog.users()
                      .where(
                          USERS.ID.in(DSL.select(POSTS.USER_ID).from(POSTS).where(POSTS.ID.eq(3L))))
                      .updateReturning(u -> u.aboutMe("writes")))
              .containsExactly(bob.withAboutMe("writes"));
        });
    assertThat(blog.posts().get(1).body()).isEqualTo("susan@example.com");
    assertThat(blog.posts().get(3).body()).isEqualTo("third");
  }

  @Test
  void byACondition_takesLongLists_andMoreValuesThanTheEngineDoes() {
    List<Long> ids = IntStream.range(0, 70_000).mapToObj(i -> (long) i).toList();
    assertThat(blog.posts().where(POSTS.ID.in(ids)).update(p -> p.body("it's").replyToId(1)))
        .isEqualTo(3);

    List<Field<Long>> spelled = new ArrayList<>(List.of(POSTS.ID.plus(0)));
    ids.subList(0, engine == SQLITE ? 33_000 : 66_000).forEach(id -> spelled.add(DSL.val(id)));
    assertThat(
            blog.posts()
                .where(POSTS.ID.in(spelled))
                .updateReturning(p -> p.body("it's so").replyToId(2L).createdAt(NOON)))
        .hasSize(3)
        .allSatisfy(
            post -> {
              assertThat(post.body()).isEqualTo("it's so");
              assertThat(post.replyToId()).contains(2L);
              assertThat(post.createdAt()).isEqualTo(NOON);
            });
    assertThat(blog.posts().where(POSTS.REPLY_TO_ID.eq(2L)).count()).isEqualTo(3);
  }

  @Test
  void conditionsThatAreTrueOfEveryRow_areRefused_andUpdateAllDoesIt() {
    for (Condition all :
        List.of(
            DSL.noCondition(),
            DSL.trueCondition(),
            USERS.ID.notIn(List.of()),
            DSL.val(2).gt(1),
            DSL.condition("1 = 1"),
            POSTS.ID.eq(1L).or(DSL.val(2).gt(1)))) {
      assertStatements(
          blog,
          0,
          () -> {
            assertThatThrownBy(() -> blog.posts().where(all).update(p -> p.body("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("update of posts: the condition ")
                .hasMessageEndingWith("; to update all rows, call updateAll(…)");
            assertThatThrownBy(() -> blog.posts().where(all).updateReturning(p -> p.body("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("updateReturning of posts: the condition ");
            assertThatThrownBy(() -> blog.posts().where(all).update(p -> {}))
                .as("whatever is set")
                .isInstanceOf(IllegalArgumentException.class);
          });
    }
    assertThatThrownBy(() -> blog.posts().where().update(p -> p.body("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(blog.posts().where(DSL.falseCondition()).update(p -> p.body("x"))).isZero();

    assertStatements(
        blog, 1, () -> assertThat(blog.posts().updateAll(p -> p.body("x"))).isEqualTo(3));
    assertThat(blog.posts().all()).extracting(Post::body).containsOnly("x");
  }

  @Test
  void anUpdatableQuery_isAQuery() {
    UpdatableQuery<Post, PostDraft.Update> ofSusan = blog.posts().where(POSTS.USER_ID.eq(1L));

    assertThat(ofSusan.orderBy(POSTS.ID.desc()).list()).containsExactly(second, first);
    assertThat(ofSusan.where(POSTS.ID.gt(1L)).one()).isEqualTo(second);
    assertThat(ofSusan.count()).isEqualTo(2);
  }

  // The first rows of an order -------------------------------------------------------------------

  @Test
  void aLimitedQuery_updatesTheRowsThatItWouldList_withOneStatement() {
    UpdatableQuery<Post, PostDraft.Update> newest =
        blog.posts().where(POSTS.author().NICKNAME.in("susan", "bob")).orderBy(POSTS.ID.desc());
    try (StatementCounter counter = StatementCounter.on(blog)) {
      assertThat(newest.limit(2).update(p -> p.body(POSTS.BODY.concat("!")))).isEqualTo(2);
      assertThat(newest.limit(1).offset(1).updateReturning(p -> p.body("1 of 3")))
          .containsExactly(second.withBody("1 of 3"));
      assertThat(newest.offset(2).update(p -> p.body("last"))).isEqualTo(1);
      assertThat(newest.limit(0).update(p -> p.body("x"))).isZero();
      assertThat(newest.limit(5).update(p -> {})).isZero();

      assertThat(counter.statements()).hasSize(4);
    }
    assertThat(blog.posts().all())
        .extracting(Post::body)
        .containsExactly("last", "1 of 3", "third!");
    assertThat(blog.posts().where(DSL.noCondition()).limit(1).update(p -> p.body("x")))
        .as("a limit is a condition")
        .isEqualTo(1);
    assertThat(newest.update(p -> p.body("y"))).as("an order alone").isEqualTo(3);
  }

  @Test
  void aQueryFromACursor_updatesTheRowsBeyondIt() {
    UpdatableQuery<Post, PostDraft.Update> all =
        blog.posts().where(DSL.noCondition()).orderBy(POSTS.author().NICKNAME, POSTS.ID);
    Cursor bobs = all.slice(1).next().orElseThrow();

    assertStatements(
        blog,
        3,
        () -> {
          assertThat(all.after(bobs).update(p -> p.body("after"))).isEqualTo(2);
          assertThat(all.before(bobs).updateReturning(p -> p.body("before")))
              .containsExactly(third.withBody("before"));
          assertThat(all.after(bobs).limit(1).updateReturning(p -> p.body("next")))
              .containsExactly(first.withBody("next"));
        });
    assertThat(blog.posts().all())
        .extracting(Post::body)
        .containsExactly("next", "after", "before");
  }

  /** As of a queue: no row is taken twice, since the condition is looked at again. */
  @Test
  void workersThatTakeTheFirstRows_takeEachOnce() throws Exception {
    blog.posts().deleteAll();
    blog.posts()
        .insertBatch(IntStream.range(0, 60).boxed().toList(), (p, i) -> p.body("new").author(bob));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Long> taken = new ArrayList<>();
    try {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(() -> takeAll()));
      }
      for (Future<List<Long>> each : all) {
        taken.addAll(each.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(taken).hasSize(60).doesNotHaveDuplicates();
  }

  private List<Long> takeAll() {
    List<Long> taken = new ArrayList<>();
    UpdatableQuery<Post, PostDraft.Update> waiting = blog.posts().where(POSTS.BODY.eq("new"));
    while (waiting.exists()) {
      waiting
          .orderBy(POSTS.ID)
          .limit(3)
          .updateReturning(p -> p.body("taken"))
          .forEach(post -> taken.add(post.id()));
    }
    return taken;
  }

  // Failures -------------------------------------------------------------------------------------

  @Test
  void valuesThatCannotBeStored_areRefusedByTheirColumn() {
    String half = "half \ud83d";
    List<Consumer<UserDraft.Update>> drafts =
        List.of(
            u -> u.nickname(half),
            u -> u.nickname(half).email(USERS.EMAIL),
            u -> u.nickname(DSL.val(half)),
            u -> u.nickname(DSL.inline(half)));
    assertStatements(
        blog,
        0,
        () -> {
          for (Consumer<UserDraft.Update> draft : drafts) {
            for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                    () -> blog.users().update(1, draft),
                    () -> blog.users().updateReturning(1, draft),
                    () -> blog.users().where(USERS.ID.eq(1L)).update(draft),
                    () -> blog.users().where(USERS.ID.eq(1L)).updateReturning(draft),
                    () -> blog.users().updateAll(draft))) {
              assertThatThrownBy(call)
                  .isInstanceOf(DataAccessException.class)
                  .hasMessageContaining("users.nickname")
                  .hasMessageContaining("half a surrogate pair");
            }
          }
        });
  }

  @Test
  void brokenConstraints_nameTableColumnAndValue() {
    List<ThrowingCallable> taken =
        List.of(
            () -> blog.users().update(1, u -> u.nickname("bob")),
            () -> blog.users().updateReturning(1, u -> u.nickname("bob").email(USERS.EMAIL)),
            () -> blog.users().updateAll(u -> u.nickname("bob")),
            () -> blog.users().where(USERS.ID.eq(1L)).update(u -> u.nickname("bob")));
    assertThat(taken)
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IntegrityConstraintViolationException.class)
                    .hasMessageStartingWith("users: ")
                    .hasMessageContaining(
                        engine == SQLITE
                            ? "is there already: nickname = 'bob'"
                            : "Key (nickname)=(bob) already exists"));
    assertThatThrownBy(() -> blog.posts().update(1, p -> p.userId(99)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("posts: ")
        .hasMessageContaining(
            engine == SQLITE
                ? "user_id = [99] references a row of users"
                : "Key (user_id)=(99) is not present in table \"users\"");
    assertThatThrownBy(() -> blog.posts().update(1, p -> p.userId(POSTS.ID.plus(98))))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("posts: ");
    assertThatThrownBy(
            () -> blog.users().updateAll(u -> u.nickname(DSL.substring(USERS.EMAIL, 1, 0))))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("nickname");
    assertThatThrownBy(() -> blog.users().update(1, u -> u.nickname(USERS.ABOUT_ME)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining(
            engine == SQLITE ? "must not be NULL: users.nickname" : "null value in column \"nick");
    assertThat(blog.users().all()).containsExactly(susan, bob);
    assertThat(blog.posts().all()).containsExactly(first, second, third);
  }

  @Test
  void columnsOfOtherTables_areRefusedByTheDatabase() {
    assertThatThrownBy(() -> blog.posts().update(1, p -> p.body(USERS.NICKNAME)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("nickname")
        .hasMessageContaining("update");
    assertThatThrownBy(
            () -> blog.posts().where(POSTS.ID.eq(1L)).update(p -> p.body(DSL.max(POSTS.BODY))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("update");
    assertThat(blog.posts().get(1)).isEqualTo(first);
  }

  @Test
  void aFunctionThatThrows_isNoStatement() {
    assertStatements(
        blog,
        0,
        () ->
            assertThatThrownBy(
                    () ->
                        blog.posts()
                            .update(
                                1,
                                p -> {
                                  throw new IllegalStateException("no");
                                }))
                .hasMessage("no"));
  }

  // Transactions, threads, listeners -------------------------------------------------------------

  @Test
  void updates_areInsideTheTransaction() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.posts().update(1, p -> p.body("x"));
                      tx.posts().where(POSTS.ID.eq(2L)).update(p -> p.body(POSTS.BODY.concat("!")));
                      assertThat(tx.posts().get(2).body()).isEqualTo("second!");
                      assertThat(tx.posts().updateAll(p -> p.body("x"))).isEqualTo(3);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(blog.posts().all()).containsExactly(first, second, third);

    Post updated =
        blog.transactionResult(
            tx -> tx.posts().updateReturning(1, p -> p.body("in time")).orElseThrow());
    assertThat(updated.author()).as("after the transaction").isEqualTo(susan);
    assertThat(blog.posts().get(1)).isEqualTo(updated);
  }

  @Test
  void expressions_loseNoUpdateOfAnotherThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            threads.submit(
                () ->
                    IntStream.range(0, 25)
                        .forEach(
                            n -> blog.posts().update(1, p -> p.body(POSTS.BODY.concat("+"))))));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(blog.posts().get(1).body()).isEqualTo("first" + "+".repeat(100));
  }

  @Test
  void jooqsListeners_hearTheSameStatements() {
    Blog jooq = throughJooq();
    List<Consumer<Blog>> works =
        List.of(
            b -> b.posts().update(1, p -> p.body("a").replyToId(null)),
            b -> b.posts().update(1, p -> p.body(POSTS.BODY.concat("b")).createdAt(NOON)),
            b -> b.posts().updateReturning(1, p -> p.body("c")).orElseThrow(),
            b -> b.posts().where(POSTS.ID.le(2L)).update(p -> p.body("d").replyTo(third)),
            b -> b.posts().where(POSTS.ID.le(2L)).updateReturning(p -> p.body("e")).get(1),
            b -> b.posts().updateAll(p -> p.body(POSTS.BODY.concat("f"))));
    for (Consumer<Blog> work : works) {
      try (StatementCounter plain = StatementCounter.on(blog);
          StatementCounter heard = StatementCounter.on(jooq)) {
        work.accept(blog);
        List<Post> expected = blog.posts().all();
        work.accept(jooq);

        assertThat(heard.statements().get(0).sql()).isEqualTo(plain.statements().get(0).sql());
        assertThat(heard.statements().get(0).binds())
            .hasToString(plain.statements().get(0).binds().toString());
        assertThat(jooq.posts().count()).isEqualTo(expected.size());
      }
    }
    assertThat(blog.posts().all()).extracting(Post::body).containsExactly("eff", "eff", "thirdff");
  }
}
