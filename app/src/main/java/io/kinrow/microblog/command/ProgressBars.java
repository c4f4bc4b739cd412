package io.kinrow.microblog.command;

import io.kinrow.microblog.service.Seed;
import java.util.Collection;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on stderr for each kind of rows. */
final class ProgressBars implements Seed.Progress {

  @Override
  public <T> Iterable<T> over(Collection<T> elements, String what) {
    return ProgressBar.wrap(elements, new ProgressBarBuilder().setTaskName(what));
  }
}
