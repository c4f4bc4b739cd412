package io.kinrow.microblog.output;

import java.util.List;

/** Shows results in one format. */
public interface Printer {

  /** Shows rows. */
  <R> void list(Listing<R> listing);

  /** Shows one row in detail. */
  <R> void one(List<Column<R>> columns, R row);

  /** Shows what was done: a sentence for people, the row that it was done to for programs. */
  <R> void done(String sentence, List<Column<R>> columns, R row);
}
