package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Name;

/** A line of a foreign key: one of its columns, and the column that this one references. */
record DesignerRelation(Name table, Name child, Name parent, Name to) {}
