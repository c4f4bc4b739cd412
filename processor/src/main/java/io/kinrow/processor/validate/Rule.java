package io.kinrow.processor.validate;

import io.kinrow.processor.problem.Problems;

/** Something that must hold before files are written. */
@FunctionalInterface
interface Rule {
  void check(Subject subject, Problems problems);
}
