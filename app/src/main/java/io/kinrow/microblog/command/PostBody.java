package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Console;
import java.io.IOException;
import java.util.List;

/** The text of a post. */
final class PostBody {

  static final String DESCRIPTION = "The text; '-' reads it from standard input.";

  private PostBody() {}

  /** The words as they were typed, or standard input for a single '-'. */
  static String of(List<String> words, Console console) throws IOException {
    return words.equals(List.of("-"))
        ? console.read().replaceFirst("\\R\\z", "")
        : String.join(" ", words);
  }
}
