package app;

/** Where someone lives. */
public record Address(String street, String city) {}
