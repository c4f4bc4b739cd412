package io.kinrow.microblog.command;

import io.kinrow.microblog.service.Seed;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on stderr for each kind of rows. */
final class ProgressBars implements Seed.Progress {

  @Override
  public <T> Iterable<T> over(Iterable<T> elements, String what, int count) {
    return ProgressBar.wrap(
        elements, new ProgressBarBuilder().setTaskName(what).setInitialMax(count));
  }
}
