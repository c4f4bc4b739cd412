package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inserts, updates, upserts, deletes, transactions, and what refuses them. */
@OnBothEngines
class WriteTest {

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog blog;
  private final User susan;

  WriteTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    blog = file.open();
    susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  @Test
  void insert_returnsKeyAndDefaults() {
    Post post = blog.posts().insert(p -> p.body("Hello").author(susan));

    assertThat(post.id()).isEqualTo(1);
    assertThat(post.createdAt()).isBefore(LocalDateTime.now().plusDays(1));
    assertThat(post.replyTo()).isEmpty();
    assertThat(blog.posts().get(1L)).isEqualTo(post).hasSameHashCodeAs(post);
    assertThat(post.toString()).contains("Hello");
  }

  @Test
  void update_sendsTheChangedColumnsOnly() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      User renamed = blog.users().update(susan.withNickname("suzy"));

      assertThat(renamed.nickname()).isEqualTo("suzy");
      assertThat(counter.statements()).hasSize(1);
      assertThat(counter.statements().get(0).sql())
          .startsWith(engine.rendered("update \"users\" set \"nickname\" = ? where"));
      assertThat(counter.statements().get(0).binds()).containsExactly("suzy", 1L);
      assertThat(blog.users().update(renamed)).as("nothing changed").isSameAs(renamed);
      assertThat(counter.count()).isEqualTo(1);
    }
    assertThat(blog.users().get(1L).nickname()).isEqualTo("suzy");
  }

  @Test
  void insert_leadsToTheEntityThatItWasGiven() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      Post post = blog.posts().insert(p -> p.body("Hello").author(susan));
      assertThat(post.author()).isSameAs(susan);
      Post reply = blog.posts().insert(p -> p.body("Hi").author(susan).replyTo(post));
      assertThat(reply.replyTo()).containsSame(post);
      assertThat(reply.withBody("Hey").author()).isSameAs(susan);
      assertThat(counter.count()).isEqualTo(2);
    }
  }

  @Test
  void insert_looksForTheEntity_whenTheGivenOneIsNotTheStoredRow() {
    User bob = blog.users().insert(u -> u.nickname("bob").email("bob@example.com"));
    User unsaved = susan.withNickname("unsaved");
    assertThat(blog.posts().insert(p -> p.body("1").author(unsaved)).author()).isEqualTo(susan);
    assertThat(blog.posts().insert(p -> p.body("2").author(susan).userId(bob.id())).author())
        .isEqualTo(bob);
    assertThat(blog.posts().insert(p -> p.body("3").author(susan).replyTo(null)).replyTo())
        .isEmpty();

    blog.transaction(
        tx -> {
          Post inside = tx.posts().insert(p -> p.body("4").author(susan));
          assertThat(inside.author()).as("navigates inside").isNotSameAs(susan).isEqualTo(susan);
          assertThat(inside.author().posts()).hasSize(3);
        });
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog other = file.openWith(1, 0)) {
      User stranger = other.users().get(1L);
      assertThat(blog.posts().insert(p -> p.body("5").author(stranger)).author()).isEqualTo(susan);
    }
  }

  @Test
  void writes_returnWhatIsStored_toTheLastDigitOfATime() {
    Random random = new Random(17);
    for (int i = 0; i < 40; i++) {
      LocalDateTime[] times = new LocalDateTime[4];
      for (int j = 0; j < times.length; j++) {
        int nanos = random.nextBoolean() ? random.nextInt(1_000_000_000) : 999_999_500 + j;
        times[j] = LocalDateTime.of(1969 + random.nextInt(90), 12, 31, 23, 59, 59, nanos);
      }
      Post post = blog.posts().insert(p -> p.body("x").author(susan).createdAt(times[0]));
      long id = post.id();
      assertThat(post).isEqualTo(blog.posts().get(id));
      post = blog.posts().update(post.withCreatedAt(times[1]));
      assertThat(post).isEqualTo(blog.posts().get(id));
      post = blog.posts().updateAll(List.of(post.withCreatedAt(times[2]))).get(0);
      assertThat(post).isEqualTo(blog.posts().get(id));
      post = blog.posts().upsert(p -> p.body("y").author(susan).id(id).createdAt(times[3]));
      assertThat(post).isEqualTo(blog.posts().get(id));
    }
  }

  @Test
  void update_runsNothing_whenTheValuesAreEqual() {
    Post post = blog.posts().insert(p -> p.body("Hello").author(susan));

    try (StatementCounter counter = StatementCounter.on(blog)) {
      User same = susan.withNickname(new String("susan")).withAboutMe(null);
      assertThat(blog.users().update(same)).isSameAs(same).isEqualTo(susan);
      assertThat(blog.posts().update(post.withAuthor(susan).withCreatedAt(post.createdAt())))
          .isEqualTo(post);
      blog.users().updateAll(List.of(susan.withNickname("susan"), same));
      assertThat(counter.count()).isZero();

      blog.users().update(susan.withEmail("susan@example.com").withNickname("suzy"));
      assertThat(counter.statements().get(0).binds()).containsExactly("suzy", 1L);
      assertThat(counter.count()).isEqualTo(1);
    }
  }

  @Test
  void update_clearsANullableColumn() {
    User about = blog.users().update(susan.withAboutMe("likes databases"));
    assertThat(blog.users().get(1L).aboutMe()).hasValue("likes databases");

    blog.users().update(about.withAboutMe(null));

    assertThat(blog.users().get(1L).aboutMe()).isEmpty();
  }

  @Test
  void update_throws_whenTheRowIsGone() {
    blog.users().delete(susan);

    assertThatThrownBy(() -> blog.users().update(susan.withNickname("x")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("users")
        .hasMessageContaining("1");
  }

  @Test
  void delete_cascadesAsTheSchemaSays_andTellsWhetherTheRowWasThere() {
    blog.posts().insert(p -> p.body("Hello").author(susan));

    assertThat(blog.users().delete(susan)).isTrue();
    assertThat(blog.posts().count()).isZero();
    assertThat(blog.users().delete(susan)).isFalse();
    assertThat(blog.users().deleteByKey(1L)).isFalse();
  }

  @Test
  void deleteWhere_countsTheRows() {
    blog.users().insert(u -> u.nickname("bob").email("bob@example.com"));
    blog.users().insert(u -> u.nickname("bert").email("bert@example.com"));

    assertThat(blog.users().deleteWhere(USERS.NICKNAME.startsWith("b"))).isEqualTo(2);
    assertThat(blog.users().all()).containsExactly(susan);
  }

  @Test
  void upsert_insertsOrUpdatesByKeyOrUniqueKey() {
    User same =
        blog.users()
            .upsertByNickname(u -> u.nickname("susan").email("new@example.com").aboutMe("me"));
    assertThat(same.id()).isEqualTo(susan.id());
    assertThat(same.email()).isEqualTo("new@example.com");

    User other = blog.users().upsertByNickname(u -> u.nickname("bob").email("bob@example.com"));
    assertThat(other.id()).isNotEqualTo(susan.id());

    User byKey = blog.users().upsert(u -> u.nickname("sue").email("new@example.com").id(1));
    assertThat(byKey.nickname()).isEqualTo("sue");
    assertThat(byKey.aboutMe()).as("not given, so kept").hasValue("me");
    assertThatThrownBy(() -> blog.users().upsert(u -> u.nickname("x").email("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id");
  }

  @Test
  void insertAll_returnsTheRows_orStoresNone() {
    List<User> users =
        blog.users().insertAll(List.of("a", "b"), (u, name) -> u.nickname(name).email(name + "@x"));
    assertThat(users).extracting(User::nickname).containsExactly("a", "b");

    assertThatThrownBy(
            () ->
                blog.users()
                    .insertAll(
                        List.of("c", "susan", "d"),
                        (u, name) -> u.nickname(name).email(name + "@y")))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining(engine == SQLITE ? "'susan'" : "(susan)");
    assertThat(blog.users().count()).isEqualTo(3);
  }

  @Test
  void insertBatch_writesThousands_orNone() {
    List<Integer> numbers = IntStream.range(0, 2500).boxed().toList();
    assertThat(blog.posts().insertBatch(numbers, (p, i) -> p.body("post " + i).author(susan)))
        .isEqualTo(2500);
    assertThat(blog.posts().count()).isEqualTo(2500);

    assertThatThrownBy(
            () ->
                blog.posts()
                    .insertBatch(
                        numbers, (p, i) -> p.body("again " + i).userId(i == 2000 ? 99 : 1)))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThat(blog.posts().count()).isEqualTo(2500);
  }

  @Test
  void uniqueViolation_namesTableColumnAndValue() {
    assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("susan").email("other")))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("users: ")
        .hasMessageContaining(
            engine == SQLITE
                ? "is there already: nickname = 'susan'"
                : "Key (nickname)=(susan) already exists");
  }

  @Test
  void foreignKeyViolation_namesTheMissingParent() {
    assertThatThrownBy(() -> blog.posts().insert(p -> p.body("x").userId(99)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("posts: ")
        .hasMessageContaining(
            engine == SQLITE
                ? "user_id = [99] references a row of users"
                : "Key (user_id)=(99) is not present in table \"users\"");
  }

  @Test
  void transaction_isAllOrNothing() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.users().insert(u -> u.nickname("bob").email("bob@example.com"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(blog.users().count()).isEqualTo(1);
  }

  @Test
  void transactionsDatabase_isOfNoUseAfterIt() {
    Blog kept = blog.transactionResult(tx -> tx);

    assertThatThrownBy(() -> kept.users().all())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has ended");
    assertThatThrownBy(() -> kept.users().insert(u -> u.nickname("x").email("x")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(kept::dsl).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nestedTransaction_isASavepoint() {
    blog.transaction(
        tx -> {
          tx.users().insert(u -> u.nickname("bob").email("bob@example.com"));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> {
                            inner.users().insert(u -> u.nickname("eve").email("eve@x"));
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          tx.transaction(inner -> inner.users().insert(u -> u.nickname("al").email("al@x")));
        });

    assertThat(blog.users().all()).extracting(User::nickname).containsExactly("susan", "bob", "al");
  }

  @Test
  void dsl_isInsideTheTransaction() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.dsl().deleteFrom(USERS).execute();
                      assertThat(tx.users().count()).isZero();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(blog.users().count()).isEqualTo(1);
  }

  @Test
  void using_joinsTheTransactionOfAJooqContext() {
    blog.dsl()
        .connection(
            connection -> {
              Blog inside = Blog.using(DSL.using(connection, engine.dialect()));
              DSL.using(connection, engine.dialect())
                  .transaction(
                      c -> {
                        Blog.using(c.dsl())
                            .users()
                            .insert(u -> u.nickname("bob").email("bob@example.com"));
                      });
              assertThat(inside.users().count()).isEqualTo(2);
            });
    assertThat(blog.users().findByNickname("bob")).isPresent();
  }

  @Test
  void keptStatements_surviveAnAlteredTable() {
    assertThat(blog.users().get(1L)).isEqualTo(susan);
    blog.dsl().execute("alter table users add column motto text");

    assertThat(blog.users().get(1L)).isEqualTo(susan);
    assertThat(blog.users().insert(u -> u.nickname("x").email("x")).id()).isEqualTo(2);
  }

  @Test
  void closedDatabase_saysSo() {
    Blog closed = file.open();
    closed.close();
    assertThatThrownBy(() -> closed.users().all()).hasMessageContaining("closed");
  }
}
