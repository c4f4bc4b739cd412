package io.kinrow.diagram.layout;

/** A table at its place. */
public record PlacedBox(Box box, Area area) {}
