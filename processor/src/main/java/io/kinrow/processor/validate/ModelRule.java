package io.kinrow.processor.validate;

import io.kinrow.processor.problem.Problems;

/** Something that must hold before files are written. */
@FunctionalInterface
interface ModelRule {
  void check(Subject subject, Problems problems);
}
