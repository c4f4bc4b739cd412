package io.kinrow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of an entity's members. Columns and relations have the names that the facts give them;
 * whatever follows from these, or is internal, gets underscores behind its name until it is free.
 */
final class EntityNames {

  /** An entity of more columns keeps them in an object of its own: see {@link ValuesWriter}. */
  private static final int MOST_PARAMETERS = 100;

  private static final Pattern WORD_START = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private final TableModel table;
  private final NameAllocator fields = new NameAllocator();
  private final NameAllocator accessors = new NameAllocator();
  private final NameAllocator copies = new NameAllocator();
  private final Map<Object, String> columnCopies = new HashMap<>();
  private final Map<RelationModel, String> relationCopies = new HashMap<>();

  EntityNames(TableModel table, List<RelationModel> relations) {
    this.table = table;
    for (ColumnModel column : table.columns()) {
      fields.newName(column.property(), column);
      accessors.newName(column.property(), column);
    }
    for (RelationModel relation : relations) {
      accessors.newName(relation.name(), relation);
    }
    // a constant would hide a class of its name, such as the entity A of a table a
    relations.stream()
        .map(relation -> relation.target().entity())
        .distinct()
        .forEach(fields::newName);
    for (RelationModel relation : relations) {
      fields.newName(constant(relation.name()), relation);
    }
    internals(relations);
    derived(relations);
  }

  private void internals(List<RelationModel> relations) {
    NameAllocator parameters = fields.clone();
    relations.forEach(relation -> parameters.newName(relation.name()));
    for (Internal internal : Internal.values()) {
      String name = parameters.newName(internal.name().toLowerCase(Locale.ROOT), internal);
      fields.newName(name, internal);
    }
  }

  private void derived(List<RelationModel> relations) {
    for (RelationModel relation : relations) {
      if (!relation.single()) {
        accessors.newName(relation.name() + "Count", "count " + relation.ordinal());
        accessors.newName("query" + capitalised(relation.name()), "query " + relation.ordinal());
      }
    }
    accessors.newName("key", "key");
    for (ColumnModel column : table.columns()) {
      columnCopies.put(column, copies.newName("with" + capitalised(column.property())));
    }
    for (RelationModel relation : relations) {
      if (relation.kind() == RelationModel.Kind.ONE) {
        relationCopies.put(relation, copies.newName("with" + capitalised(relation.name())));
      }
    }
  }

  /** What an entity has besides its columns. */
  enum Internal {
    CHANGES,
    KIN,
    AT,
    VALUES,
    OTHER,
    THAT,
    COPY
  }

  String name(Internal internal) {
    return fields.get(internal);
  }

  String constant(RelationModel relation) {
    return fields.get(relation);
  }

  String count(RelationModel relation) {
    return accessors.get("count " + relation.ordinal());
  }

  String query(RelationModel relation) {
    return accessors.get("query " + relation.ordinal());
  }

  /** The accessor of a composite key. */
  String key() {
    return accessors.get("key");
  }

  String copy(ColumnModel column) {
    return columnCopies.get(column);
  }

  String copy(RelationModel relation) {
    return relationCopies.get(relation);
  }

  /** Whether the entity's columns are in an object of their own. */
  boolean wide() {
    return table.columns().size() > MOST_PARAMETERS;
  }

  /** The field of a column, inside the entity. */
  CodeBlock own(ColumnModel column) {
    return wide()
        ? CodeBlock.of("$N.$N", name(Internal.VALUES), column.property())
        : CodeBlock.of("$N", column.property());
  }

  /** The field of a column of an entity that a variable holds. */
  CodeBlock of(String variable, ColumnModel column) {
    return of(CodeBlock.of("$N", variable), column);
  }

  CodeBlock of(CodeBlock entity, ColumnModel column) {
    return CodeBlock.of("$L.$L", entity, own(column));
  }

  static String capitalised(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }

  /** {@code replyTo} gives {@code REPLY_TO}. */
  static String constant(String name) {
    return WORD_START.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
  }
}
