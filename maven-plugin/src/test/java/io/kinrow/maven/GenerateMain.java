package io.kinrow.maven;

import java.nio.file.Path;

/** {@code kinrow:generate} on PostgreSQL in a process of its own, which can be killed. */
final class GenerateMain {

  private GenerateMain() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(new Project(Path.of(arguments[0])).engine("postgresql").generate());
  }
}
