package io.kinrow.microblog.service;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Adds made-up rows, all or none, by JDBC batches. The same seed on the same rows adds the same.
 */
public final class Seed {

  private static final LocalDateTime FIRST_POST = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final int FOLLOWED_BY_EACH = 5;
  private static final int REPLY_PERCENT = 20;

  private final Blog blog;
  private final Random random;
  private final Progress progress;

  /** A seed for a blog. */
  public Seed(Blog blog, long seed, Progress progress) {
    this.blog = blog;
    this.random = new Random(seed);
    this.progress = progress;
  }

  /** Told of elements as they are inserted. */
  public interface Progress {
    /** Tells nobody. */
    Progress NONE =
        new Progress() {
          @Override
          public <T> Iterable<T> over(Collection<T> elements, String what) {
            return elements;
          }
        };

    /** The same elements, watched. */
    <T> Iterable<T> over(Collection<T> elements, String what);
  }

  /**
   * How many rows were added.
   *
   * @param users users
   * @param posts posts
   * @param follows pairs of follower and followed
   */
  public record Sown(int users, int posts, int follows) {}

  /**
   * Adds users, posts by them and a few followers of each.
   *
   * @throws Refused if there are to be posts but no users
   */
  public Sown sow(int users, int posts) {
    if (users == 0 && posts > 0) {
      throw new Refused("Posts need authors", "Add some: --users 1");
    }
    return blog.transactionResult(
        tx -> {
          long firstUser = highest(tx, USERS, USERS.ID) + 1;
          long firstPost = highest(tx, POSTS, POSTS.ID) + 1;
          Sown sown =
              new Sown(
                  addUsers(tx, firstUser, users),
                  addPosts(tx, firstUser, users, firstPost, posts),
                  addFollows(tx, firstUser, users));
          GivenKeys.skip(tx, USERS, USERS.ID);
          GivenKeys.skip(tx, POSTS, POSTS.ID);
          return sown;
        });
  }

  private static long highest(Blog tx, Table<?> table, Field<Long> id) {
    Long highest = tx.dsl().select(DSL.max(id)).from(table).fetchSingle().value1();
    return highest == null ? 0 : highest;
  }

  private int addUsers(Blog tx, long first, int count) {
    return tx.users()
        .insertBatch(
            progress.over(upTo(count), "users"),
            (u, i) -> {
              String nickname = Words.name(random) + (first + i);
              return u.nickname(nickname)
                  .email(nickname + "@example.com")
                  .id(first + i)
                  .aboutMe(Words.sentence(random));
            });
  }

  private int addPosts(Blog tx, long firstUser, int users, long first, int count) {
    return tx.posts()
        .insertBatch(
            progress.over(upTo(count), "posts"),
            (p, i) -> {
              boolean reply = i > 0 && random.nextInt(100) < REPLY_PERCENT;
              return p.body(Words.sentence(random))
                  .userId(firstUser + random.nextInt(users))
                  .id(first + i)
                  .createdAt(FIRST_POST.plusMinutes(first + i))
                  .replyToId(reply ? first + random.nextInt(i) : null);
            });
  }

  private record Follow(long follower, long followed) {}

  private int addFollows(Blog tx, long firstUser, int users) {
    List<Follow> follows = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      Set<Integer> others = new LinkedHashSet<>();
      for (int j = 0; j < FOLLOWED_BY_EACH; j++) {
        others.add(random.nextInt(users));
      }
      others.remove(i);
      long follower = firstUser + i;
      others.forEach(other -> follows.add(new Follow(follower, firstUser + other)));
    }
    return tx.followers()
        .insertBatch(
            progress.over(follows, "follows"),
            (f, follow) -> f.followerId(follow.follower()).followedId(follow.followed()));
  }

  /** The numbers from 0; a collection, so that whoever watches knows how many. */
  private static Collection<Integer> upTo(int count) {
    return new AbstractList<>() {
      @Override
      public Integer get(int index) {
        return index;
      }

      @Override
      public int size() {
        return count;
      }
    };
  }
}
