package io.kinrow.microblog.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses numbers below 1, so that the message names the option. */
final class Positive {

  private Positive() {}

  static void require(CommandSpec command, String option, long value) {
    if (value < 1) {
      throw new ParameterException(
          command.commandLine(), option + " counts from 1: " + value + " is too small");
    }
  }
}
