package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Work with statements that an application's author writes, as one library does it. Whatever class
 * a row has, its text is that of {@link Line}, {@link Writer} or {@link Text}.
 */
public interface OwnSql {

  /** Posts with keys in a range, with the names of their authors, by key. */
  List<?> lines(long first, long last);

  /** How many posts a user has. */
  long posts(long userId);

  /** Users with keys in a range, by key, each with a list of the posts by key. */
  List<?> writers(long first, long last);

  /** Posts with some keys, by key. */
  List<?> texts(Collection<Long> ids);

  /** A post, and the name of who wrote it. */
  record Line(long id, String body, LocalDateTime createdAt, String author) {}

  /** A user, and what the user has written. */
  record Writer(long id, String nickname, List<Text> posts) {}

  /** The text of a post. */
  record Text(long id, String body) {}

  /** A user without the posts. */
  record Person(long id, String nickname) {}

  /** The text of a post, and whose it is. */
  record OwnedText(long userId, long id, String body) {

    Text text() {
      return new Text(id, body);
    }
  }

  /** The ids of people, which the second of two statements takes. */
  static List<Long> ids(List<Person> people) {
    return people.stream().map(Person::id).toList();
  }

  /** What two statements returned, put together. */
  static List<Writer> writers(List<Person> people, List<OwnedText> texts) {
    Map<Long, List<Text>> byUser =
        texts.stream()
            .collect(
                Collectors.groupingBy(
                    OwnedText::userId, Collectors.mapping(OwnedText::text, Collectors.toList())));
    List<Writer> writers = new ArrayList<>(people.size());
    for (Person person : people) {
      writers.add(
          new Writer(person.id(), person.nickname(), byUser.getOrDefault(person.id(), List.of())));
    }
    return writers;
  }
}
