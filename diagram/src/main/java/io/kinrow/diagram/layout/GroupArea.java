package io.kinrow.diagram.layout;

/** Tables that stand together, and the name of what they have in common. */
public record GroupArea(String name, Area area) {}
