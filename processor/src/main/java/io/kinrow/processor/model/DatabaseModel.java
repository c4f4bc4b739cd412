package io.kinrow.processor.model;

import io.kinrow.processor.problem.Origin;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * All that is generated for one {@code @Repositories}.
 *
 * @param packageName where it goes
 * @param name simple name of the facade
 * @param tablesClass jOOQ's {@code Tables}
 * @param tables sorted by SQL name
 */
public record DatabaseModel(
    String packageName,
    String name,
    TypeElement tablesClass,
    List<TableModel> tables,
    Origin origin,
    Origin nameOrigin) {}
