package io.kinrow.processor.name;

import java.util.Map;

/**
 * The Java names of one table.
 *
 * @param entity simple name of the entity, {@code "User"}
 * @param repository name of the facade's accessor, {@code "users"}
 * @param tableClass simple name of jOOQ's table class, {@code "Users"}
 * @param constant name of jOOQ's table constant, {@code "USERS"}
 * @param recordClass simple name of jOOQ's record class, {@code "UsersRecord"}
 * @param pathClass simple name of the path class nested in jOOQ's table class, {@code "UsersPath"}
 * @param columns by SQL name
 * @param references by {@link io.kinrow.processor.fact.ReferenceFacts#key()}
 */
public record TableNames(
    String entity,
    String repository,
    String tableClass,
    String constant,
    String recordClass,
    String pathClass,
    Map<String, ColumnNames> columns,
    Map<String, ReferenceNames> references) {

  public TableNames {
    columns = Map.copyOf(columns);
    references = Map.copyOf(references);
  }
}
