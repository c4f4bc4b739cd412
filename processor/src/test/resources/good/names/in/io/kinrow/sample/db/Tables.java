package io.kinrow.sample.db;

public class Tables {
  public static final Records_ RECORDS = new Records_();
  public static final Strings STRINGS = new Strings();
  public static final Query QUERY = new Query();
  public static final Shapes SHAPES = new Shapes();
  public static final Works WORKS = new Works();
  public static final List LIST = new List();
  public static final Optional OPTIONAL = new Optional();
  public static final Drafts DRAFTS = new Drafts();
  public static final Scopes SCOPES = new Scopes();
  public static final Objects OBJECTS = new Objects();
  public static final Overrides OVERRIDES = new Overrides();

  private Tables() {}
}
