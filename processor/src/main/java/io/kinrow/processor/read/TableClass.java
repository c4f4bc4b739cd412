package io.kinrow.processor.read;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.problem.Origin;
import io.kinrow.runtime.internal.TableDescription;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** One of jOOQ's table classes, the constant of {@code Tables} that holds it, and its facts. */
record TableClass(TypeElement element, String constant, @Nullable TableDescription found) {

  boolean hasFacts() {
    return found != null;
  }

  TableDescription facts() {
    if (found == null) {
      throw new IllegalStateException(element + " has no facts");
    }
    return found;
  }

  TableId id() {
    return new TableId(facts().schema(), facts().name());
  }

  Origin origin() {
    return AnnotationReader.of(element, TableDescription.class)
        .map(AnnotationReader::origin)
        .orElse(Origin.of(element));
  }
}
