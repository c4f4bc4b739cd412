package io.kinrow.microblog.service;

import static io.kinrow.blog.db.Tables.FOLLOWERS;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.kinrow.blog.Blog;
import java.time.LocalDateTime;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * How much there is, and who leads.
 *
 * @param users number of users
 * @param posts number of posts
 * @param replies number of posts that answer another
 * @param follows number of pairs of follower and followed
 * @param firstPost when the first post was written; null without posts
 * @param lastPost when the last post was written; null without posts
 * @param mostPosts who wrote the most posts; null without posts
 * @param mostFollowers who has the most followers; null if nobody follows
 */
public record Statistics(
    long users,
    long posts,
    long replies,
    long follows,
    @Nullable LocalDateTime firstPost,
    @Nullable LocalDateTime lastPost,
    @Nullable String mostPosts,
    @Nullable String mostFollowers) {

  /** Reads them from a blog: what repositories do not offer is jOOQ's business. */
  public static Statistics of(Blog blog) {
    Record3<Integer, LocalDateTime, LocalDateTime> posts =
        blog.dsl()
            .select(count(POSTS.REPLY_TO_ID), min(POSTS.CREATED_AT), max(POSTS.CREATED_AT))
            .from(POSTS)
            .fetchSingle();
    return new Statistics(
        blog.users().count(),
        blog.posts().count(),
        posts.value1(),
        blog.followers().count(),
        posts.value2(),
        posts.value3(),
        leader(blog, POSTS, POSTS.USER_ID),
        leader(blog, FOLLOWERS, FOLLOWERS.FOLLOWED_ID));
  }

  private static @Nullable String leader(Blog blog, Table<?> table, Field<Long> user) {
    return blog.dsl()
        .select(USERS.NICKNAME)
        .from(table)
        .join(USERS)
        .on(USERS.ID.eq(user))
        .groupBy(USERS.ID, USERS.NICKNAME)
        .orderBy(count().desc(), USERS.ID)
        .limit(1)
        .fetchOne(USERS.NICKNAME);
  }
}
