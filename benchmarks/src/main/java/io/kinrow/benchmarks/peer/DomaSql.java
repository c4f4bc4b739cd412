package io.kinrow.benchmarks.peer;

import io.kinrow.benchmarks.doma.ReportDao;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Doma's generated DAO with records as entities. */
record DomaSql(ReportDao dao) implements OwnSql {

  @Override
  public List<?> lines(long first, long last) {
    return dao.lines(first, last);
  }

  @Override
  public long posts(long userId) {
    return dao.posts(userId);
  }

  @Override
  public List<Writer> writers(long first, long last) {
    var people = dao.people(first, last);
    var byUser =
        dao.textsOf(people.stream().map(person -> person.id()).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    text -> text.userId(),
                    Collectors.mapping(
                        text -> new Text(text.id(), text.body()), Collectors.toList())));
    List<Writer> writers = new ArrayList<>(people.size());
    people.forEach(
        person ->
            writers.add(
                new Writer(
                    person.id(), person.nickname(), byUser.getOrDefault(person.id(), List.of()))));
    return writers;
  }

  @Override
  public List<?> texts(Collection<Long> ids) {
    return dao.texts(ids);
  }
}
