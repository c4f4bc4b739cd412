package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.OnConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many rows at once leave what the same rows leave one after the other. */
@OnBothEngines
class RandomManyTest {

  private static final int ROUNDS = 60;

  private final TemporaryBlog file;
  private final Blog blog;
  private final List<User> users;

  RandomManyTest(BlogEngine engine) {
    file = new TemporaryBlog(engine);
    blog = file.open();
    users =
        blog.users()
            .insertAll(
                IntStream.range(0, 8).boxed().toList(),
                (u, n) -> u.nickname("n" + n).email("e" + n));
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  /** What some work leaves, which is then rolled back. */
  private List<List<Object>> left(Function<Blog, List<User>> work) {
    List<List<Object>> left = new ArrayList<>();
    try {
      blog.transaction(
          tx -> {
            work.apply(tx).forEach(user -> left.add(without(user)));
            tx.users().orderBy(USERS.NICKNAME).list().forEach(user -> left.add(without(user)));
            throw new IllegalStateException("enough");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("enough");
    }
    return left;
  }

  /** Without its key, which is not the same for each new row. */
  private static List<Object> without(User user) {
    return List.of(user.nickname(), user.email(), user.aboutMe());
  }

  @Test
  void updateAll() {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      List<User> changed = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        User user = users.get(random.nextInt(users.size()));
        user = random.nextBoolean() ? user.withAboutMe("a" + i) : user;
        user = random.nextBoolean() ? user.withNickname(user.nickname() + "-" + i) : user;
        changed.add(random.nextBoolean() ? user.withEmail(user.email() + "-" + i) : user);
      }
      assertThat(left(tx -> tx.users().updateAll(changed)))
          .as("seed %d", round)
          .isEqualTo(left(tx -> changed.stream().map(tx.users()::update).toList()));
    }
  }

  @Test
  void upsertAll() {
    record Row(String name, String email, boolean about) {}
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      List<Row> rows = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        rows.add(new Row("n" + (4 + random.nextInt(8)), "x" + i, random.nextInt(4) > 0));
      }
      boolean some = random.nextBoolean();
      assertThat(
              left(
                  tx -> {
                    upsert(tx, some)
                        .upsertAll(
                            rows,
                            (u, row) ->
                                row.about()
                                    ? u.nickname(row.name()).email(row.email()).aboutMe(row.email())
                                    : u.nickname(row.name()).email(row.email()));
                    return List.of();
                  }))
          .as("seed %d", round)
          .isEqualTo(
              left(
                  tx -> {
                    rows.forEach(
                        row ->
                            upsert(tx, some)
                                .upsert(
                                    u ->
                                        row.about()
                                            ? u.nickname(row.name())
                                                .email(row.email())
                                                .aboutMe(row.email())
                                            : u.nickname(row.name()).email(row.email())));
                    return List.of();
                  }));
    }
  }

  private static OnConflict<User, UserRepository.NeedsNickname, UserDraft> upsert(
      Blog tx, boolean some) {
    var byName = tx.users().onConflict(USERS.NICKNAME);
    return some ? byName.updateOnly(USERS.EMAIL) : byName;
  }

  @Test
  void links() {
    Random random = new Random(7);
    TreeSet<Long> expected = new TreeSet<>();
    var links = blog.users().following(users.get(3));
    for (int round = 0; round < ROUNDS * 3; round++) {
      List<Long> keys = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        keys.add(users.get(random.nextInt(users.size())).id());
      }
      int before = expected.size();
      switch (random.nextInt(3)) {
        case 0 -> {
          expected.addAll(keys);
          assertThat(links.addKeys(keys)).isEqualTo(expected.size() - before);
        }
        case 1 -> {
          keys.forEach(expected::remove);
          assertThat(links.removeKeys(keys)).isEqualTo(before - expected.size());
        }
        default -> {
          expected.clear();
          expected.addAll(keys);
          links.setKeys(keys);
        }
      }
      assertThat(blog.users().get(users.get(3).id()).following())
          .extracting(User::id)
          .containsExactlyElementsOf(expected);
    }
  }
}
