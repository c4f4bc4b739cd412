package io.kinrow.runtime.internal.entity;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;

/** What is selected for each row of a table: its columns, or some of them and others. */
public interface RowSource {

  /** The table, and what is joined to it without changing the number of rows. */
  Table<?> from();

  /** The columns in the order in which they are read. */
  List<Field<?>> columns();

  /** How many columns that are. */
  int width();
}
