package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.TableUse;
import java.util.List;
import java.util.Optional;

/** The tables and views of a database. */
interface Relations {

  /** The one that a statement names, if it is known which one that is. */
  Optional<KnownRelation> named(TableUse use);

  /** Those that people name. */
  List<KnownRelation> all();

  /** The column of a table that a column of a table or view is, unchanged. */
  Optional<ColumnOrigin> origin(KnownRelation relation, String column);
}
