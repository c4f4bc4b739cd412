package io.kinrow.sample.db;

public class Tables {
  public static final Things THINGS = new Things();
  public static final Totals TOTALS = new Totals();
  public static final Logs LOGS = new Logs();
  public static final People PEOPLE = new People();
  public static final Flags FLAGS = new Flags();
  public static final Levels LEVELS = new Levels();

  private Tables() {}
}
