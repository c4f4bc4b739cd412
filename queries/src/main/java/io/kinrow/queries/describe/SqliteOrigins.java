package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables and views of a SQLite database, with where the columns of views come from. */
record SqliteOrigins(SqliteRelations schema, TaggedCopy copy) implements Relations {

  @Override
  public Optional<KnownRelation> named(TableUse use) {
    return schema.named(use);
  }

  @Override
  public List<KnownRelation> all() {
    return schema.all();
  }

  @Override
  public Optional<ColumnOrigin> origin(KnownRelation relation, String column) {
    Optional<KnownColumn> known = relation.column(column);
    if (known.isEmpty() || relation.plain()) {
      return known.map(found -> new ColumnOrigin("", relation.name(), found.name()));
    }
    String select =
        "select " + Names.quoted(known.get().name()) + " from " + Names.quoted(relation.name());
    try {
      QueryShape shape = QueryShape.of(SqlSyntax.SQLITE.tokens(select));
      StatementScope scope = new StatementScope(this, SqlSyntax.SQLITE, select, shape);
      ColumnOrigin origin = copy.describe(select).get(0).origin();
      return Optional.of(origin)
          .filter(found -> !SqliteDoubts.of(schema, copy, scope).isMixed(found));
    } catch (SQLException | WrongSqlException e) {
      return Optional.empty();
    }
  }
}
