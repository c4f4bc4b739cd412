package io.kinrow.sample.db;

public enum Colour {
  RED,
  GREEN
}
