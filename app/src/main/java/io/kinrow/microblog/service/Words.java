package io.kinrow.microblog.service;

import java.util.List;
import java.util.Random;

/** Names and sentences for made-up rows. */
final class Words {

  private static final List<String> NAMES =
      List.of(
          "susan",
          "john",
          "ada",
          "grace",
          "alan",
          "edsger",
          "barbara",
          "donald",
          "margaret",
          "ken",
          "hedy",
          "linus",
          "tim",
          "radia",
          "dennis",
          "frances");

  private static final List<String> SUBJECTS =
      List.of(
          "The build",
          "My cat",
          "This database",
          "The weather",
          "A new recipe",
          "Our team",
          "The old bridge",
          "Every index",
          "The tutorial",
          "A good book",
          "Zoë's café",
          "日本の朝");

  private static final List<String> VERBS =
      List.of(
          "surprised me",
          "works at last",
          "needs some care",
          "is faster than I thought",
          "made my day",
          "keeps me awake",
          "deserves a second look",
          "was worth the wait");

  private static final List<String> ENDS =
      List.of(
          ".",
          "!",
          ", again.",
          ", as always.",
          ". Who would have guessed?",
          ", thanks to SQL.",
          ". More tomorrow.",
          " 🙂");

  private Words() {}

  static String name(Random random) {
    return pick(NAMES, random);
  }

  static String sentence(Random random) {
    return pick(SUBJECTS, random) + " " + pick(VERBS, random) + pick(ENDS, random);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
