package io.kinrow.benchmarks.peer;

import io.kinrow.blog.BlogReports;
import java.util.Collection;
import java.util.List;

/** Kinrow's declared queries. */
record KinrowSql(BlogReports reports) implements OwnSql {

  @Override
  public List<BlogReports.Line> lines(long first, long last) {
    return reports.lines(first, last);
  }

  @Override
  public long posts(long userId) {
    return reports.posts(userId);
  }

  @Override
  public List<BlogReports.Writer> writers(long first, long last) {
    return reports.writers(first, last);
  }

  @Override
  public List<BlogReports.Text> texts(Collection<Long> ids) {
    return reports.texts(ids);
  }
}
