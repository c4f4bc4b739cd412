package io.kinrow.migrate.sql;

/**
 * One token of SQL text with its place in it.
 *
 * @param kind what it is
 * @param text as written, quotes included
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** What a token is; white space and comments are none. */
  public enum Kind {
    /** A keyword or a bare name: SQLite decides by the place it stands in. */
    WORD,
    /** A name in double quotes; SQLite takes it for a string where no such name exists. */
    DOUBLE_QUOTED,
    /** A name in square brackets or backticks. */
    QUOTED,
    /** A string in single quotes. */
    STRING,
    NUMBER,
    BLOB,
    VARIABLE,
    SYMBOL
  }

  /** Returns whether this is the keyword or symbol given, in any case of letters. */
  public boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  /** Returns whether SQLite can take it for the name of something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.DOUBLE_QUOTED || kind == Kind.QUOTED;
  }

  /** Returns the text without its quotes: a name, or the contents of a string. */
  public String unquoted() {
    return switch (kind) {
      case DOUBLE_QUOTED, STRING -> inner().replace(twice(text.charAt(0)), text.substring(0, 1));
      case QUOTED -> text.charAt(0) == '[' ? inner() : inner().replace("``", "`");
      default -> text;
    };
  }

  /** Returns the text in lower case where case does not matter: words, numbers and blobs. */
  public String folded() {
    return switch (kind) {
      case WORD, NUMBER, BLOB -> Names.folded(text);
      default -> text;
    };
  }

  private String inner() {
    return text.substring(1, text.length() - 1);
  }

  private static String twice(char quote) {
    return String.valueOf(new char[] {quote, quote});
  }
}
