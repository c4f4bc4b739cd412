package io.kinrow.processor.jooq;

import io.kinrow.runtime.dialect.UntypedBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.meta.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/**
 * Columns of the types that PostgreSQL's extensions bring along, such as {@code citext}, {@code
 * hstore} and {@code ltree}: jOOQ knows none of them, so they are texts, as PostgreSQL writes and
 * reads them. Types that the user forces come first.
 */
final class ExtensionTypes {

  private ExtensionTypes() {}

  static void addTo(Database database) {
    if (database.getDialect().family() != SQLDialect.POSTGRES) {
      return;
    }
    List<ForcedType> texts = new ArrayList<>();
    for (Record row :
        database
            .create()
            .fetch(
                "select distinct t.typname from pg_depend d join pg_type t on t.oid = d.objid"
                    + " where d.deptype = 'e' and d.classid = 'pg_type'::regclass"
                    + " and t.typtype = 'b' and t.typelem = 0 order by 1")) {
      texts.add(
          new ForcedType()
              .withUserType(String.class.getName())
              .withBinding(UntypedBinding.class.getName())
              .withIncludeTypes("(.*\\.)?\"?" + Pattern.quote(row.get(0, String.class)) + "\"?")
              .withObjectType(ForcedTypeObjectType.COLUMN));
    }
    // not set, since jOOQ would then tell of those that no column has
    database.getConfiguredForcedTypes().addAll(texts);
  }
}
