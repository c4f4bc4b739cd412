package io.kinrow.benchmarks.peer;

import static io.kinrow.blog.db.Tables.USERS;

import io.kinrow.blog.Blog;
import io.kinrow.blog.User;
import java.util.List;

/** By the generated repositories. */
record KinrowManyRows(Blog blog) implements ManyRows<User> {

  @Override
  public void update(List<User> users, String aboutMe) {
    blog.users().updateAll(users.stream().map(user -> user.withAboutMe(aboutMe)).toList());
  }

  @Override
  public List<User> upsert(List<Person> people) {
    return blog.users()
        .onConflict(USERS.NICKNAME)
        .upsertAll(
            people, (u, p) -> u.nickname(p.nickname()).email(p.email()).aboutMe(p.aboutMe()));
  }

  @Override
  public int follow(long user, List<Long> others) {
    return blog.users().following(user).addKeys(others);
  }

  @Override
  public int unfollowAll(long user) {
    return blog.users().following(user).clear();
  }
}
