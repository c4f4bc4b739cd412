package io.kinrow.sample.db;

public class Tables {

  private Tables() {}
}
