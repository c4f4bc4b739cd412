package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.Difference;
import java.util.List;
import java.util.Set;

/**
 * A script and what to know of it.
 *
 * @param renamed the catalogue it starts from, after the renames
 * @param differences what it changes
 * @param parkings the data it keeps
 * @param altered the columns whose values it changes
 * @param losses what cannot be had back after it
 * @param rebuilt the tables that it writes anew
 * @param fired the tables whose triggers it lets fire
 * @param notes what else to know before it runs
 */
public record Plan(
    String script,
    Catalog renamed,
    List<Difference> differences,
    List<Parking> parkings,
    Set<ColumnPlace> altered,
    List<String> losses,
    List<Name> rebuilt,
    Set<Name> fired,
    List<String> notes) {}
