package io.kinrow.blog;

import io.kinrow.annotation.Projection;

@Projection(User.class)
public record Twin(long id) {}
