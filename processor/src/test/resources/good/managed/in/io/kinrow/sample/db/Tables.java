package io.kinrow.sample.db;

public class Tables {
  public static final Users USERS = new Users();
  public static final Posts POSTS = new Posts();
  public static final Files FILES = new Files();

  private Tables() {}
}
