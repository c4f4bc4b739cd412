package io.kinrow.sample.db;

public class Tables {
  public static final Notes NOTES = new Notes();
  public static final Drafts DRAFTS = new Drafts();
  public static final Logs LOGS = new Logs();
  public static final Pages PAGES = new Pages();

  private Tables() {}
}
