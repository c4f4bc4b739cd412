package io.kinrow.processor.jooq;

/**
 * What an expression of a view yields, as far as its operands prove it. A column yields what it is
 * declared to hold: a row that holds something else is refused when it is read, and so is a whole
 * number that SQLite had to make a REAL of because it was too great.
 *
 * @param type the type of a column that holds every value of the expression
 */
record ViewType(Kind kind, SqliteType type) {

  enum Kind {
    /** NULL alone, which every type holds. */
    NOTHING,
    /** The literals 0 and 1, which are a truth value beside another. */
    BIT,
    BOOLEAN,
    WHOLE,
    REAL,
    /** A number of any kind. */
    NUMBER,
    TEXT,
    /** Whatever else a column is declared to hold, such as dates. */
    OTHER,
    UNKNOWN
  }

  static final ViewType UNKNOWN = new ViewType(Kind.UNKNOWN, SqliteType.of(""));
  static final ViewType NOTHING = new ViewType(Kind.NOTHING, SqliteType.of(""));
  static final ViewType BIT = new ViewType(Kind.BIT, SqliteType.of("INTEGER"));
  static final ViewType BOOLEAN = declared("BOOLEAN");
  static final ViewType WHOLE = declared("INTEGER");
  static final ViewType REAL = declared("REAL");
  static final ViewType NUMBER = declared("NUMERIC");
  static final ViewType TEXT = declared("TEXT");
  static final ViewType BLOB = declared("BLOB");

  /** The type of a column; without a declared type, a column holds anything. */
  static ViewType declared(String declared) {
    SqliteType type = SqliteType.of(declared);
    if (declared.isEmpty()) {
      return UNKNOWN;
    }
    return switch (type.name()) {
      case "BOOLEAN" -> new ViewType(Kind.BOOLEAN, type);
      case "BIGINT" -> new ViewType(Kind.WHOLE, type);
      case "DOUBLE" -> new ViewType(Kind.REAL, type);
      case "DECIMAL" -> new ViewType(Kind.NUMBER, type);
      case "VARCHAR", "CLOB" -> new ViewType(Kind.TEXT, type);
      default -> new ViewType(Kind.OTHER, type);
    };
  }

  /** What yields now this, now the other. */
  ViewType or(ViewType other) {
    if (equals(other) || other.kind == Kind.NOTHING) {
      return this;
    }
    if (kind == Kind.NOTHING) {
      return other;
    }
    if (isNumber() && other.isNumber()) {
      return isWhole() && other.isWhole() ? whole(other) : NUMBER;
    }
    return kind == Kind.TEXT && other.kind == Kind.TEXT ? TEXT : UNKNOWN;
  }

  private ViewType whole(ViewType other) {
    return kind == Kind.WHOLE || other.kind == Kind.WHOLE ? WHOLE : BOOLEAN;
  }

  /** What arithmetic makes of both: a number in any case, in SQLite. */
  ViewType with(ViewType other) {
    if (isWhole() && other.isWhole()) {
      return WHOLE;
    }
    return kind == Kind.REAL || other.kind == Kind.REAL ? REAL : NUMBER;
  }

  /** What a sum, or a number without its sign, is. */
  ViewType asNumber() {
    return with(this);
  }

  private boolean isWhole() {
    return kind == Kind.WHOLE || kind == Kind.BIT || kind == Kind.BOOLEAN;
  }

  private boolean isNumber() {
    return isWhole() || kind == Kind.REAL || kind == Kind.NUMBER;
  }
}
