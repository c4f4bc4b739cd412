package io.kinrow.sample.db;

public class Tables {
  public static final Users USERS = new Users();
  public static final Events EVENTS = new Events();
  public static final Secrets SECRETS = new Secrets();

  private Tables() {}
}
