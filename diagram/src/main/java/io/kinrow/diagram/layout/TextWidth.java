package io.kinrow.diagram.layout;

/**
 * How wide text is in a monospaced font, which pictures name without shipping it. Widths come from
 * a table, not from the fonts of this machine, so that a picture has the same bytes everywhere.
 */
public final class TextWidth {

  /** The widest advance of the usual monospaced fonts, per unit of font size. */
  private static final double ADVANCE = 0.61;

  /** First and last code points of what takes two cells: East Asian wide letters, and emoji. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F004,
    0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F64F, 0x1F680,
    0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F90C, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private TextWidth() {}

  /** Returns the width of a text in a font of this size. */
  public static double of(String text, double size) {
    return Math.ceil(cells(text) * size * ADVANCE);
  }

  /** Returns the number of cells that a text takes in a terminal. */
  public static int cells(String text) {
    return text.codePoints().map(TextWidth::cells).sum();
  }

  /** Returns a text without breaks, of at most this many cells; what is left out is shown. */
  static String inOneLine(String text, int most) {
    return shortened(text.replaceAll("\\p{Cc}+", " "), most);
  }

  /** Returns a text of at most this many cells; the rest is left out, and that is shown. */
  static String shortened(String text, int most) {
    if (cells(text) <= most) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int cells = 1;
    for (int codePoint : text.codePoints().toArray()) {
      cells += cells(codePoint);
      if (cells > most) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.append('…').toString();
  }

  private static int cells(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7F) {
      return 1;
    }
    switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
        return 0;
      }
      default -> {
        // has a width
      }
    }
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < WIDE[2 * middle]) {
        high = middle - 1;
      } else if (codePoint > WIDE[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return 2;
      }
    }
    return 1;
  }
}
