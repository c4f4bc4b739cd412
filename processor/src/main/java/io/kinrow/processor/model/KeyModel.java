package io.kinrow.processor.model;

import java.util.List;

/** A unique key or an index. */
public record KeyModel(String name, List<ColumnModel> columns) {}
