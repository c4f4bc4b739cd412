package io.kinrow.migrate.postgres;

import java.util.List;

/**
 * The query that reads one catalogue of one version of the server.
 *
 * @param table the catalogue
 * @param sql gives an object's address, its type and identity (of a part: none, and its name), the
 *     address of what it is a part of, whether it was there from the start, and then the properties
 * @param properties their names
 * @param defining whether its rows make objects, rather than say more about them
 * @param unknown columns that cannot be compared, as nobody knows what they mean
 */
record CatalogueQuery(
    String table, String sql, List<String> properties, boolean defining, List<String> unknown) {}
