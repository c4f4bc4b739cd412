package app;

/** The key of a member. */
public record MemberId(long value) {}
