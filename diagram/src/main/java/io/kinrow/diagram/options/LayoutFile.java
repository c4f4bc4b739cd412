package io.kinrow.diagram.options;

import io.kinrow.diagram.model.ErName;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of tables, as they are kept in a file beside the desired schema: one line per table,
 * sorted by name, as in {@code posts 320 40}. Immutable.
 */
public final class LayoutFile {

  private static final String PART = "(\"(?:[^\"]|\"\")+\"|[^\\s\".#]+)";
  private static final Pattern LINE =
      Pattern.compile("(?:" + PART + "\\.)?" + PART + "\\s+(-?\\d{1,6})\\s+(-?\\d{1,6})");
  private static final Pattern PLAIN = Pattern.compile("[^\\s\".#\\p{Cc}\\\\]+");

  private final SortedMap<ErName, Point> places;

  private LayoutFile(Map<ErName, Point> places) {
    this.places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Returns one with these places. */
  public static LayoutFile of(Map<ErName, Point> places) {
    return new LayoutFile(places);
  }

  /**
   * Reads a file.
   *
   * @throws RefusedException if it cannot be read, or if a line is not a place
   */
  public static LayoutFile read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw RefusedException.because(file + " cannot be read: " + e);
    }
  }

  /** Reads a file if there is one. */
  public static Optional<LayoutFile> readIfThere(Path file) {
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Reads a text.
   *
   * @param origin where it came from, for messages
   * @throws RefusedException if a line is not a place
   */
  public static LayoutFile parse(String text, String origin) {
    Map<ErName, Point> places = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String at = origin + ":" + number + ": ";
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw RefusedException.because(
            at
                + "\""
                + line
                + "\" is not the place of a table: write its name, x and y, as in posts 320 40");
      }
      String schema = matcher.group(1) == null ? "" : unquoted(matcher.group(1));
      ErName name = new ErName(schema, unquoted(matcher.group(2)));
      Point place =
          new Point(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
      if (places.put(name, place) != null) {
        throw RefusedException.because(at + name + " has a place already: remove one of the lines");
      }
    }
    return new LayoutFile(places);
  }

  /** Returns the upper left corner of a table's box. */
  public Optional<Point> of(ErName table) {
    return Optional.ofNullable(places.get(table));
  }

  /** Returns the tables that have a place. */
  public SortedMap<ErName, Point> places() {
    return places;
  }

  /** Returns the same with the places of others instead of, and beside, its own. */
  public LayoutFile with(Map<ErName, Point> others) {
    Map<ErName, Point> all = new TreeMap<>(places);
    all.putAll(others);
    return new LayoutFile(all);
  }

  /** Writes it. */
  public void write(Path file) {
    try {
      Files.writeString(file, toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of the file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    places.forEach(
        (name, place) -> {
          if (!name.schema().isEmpty()) {
            text.append(quoted(name.schema())).append('.');
          }
          text.append(quoted(name.name()));
          text.append(' ').append(Math.round(place.x()));
          text.append(' ').append(Math.round(place.y())).append('\n');
        });
    return text.toString();
  }

  private static String quoted(String name) {
    if (PLAIN.matcher(name).matches()) {
      return name;
    }
    return "\""
        + name.replace("\\", "\\\\").replace("\"", "\"\"").replace("\n", "\\n").replace("\r", "\\r")
        + "\"";
  }

  private static String unquoted(String part) {
    if (!part.startsWith("\"")) {
      return part;
    }
    String inside = part.substring(1, part.length() - 1).replace("\"\"", "\"");
    StringBuilder name = new StringBuilder();
    for (int at = 0; at < inside.length(); at++) {
      char c = inside.charAt(at);
      if (c == '\\' && at + 1 < inside.length()) {
        char next = inside.charAt(++at);
        name.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }
}
