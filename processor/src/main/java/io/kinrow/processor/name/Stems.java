package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a foreign key calls the row it refers to: {@code author_id} says author. */
final class Stems {

  private static final Set<String> MARKS =
      Set.of("id", "ids", "fk", "pk", "key", "uuid", "guid", "ref");

  private Stems() {}

  /**
   * The stem of the foreign key's own column.
   *
   * @param target name of the entity referred to, decapitalised: the answer when the columns say
   *     nothing of their own
   */
  static String of(ReferenceFacts reference, String target) {
    int own = ownColumn(reference);
    Words column = Words.of(reference.columns().get(own));
    List<String> words = new ArrayList<>(column.words());
    stripEnd(words, Words.of(reference.targetColumns().get(own)).words());
    stripMarks(words);
    if (words.isEmpty()) {
      return target;
    }
    return unmarked(new Words(words).camel(), target);
  }

  /** The column by which the row referred to is found, as a Java name: name of tags (name). */
  static String referred(ReferenceFacts reference) {
    return Words.of(reference.targetColumns().get(ownColumn(reference))).camel();
  }

  /** The last column that is not called the same on both sides, as tenant_id = tenant_id is. */
  private static int ownColumn(ReferenceFacts reference) {
    for (int i = reference.columns().size() - 1; i >= 0; i--) {
      if (!reference.columns().get(i).equalsIgnoreCase(reference.targetColumns().get(i))) {
        return i;
      }
    }
    return reference.columns().size() - 1;
  }

  /**
   * {@code customer_code} refers to code: customer; but country_code = country_code stays whole.
   */
  private static void stripEnd(List<String> words, List<String> targetColumn) {
    int rest = words.size() - targetColumn.size();
    if (rest > 0 && words.subList(rest, words.size()).equals(targetColumn)) {
      words.subList(rest, words.size()).clear();
    }
  }

  private static void stripMarks(List<String> words) {
    while (!words.isEmpty() && MARKS.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    while (!words.isEmpty() && (words.get(0).equals("id") || words.get(0).equals("fk"))) {
      words.remove(0);
    }
  }

  /** {@code albumid}, which tells no words apart. */
  private static String unmarked(String stem, String target) {
    return stem.equalsIgnoreCase(target + "id") ? target : stem;
  }
}
