package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.compare.Tables;
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
public final class Mentions {

  private Mentions() {}

  static Set<Name> in(View view) {
    return names(view.definition().text());
  }

  static Set<Name> in(Trigger trigger) {
    Set<Name> names = names(trigger.definition().text());
    names.add(trigger.table());
    return names;
  }

  /** Whether a trigger fires when a column of its table is updated. */
  static boolean fires(Trigger trigger, Name table, Name column) {
    if (!trigger.table().equals(table)) {
      return false;
    }
    List<Token> tokens = Tokenizer.tokens(trigger.definition().text());
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("UPDATE") && !tokens.get(at).is("ON")) {
      at++;
    }
    if (at == tokens.size() || tokens.get(at).is("ON")) {
      return false;
    }
    if (!tokens.get(at + 1).is("OF")) {
      return true;
    }
    return tokens.subList(at + 2, tokens.size()).stream()
        .takeWhile(token -> !token.is("ON"))
        .anyMatch(token -> token.isName() && new Name(token.unquoted()).equals(column));
  }

  /** Returns the tables that may change when triggers of one of them fire, and those it names. */
  public static Set<Name> reached(Catalog catalog, Collection<Name> tables) {
    Set<Name> reached = new HashSet<>(tables);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Trigger trigger : catalog.triggers()) {
        grown |= reached.contains(trigger.table()) && reached.addAll(in(trigger));
      }
    }
    return reached;
  }

  /** Whether an expression names one of these. */
  static boolean any(String sql, Collection<Name> wanted) {
    return names(sql).stream().anyMatch(wanted::contains);
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

  /** Returns views, each behind those it selects from. */
  public static List<View> inOrder(Collection<View> views) {
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
