package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Name;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jetbrains.annotations.ApiStatus;

/**
 * How alike two names are, by the pairs of letters they share: 1 is the same, 0 nothing.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Similarity {

  private Similarity() {}

  static double of(Name one, Name other) {
    Set<String> first = pairs(one);
    Set<String> second = pairs(other);
    Set<String> common = new HashSet<>(first);
    common.retainAll(second);
    return 2.0 * common.size() / Math.max(1, first.size() + second.size());
  }

  /** Returns the name most like a wanted one, if any is. */
  public static Optional<Name> closest(Name wanted, Collection<Name> names) {
    return names.stream()
        .filter(name -> of(wanted, name) > 0.4)
        .max(Comparator.comparingDouble(name -> of(wanted, name)));
  }

  private static Set<String> pairs(Name name) {
    String text = "^" + name.text().toLowerCase(Locale.ROOT) + "$";
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
