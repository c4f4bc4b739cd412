package io.kinrow.sample.db;

public class Tables {
  public static final Users USERS = new Users();
  public static final People PEOPLE = new People();

  private Tables() {}
}
