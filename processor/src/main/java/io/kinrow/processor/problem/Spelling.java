package io.kinrow.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what was meant by a misspelled name. */
public final class Spelling {

  private static final int MANY = 12;

  private Spelling() {}

  /** {@code "; did you mean 'users'?"}, or the names that are available. */
  public static String hint(String wanted, Collection<String> known) {
    if (known.isEmpty()) {
      return "";
    }
    Optional<String> nearest = closest(wanted, known);
    if (nearest.isPresent()) {
      return "; did you mean '" + nearest.get() + "'?";
    }
    String some = known.stream().sorted().limit(MANY).collect(Collectors.joining(", "));
    return "; available names: " + some + (known.size() > MANY ? ", …" : "");
  }

  /** The name that was probably meant. */
  public static Optional<String> closest(String wanted, Collection<String> known) {
    return known.stream()
        .min(byDistance(wanted))
        .filter(nearest -> distance(wanted, nearest) <= Math.max(2, wanted.length() / 3));
  }

  private static Comparator<String> byDistance(String wanted) {
    return Comparator.comparingInt((String name) -> distance(wanted, name))
        .thenComparing(Comparator.naturalOrder());
  }

  private static int distance(String one, String other) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
