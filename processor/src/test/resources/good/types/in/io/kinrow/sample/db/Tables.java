package io.kinrow.sample.db;

public class Tables {
  public static final Things THINGS = new Things();
  public static final Totals TOTALS = new Totals();
  public static final Logs LOGS = new Logs();
  public static final People PEOPLE = new People();

  private Tables() {}
}
