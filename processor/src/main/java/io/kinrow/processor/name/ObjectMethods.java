package io.kinrow.processor.name;

import java.util.Set;

/** The methods of {@code Object}, which no generated member may be called like. */
public final class ObjectMethods {

  /** Without and with parameters: a draft has a method with one parameter for each column. */
  private static final Set<String> NAMES =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private ObjectMethods() {}

  /** Whether one of them has this name. */
  public static boolean contain(String name) {
    return NAMES.contains(name);
  }
}
