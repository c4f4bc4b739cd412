package io.kinrow.sample.db;

public class Tables {
  public static final Users USERS = new Users();

  private Tables() {}
}
