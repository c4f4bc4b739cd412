package io.kinrow.migrate.postgres;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a catalogue as this server has it.
 *
 * @param type its type's name
 * @param referred the catalogue whose objects it refers to, for a column of object numbers
 */
record ServerColumn(String name, String type, @Nullable String referred) {
  // procedures by number, of any name
  private static final Set<String> NUMBERS = Set.of("oid", "regproc");
  private static final Set<String> LISTS_OF_NUMBERS = Set.of("oid[]", "oidvector");
  private static final Set<String> LISTS = Set.of("text[]", "name[]", "aclitem[]");
  // expressions as trees, transaction numbers, values of any type: they mean nothing by themselves
  private static final Set<String> OPAQUE = Set.of("pg_node_tree", "xid", "anyarray");

  /** Its value as text, with names instead of numbers; null if that takes knowledge of it. */
  @Nullable String expression() {
    String column = "t." + name;
    if (NUMBERS.contains(type)) {
      return referred == null ? null : name(column);
    }
    if (LISTS_OF_NUMBERS.contains(type)) {
      return referred == null
          ? null
          : "(SELECT string_agg("
              + name("u.id")
              + ", ', ' ORDER BY u.place) FROM unnest("
              + column
              + "::oid[]) WITH ORDINALITY u (id, place))";
    }
    if (LISTS.contains(type)) {
      return column + "::text[]";
    }
    return OPAQUE.contains(type) ? null : column + "::text";
  }

  private String name(String id) {
    return "pg_authid".equals(referred)
        ? Catalogue.role(id)
        : "(SELECT r.identity FROM pg_identify_object('"
            + referred
            + "'::regclass, NULLIF("
            + id
            + "::oid, 0), 0) r)";
  }
}
