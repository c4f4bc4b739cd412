package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.ChildRelation;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows and then those that reference them, level by level: the rows that one relation leads
 * to from all rows of a level are inserted together. Runs inside a transaction.
 */
final class GraphInsert {

  private final Scope scope;
  private final Scope inside;

  /**
   * @param scope where entities navigate
   */
  GraphInsert(Scope scope, Scope inside) {
    this.scope = scope;
    this.inside = inside;
  }

  /** Inserts rows of one table with all rows that are to reference them. */
  <E> List<E> run(TableSql<E> sql, List<Draft> drafts) {
    boolean graph = drafts.stream().anyMatch(Draft::hasBranches);
    Siblings<E> roots = new InsertAll<>(scope, inside, sql, graph).run(drafts);
    if (graph) {
      branches(roots, drafts, sql.mapping().toString());
    }
    return roots.entities();
  }

  /** What is inserted for the row with a number. */
  private record Grown<B extends Branch>(int row, B branch) {}

  /**
   * @param place how the rows were reached, for messages
   */
  private <E> void branches(Siblings<E> rows, List<Draft> drafts, String place) {
    Map<ChildRelation<?, ?>, List<Grown<Branch.Children>>> children = new LinkedHashMap<>();
    Map<JoinTable<?, ?>, List<Grown<Branch.Links<?>>>> links = new LinkedHashMap<>();
    for (int row = 0; row < drafts.size(); row++) {
      for (Branch branch : drafts.get(row).branches()) {
        if (branch instanceof Branch.Children some) {
          children
              .computeIfAbsent(some.relation(), unused -> new ArrayList<>())
              .add(new Grown<>(row, some));
        } else if (branch instanceof Branch.Links<?> some) {
          links
              .computeIfAbsent(some.relation(), unused -> new ArrayList<>())
              .add(new Grown<>(row, some));
        }
      }
    }
    children.forEach((relation, grown) -> children(own(relation), rows, grown, place));
    links.forEach((relation, grown) -> links(own(relation), rows, grown, place));
  }

  @SuppressWarnings("unchecked") // the relations of a draft start from its table
  private static <E, T> ChildRelation<E, T> own(ChildRelation<?, ?> relation) {
    return (ChildRelation<E, T>) relation;
  }

  @SuppressWarnings("unchecked") // the relations of a draft start from its table
  private static <E, T> JoinTable<E, T> own(JoinTable<?, ?> relation) {
    return (JoinTable<E, T>) relation;
  }

  private <E, T> void children(
      ChildRelation<E, T> relation,
      Siblings<E> parents,
      List<Grown<Branch.Children>> grown,
      String place) {
    String here = place + "." + relation.name();
    List<Draft> drafts = new ArrayList<>();
    for (Grown<Branch.Children> one : grown) {
      if (!one.branch.drafts().isEmpty()) {
        @Nullable Object[] key = key(relation, parents.entities().get(one.row), here);
        for (Draft draft : one.branch.drafts()) {
          refer(draft, relation, key, here);
          drafts.add(draft);
        }
      }
    }
    if (drafts.isEmpty()) {
      for (Grown<Branch.Children> one : grown) {
        relation.wireDown(parents.kin(), parents.places()[one.row], List.of());
      }
    } else {
      Siblings<T> rows = insert(drafts, here);
      wire(relation, parents, grown, rows);
      branches(rows, drafts, here);
    }
  }

  private static <E> @Nullable Object[] key(ChildRelation<E, ?> relation, E parent, String place) {
    EntityMapping<E> mapping = relation.parent();
    @Nullable Object[] key = mapping.values(parent, relation.parentColumns());
    if (mapping.normal(relation.parentColumns(), key) == null) {
      throw new IllegalArgumentException(
          "%s: no row can reference one whose %s is NULL"
              .formatted(place, mapping.place(relation.parentColumns())));
    }
    return key;
  }

  private static void refer(
      Draft draft, ChildRelation<?, ?> relation, @Nullable Object[] key, String place) {
    int[] columns = relation.childColumns();
    EntityMapping<?> mapping = relation.child();
    for (int i = 0; i < columns.length; i++) {
      if (draft.sets(columns[i])
          && !Objects.equals(
              mapping.normal(new int[] {columns[i]}, new Object[] {draft.value(columns[i])}),
              mapping.normal(new int[] {columns[i]}, new Object[] {key[i]}))) {
        throw new IllegalArgumentException(
            "%s: the function sets %s to %s, but the row that it is inserted with has %s; leave it out"
                .formatted(
                    place, mapping.place(new int[] {columns[i]}), draft.value(columns[i]), key[i]));
      }
    }
    for (int i = 0; i < columns.length; i++) {
      draft.fill(columns[i], key[i]);
    }
  }

  @SuppressWarnings("unchecked") // drafts of the table that the relation leads to
  private <T> Siblings<T> insert(List<Draft> drafts, String place) {
    TableSql<T> sql = (TableSql<T>) drafts.get(0).sql();
    try {
      return new InsertAll<>(scope, inside, sql, true).run(drafts);
    } catch (IntegrityConstraintViolationException e) {
      throw new IntegrityConstraintViolationException(place + ": " + e.getMessage(), e.getCause());
    } catch (NoDataFoundException e) {
      throw new NoDataFoundException(place + ": " + e.getMessage());
    }
  }

  private static <E, T> void wire(
      ChildRelation<E, T> relation,
      Siblings<E> parents,
      List<Grown<Branch.Children>> grown,
      Siblings<T> rows) {
    int from = 0;
    for (Grown<Branch.Children> one : grown) {
      E parent = parents.entities().get(one.row);
      int to = from + one.branch.drafts().size();
      List<T> children = rows.entities().subList(from, to);
      // triggers may have given them to another row
      if (!relation.child().triggers()
          || children.stream().allMatch(child -> relation.connects(parent, child))) {
        relation.wireDown(parents.kin(), parents.places()[one.row], children);
        for (int i = from; i < to; i++) {
          relation.wireUp(rows.kin(), rows.places()[i], parent);
        }
      }
      from = to;
    }
  }

  private <E, T> void links(
      JoinTable<E, T> relation,
      Siblings<E> sources,
      List<Grown<Branch.Links<?>>> grown,
      String place) {
    List<Draft> drafts = new ArrayList<>();
    for (Grown<Branch.Links<?>> one : grown) {
      @Nullable Object[] key =
          relation.source().values(sources.entities().get(one.row), relation.sourceColumns());
      for (Draft draft : one.branch.drafts()) {
        draft.fill(relation.nearNames(), key);
        drafts.add(draft);
      }
    }
    if (!drafts.isEmpty()) {
      insert(drafts, place + "." + relation.name());
    }
    for (Grown<Branch.Links<?>> one : grown) {
      @SuppressWarnings("unchecked") // rows of the table that the relation leads to
      List<T> targets = (List<T>) one.branch.targets();
      relation.wire(sources.kin(), sources.places()[one.row], targets);
    }
  }
}
