package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.ChildRelation;
import io.kinrow.runtime.internal.entity.JoinTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are inserted after the row of a draft, because they reference it. Not thread-safe. */
sealed interface Branch {

  /** The drafts of these rows. */
  List<Draft> drafts();

  /** Rows of any table. */
  record Children(ChildRelation<?, ?> relation, List<Draft> drafts) implements Branch {

    Children(ChildRelation<?, ?> relation) {
      this(relation, new ArrayList<>());
    }
  }

  /**
   * Rows of a join table, each with the row that it leads to, which is there already.
   *
   * @param keys what the rows of the join table reference
   */
  record Links<T>(JoinTable<?, T> relation, List<Draft> drafts, List<T> targets, Set<Object> keys)
      implements Branch {

    Links(JoinTable<?, T> relation) {
      this(relation, new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    }

    /** Adds a link, unless there is one to the same row. */
    void add(T target, Draft link) {
      int[] columns = relation.targetColumns();
      @Nullable Object[] values = relation.target().values(target, columns);
      Object key = relation.target().normal(columns, values);
      if (key == null) {
        throw new IllegalArgumentException(
            "%s: a row whose %s is NULL cannot be linked"
                .formatted(relation, relation.target().place(columns)));
      }
      if (keys.add(key)) {
        link.fill(relation.farNames(), values);
        drafts.add(link);
        targets.add(target);
      }
    }
  }
}
