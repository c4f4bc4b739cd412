package io.kinrow.sample.db;

public class Tables {
  public static final Users USERS = new Users();
  public static final Posts POSTS = new Posts();
  public static final Sums SUMS = new Sums();
  public static final Logs LOGS = new Logs();

  private Tables() {}
}
