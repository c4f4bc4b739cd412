package io.kinrow.blog.db;

import io.kinrow.blog.db.tables.Followers;
import io.kinrow.blog.db.tables.Posts;
import io.kinrow.blog.db.tables.Users;

public class Tables {
  public static final Followers FOLLOWERS = new Followers();
  public static final Posts POSTS = new Posts();
  public static final Users USERS = new Users();

  private Tables() {}
}
