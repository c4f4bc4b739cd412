package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.exception.NoDataFoundException;
import org.junit.jupiter.api.Test;

/** Numbers as people write them, for keys and columns whose type is Long: most of it compiles. */
@OnBothEngines
class NumberLiteralTest {

  private final BlogEngine engine;

  NumberLiteralTest(BlogEngine engine) {
    this.engine = engine;
  }

  private static <A, B> B apply(Function<A, B> function, A argument) {
    return function.apply(argument);
  }

  @Test
  void keys_mayBeWrittenInEveryWay() throws Exception {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.openWith(5, 2)) {
      UserRepository users = blog.users();
      User user = users.get(4);
      Long boxed = Long.valueOf(4);
      Integer integer = 4;
      short small = 4;
      assertThat(
              List.of(
                  users.get(4L),
                  users.get(boxed),
                  users.get(user.id()),
                  users.get(integer),
                  users.get(small),
                  users.get(Objects.requireNonNull(boxed)),
                  users.get(user.id() > 0 ? user.id() : boxed),
                  users.get(Optional.of(4L).orElseThrow()),
                  users.find(4).orElseThrow(),
                  users.find(boxed).orElseThrow()))
          .allMatch(user::equals);
      assertThat(users.exists(4)).isTrue();
      assertThat(users.exists(boxed)).isTrue();
      assertThat(users.exists(99)).isFalse();
      assertThat(users.find(99)).isEmpty();
      assertThat(users.deleteByKey(99)).isFalse();
      assertThatThrownBy(() -> users.get(99))
          .isInstanceOf(NoDataFoundException.class)
          .hasMessage("no row of users has the key 99");
      assertThat(blog.posts().deleteByKey(1)).isTrue();
      assertThat(blog.posts().listByUserId(4)).hasSize(2);
    }
  }

  @Test
  void methodReferences_areNotAmbiguous() throws Exception {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.openWith(5, 0)) {
      UserRepository users = blog.users();
      User user = users.get(4);
      Function<Long, User> function = users::get;
      LongFunction<User> primitive = users::get;
      BiFunction<UserRepository, Long, User> unbound = UserRepository::get;
      Predicate<Long> exists = users::exists;
      LongPredicate primitiveExists = users::exists;
      Map<Long, User> cache = new HashMap<>();
      assertThat(
              List.of(
                  function.apply(4L),
                  primitive.apply(4),
                  unbound.apply(users, 4L),
                  cache.computeIfAbsent(4L, users::get),
                  apply(users::get, 4L),
                  Optional.of(4L).map(users::get).orElseThrow(),
                  Optional.of(4L).flatMap(users::find).orElseThrow(),
                  Stream.of(4L).map(users::get).toList().get(0),
                  Stream.of(4).map(users::get).toList().get(0),
                  Stream.of(4L).map(users::find).flatMap(Optional::stream).toList().get(0),
                  LongStream.of(4).mapToObj(users::get).toList().get(0),
                  LongStream.of(4).mapToObj(users::find).toList().get(0).orElseThrow(),
                  IntStream.of(4).mapToObj(users::get).toList().get(0),
                  Stream.of(4L).collect(Collectors.toMap(id -> id, users::get)).get(4L),
                  Stream.of(4L)
                      .collect(Collectors.mapping(users::get, Collectors.toList()))
                      .get(0)))
          .allMatch(user::equals);
      assertThat(exists.test(4L) && primitiveExists.test(4)).isTrue();
      assertThat(Stream.of(4L, 99L).filter(users::exists)).containsExactly(4L);
      assertThat(Stream.of(4L, 99L).filter(Predicate.not(users::exists))).containsExactly(99L);
      assertThat(LongStream.of(4, 99).filter(users::exists).boxed()).containsExactly(4L);
    }
  }

  @Test
  void columnsThatMayBeNull_takeLiteralsAndNull() throws Exception {
    try (TemporaryBlog file = new TemporaryBlog(engine);
        Blog blog = file.openWith(2, 1)) {
      Long boxed = 1L;
      Post literal = blog.posts().insert(p -> p.body("a").userId(1).replyToId(1));
      Post wrapped = blog.posts().insert(p -> p.body("b").userId(boxed).replyToId(boxed));
      Post none = blog.posts().insert(p -> p.body("c").userId(2).replyToId(null));
      assertThat(literal.replyToId()).hasValue(1L);
      assertThat(wrapped.replyToId()).hasValue(1L);
      assertThat(none.replyToId()).isEmpty();
      assertThat(blog.posts().update(none.withReplyToId(2)).replyToId()).hasValue(2L);
      assertThat(none.withReplyToId(boxed).replyToId()).hasValue(1L);
      assertThat(literal.withReplyToId(null).replyToId()).isEmpty();
      assertThat(literal.withReplyToId(none.replyToId().orElse(null)).replyToId()).isEmpty();
      assertThat(literal.withReplyToId(boxed > 1 ? boxed : null).replyToId()).isEmpty();
      assertThat(Optional.of(2L).map(none::withReplyToId).flatMap(Post::replyToId)).hasValue(2L);
      assertThat(blog.users().where(USERS.ID.eq(1L)).list()).hasSize(1);
    }
  }
}
