package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A text with half a surrogate pair is refused with its place, on every way to the database. */
class HalfTextsTest {

  private static final String HALF = "su\ud800san";
  private static final String SHOWN = "'su\\ud800san'";

  @Test
  void texts_areRefusedWithTableColumnAndKey() {
    try (TemporaryBlog file = new TemporaryBlog();
        Blog blog = file.openWith(2, 1)) {
      assertThat(wrong(blog)).isEmpty();
    }
  }

  /** What does not fail as it should. */
  static List<String> wrong(Blog blog) {
    User user = blog.users().all().get(0);
    List<String> few = List.of("a", HALF);
    List<String> many = new ArrayList<>(Collections.nCopies(50, "a"));
    many.add(HALF);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put(
        "users.nickname: the text " + SHOWN,
        () -> blog.users().insert(u -> u.nickname(HALF).email("e")));
    calls.put(
        "users.email: the text " + SHOWN,
        () -> blog.users().insertBatch(List.of(1), (u, i) -> u.nickname("n").email(HALF)));
    calls.put(
        "users.nickname of the row with id = " + user.id() + ": the text " + SHOWN,
        () -> blog.users().update(user.withNickname(HALF)));
    calls.put("users.nickname: the text", () -> blog.users().findByNickname(HALF));
    calls.put("users.nickname: the te", () -> blog.users().where(USERS.NICKNAME.eq(HALF)).list());
    calls.put(
        "users.nickname: the t",
        () -> blog.users().where(USERS.ID.gt(0L), USERS.NICKNAME.in(few)).count());
    calls.put("users.nickname: the ", () -> blog.users().where(USERS.NICKNAME.in(many)).list());
    calls.put("users.nickname: the", () -> blog.users().where(USERS.NICKNAME.notIn(many)).exists());
    calls.put("users.nickname: th", () -> blog.users().where(USERS.NICKNAME.like(HALF)).list());
    calls.put(
        "users.nickname: t", () -> blog.users().where(USERS.NICKNAME.between("a", HALF)).list());
    calls.put(
        "users.email: t",
        () -> blog.users().where(USERS.NICKNAME.eq("a").or(USERS.EMAIL.gt(HALF))).list());
    calls.put("users.email: th", () -> blog.users().deleteWhere(USERS.EMAIL.eq(HALF)));
    calls.put("", () -> blog.users().where(DSL.val(HALF).eq(USERS.EMAIL)).list());
    calls.put(
        "users.email: the text " + SHOWN + " contains",
        () ->
            blog.dsl()
                .insertInto(USERS, USERS.NICKNAME, USERS.EMAIL)
                .values("a", "b")
                .values("n", HALF)
                .execute());
    calls.put(
        "users.email: the text " + SHOWN + " contains ",
        () -> blog.dsl().fetchCount(USERS, USERS.EMAIL.in("a", HALF)));
    calls.put(
        "the text " + SHOWN + " contains",
        () -> blog.dsl().update(POSTS).set(POSTS.BODY, HALF).execute());
    List<String> wrong = new ArrayList<>();
    calls.forEach(
        (message, call) -> {
          try {
            call.call();
            wrong.add(message + ": nothing was thrown");
          } catch (DataTypeException e) {
            if (!e.getMessage().startsWith(message)
                || !e.getMessage().contains(SHOWN)
                || e.getMessage().contains("column 0")) {
              wrong.add(message + ": " + e.getMessage());
            }
          } catch (Throwable e) {
            wrong.add(message + ": " + e);
          }
        });
    return wrong;
  }
}
