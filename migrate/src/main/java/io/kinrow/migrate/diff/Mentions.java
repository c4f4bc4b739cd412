package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which views and triggers name what; a name in any place of their text counts. */
final class Mentions {

  private Mentions() {}

  static Set<Name> in(View view) {
    return names(view.definition().text());
  }

  static Set<Name> in(Trigger trigger) {
    Set<Name> names = names(trigger.definition().text());
    names.add(trigger.table());
    return names;
  }

  /** The views that name one of these tables or views, or a view that does. */
  static Set<Name> views(Catalog catalog, Collection<Name> names) {
    Set<Name> reached = new HashSet<>(names);
    Set<Name> views = new HashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (View view : catalog.views()) {
        if (!views.contains(view.name()) && in(view).stream().anyMatch(reached::contains)) {
          views.add(view.name());
          reached.add(view.name());
          grown = true;
        }
      }
    }
    return views;
  }

  /** Views, each behind those it selects from. */
  static List<View> inOrder(Collection<View> views) {
    Map<Name, View> byName = new LinkedHashMap<>();
    views.forEach(view -> byName.put(view.name(), view));
    return Tables.sorted(byName, Mentions::in);
  }

  private static Set<Name> names(String sql) {
    return Tokenizer.tokens(sql).stream()
        .filter(Token::isName)
        .map(token -> new Name(token.unquoted()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
