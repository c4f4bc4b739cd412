package io.kinrow.sample.db;

public class Tables {
  public static final Notes NOTES = new Notes();
  public static final Drafts DRAFTS = new Drafts();

  private Tables() {}
}
