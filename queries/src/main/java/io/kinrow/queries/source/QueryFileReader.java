package io.kinrow.queries.source;

import io.kinrow.runtime.internal.QueryFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Reads a file of named queries: each begins with a line {@code -- name: methodName :many}. */
final class QueryFileReader {

  private static final Pattern NAME =
      Pattern.compile("\\s*--\\s*name\\s*:\\s*(\\S*)(?:\\s+:?(\\S+))?\\s*");
  private static final Pattern COMMENT = Pattern.compile("\\s*--\\s?(.*?)\\s*");
  private static final List<String> RESULTS =
      Arrays.stream(QueryFacts.Result.values())
          .filter(result -> result != QueryFacts.Result.DEFAULT)
          .map(result -> result.name().toLowerCase(Locale.ROOT))
          .toList();

  private final SourceLines source;
  private final List<Complaint> complaints;
  private final List<QueryFile.Named> queries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** The line with the name of the query that is being read, and where the query starts. */
  private @Nullable Matcher name;

  private int nameLine;
  private int start;

  QueryFileReader(SourceLines source, List<Complaint> complaints) {
    this.source = source;
    this.complaints = complaints;
  }

  QueryFile read() {
    int[] lines = lineStarts(source.content());
    for (int i = 0; i + 1 < lines.length; i++) {
      Matcher found = NAME.matcher(line(lines[i]));
      if (found.matches()) {
        end(lines[i]);
        name = found;
        nameLine = lines[i];
        start = lines[i + 1];
      }
    }
    end(source.content().length());
    return new QueryFile(interfaceName(), queries);
  }

  /** The starts of all lines, and the end of the last. */
  private static int[] lineStarts(String content) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    if (starts.get(starts.size() - 1) < content.length()) {
      starts.add(content.length());
    }
    return starts.stream().mapToInt(start -> start).toArray();
  }

  private String line(int at) {
    return source.content().substring(at, source.lineEnd(at));
  }

  /** Ends the query that is being read, if there is one. */
  private void end(int end) {
    int from = start;
    StringBuilder doc = new StringBuilder();
    while (from < end) {
      Matcher comment = COMMENT.matcher(line(from));
      if (!line(from).isBlank() && !comment.matches()) {
        break;
      }
      doc.append(line(from).isBlank() ? "" : comment.group(1) + "\n");
      int next = source.content().indexOf('\n', from);
      from = next < 0 ? end : next + 1;
    }
    if (name != null) {
      add(name, from, end, doc.toString().strip());
    } else if (from < end) {
      complain(
          from,
          source.lineEnd(from),
          "this statement has no name. Begin it with a line such as -- name: findAll");
    }
  }

  private void add(Matcher line, int from, int end, String doc) {
    String method = line.group(1);
    String result = line.group(2) == null ? "default" : line.group(2);
    if (!SourceVersion.isName(method) || method.indexOf('.') >= 0) {
      complain(line, 1, "'" + method + "' cannot be the name of a method. Use a Java name");
    } else if (!names.add(method)) {
      complain(line, 1, "there are two queries named " + method + ". Rename one of them");
    } else if (!result.equals("default") && !RESULTS.contains(result)) {
      complain(
          line,
          2,
          "a query cannot return '"
              + result
              + "'. Write "
              + RESULTS.stream().map(known -> ":" + known).collect(Collectors.joining(", "))
              + ", or nothing");
    } else {
      queries.add(
          new QueryFile.Named(
              method, result.toUpperCase(Locale.ROOT), doc, new FoundSql(source, text(from, end))));
    }
  }

  private void complain(Matcher line, int group, String message) {
    complain(nameLine + line.start(group), nameLine + line.end(group), message);
  }

  private PlacedText text(int from, int end) {
    String content = source.content();
    int last = end;
    while (last > from && Character.isWhitespace(content.charAt(last - 1))) {
      last--;
    }
    PlacedText text = new PlacedText(last);
    for (int i = from; i < last; i++) {
      if (content.charAt(i) != '\r') {
        text.add(content.charAt(i), i, i + 1);
      }
    }
    return text;
  }

  /** {@code blog_reports.sql} gives {@code BlogReports}. */
  private String interfaceName() {
    String file = String.valueOf(source.file().getFileName());
    String name =
        Arrays.stream(file.substring(0, file.length() - ".sql".length()).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    if (!queries.isEmpty() && !SourceVersion.isName(name)) {
      complain(
          0,
          1,
          "'"
              + name
              + "' cannot be the name of an interface. Rename the file, such as reports.sql");
    }
    return name;
  }

  private void complain(int from, int end, String message) {
    complaints.add(new Complaint(source, from, end, message));
  }
}
