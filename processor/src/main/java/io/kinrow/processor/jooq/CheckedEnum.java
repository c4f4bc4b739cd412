package io.kinrow.processor.jooq;

import java.util.List;
import org.jooq.meta.DefaultEnumDefinition;
import org.jooq.meta.SchemaDefinition;

/** The enum of a text column whose CHECK constraint lists its values: no type of the database. */
final class CheckedEnum extends DefaultEnumDefinition {

  CheckedEnum(SchemaDefinition schema, String className, List<String> literals) {
    super(schema, className, "", true);
    addLiterals(literals.toArray(String[]::new));
  }
}
