package io.kinrow.processor.read;

import io.kinrow.annotation.TableModel;
import io.kinrow.processor.model.TableId;
import io.kinrow.processor.problem.Origin;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** One of jOOQ's table classes, the constant of {@code Tables} that holds it, and its facts. */
record TableClass(TypeElement element, String constant, @Nullable TableModel found) {

  boolean hasFacts() {
    return found != null;
  }

  TableModel facts() {
    if (found == null) {
      throw new IllegalStateException(element + " has no facts");
    }
    return found;
  }

  TableId id() {
    return new TableId(facts().schema(), facts().name());
  }

  Origin origin() {
    return AnnotationReader.of(element, TableModel.class)
        .map(AnnotationReader::origin)
        .orElse(Origin.of(element));
  }
}
