package io.kinrow.microblog.service;

import io.kinrow.blog.Blog;
import io.kinrow.blog.User;
import io.kinrow.microblog.Refused;
import java.util.function.Supplier;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with users. */
public final class Users {

  private static final int LONGEST_NICKNAME = 64;
  private static final String SEE_LIST = "'microblog user list' shows all";

  private final Blog blog;

  /** The users of a blog. */
  public Users(Blog blog) {
    this.blog = blog;
  }

  /**
   * The user with a nickname.
   *
   * @throws Refused if there is none
   */
  public User get(String nickname) {
    return blog.users()
        .findByNickname(nickname)
        .orElseThrow(() -> new Refused("There is no user '" + nickname + "'", SEE_LIST));
  }

  /**
   * Adds a user.
   *
   * @throws Refused if nickname or email is taken, or is none
   */
  public User add(String nickname, String email, @Nullable String about) {
    requireNickname(nickname);
    if (!email.matches("[^\\s@]+@[^\\s@]+")) {
      throw new Refused(
          "'" + email + "' is not an email address", "It looks like name@example.com");
    }
    return unlessTaken(
        nickname,
        email,
        () -> blog.users().insert(u -> u.nickname(nickname).email(email).aboutMe(about)));
  }

  /**
   * Renames a user.
   *
   * @throws Refused if there is none, or the new name is taken
   */
  public User rename(String nickname, String newNickname) {
    requireNickname(newNickname);
    User user = get(nickname);
    return unlessTaken(
        newNickname, user.email(), () -> blog.users().update(user.withNickname(newNickname)));
  }

  private static void requireNickname(String nickname) {
    boolean odd = nickname.codePoints().anyMatch(c -> Character.isWhitespace(c) || c < ' ');
    if (nickname.isEmpty() || odd || nickname.length() > LONGEST_NICKNAME) {
      throw new Refused(
          "'" + nickname + "' is not a nickname",
          "It has 1 to " + LONGEST_NICKNAME + " characters and no spaces");
    }
  }

  private User unlessTaken(String nickname, String email, Supplier<User> write) {
    try {
      return write.get();
    } catch (IntegrityConstraintViolationException e) {
      boolean name = blog.users().findByNickname(nickname).isPresent();
      throw new Refused(
          (name ? "The nickname '" + nickname : "The email address '" + email) + "' is taken",
          "Choose another; " + SEE_LIST,
          e);
    }
  }

  /**
   * A deletion.
   *
   * @param user the user
   * @param posts how many posts the user had
   * @param refused whether nothing was deleted because of them
   */
  public record Deleted(User user, long posts, boolean refused) {}

  /**
   * Deletes a user.
   *
   * @param withPosts whether to delete the user's posts too; else a user with posts stays
   * @throws Refused if there is none
   */
  public Deleted delete(String nickname, boolean withPosts) {
    return blog.transactionResult(
        tx -> {
          User user = new Users(tx).get(nickname);
          long posts = user.postsCount();
          boolean refused = posts > 0 && !withPosts;
          if (!refused) {
            tx.users().delete(user);
          }
          return new Deleted(user, posts, refused);
        });
  }

  /**
   * Who follows whom now.
   *
   * @param follower the one
   * @param followed the other
   * @param follows whether the one follows the other now
   * @param changed whether that was otherwise before
   */
  public record Following(User follower, User followed, boolean follows, boolean changed) {}

  /**
   * Lets a user follow another.
   *
   * @throws Refused if either does not exist, or both are the same
   */
  public Following follow(String nickname, String other) {
    return blog.transactionResult(
        tx -> {
          Users users = new Users(tx);
          User follower = users.get(nickname);
          User followed = users.get(other);
          if (follower.equals(followed)) {
            throw new Refused(nickname + " cannot follow themselves", "Name another user");
          }
          boolean changed = tx.users().following(follower).add(followed) > 0;
          return new Following(follower, followed, true, changed);
        });
  }

  /**
   * Lets a user follow another no longer.
   *
   * @throws Refused if either does not exist
   */
  public Following unfollow(String nickname, String other) {
    User follower = get(nickname);
    User followed = get(other);
    boolean changed = blog.users().following(follower).remove(followed) > 0;
    return new Following(follower, followed, false, changed);
  }
}
