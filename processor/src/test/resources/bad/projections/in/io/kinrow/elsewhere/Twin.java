package io.kinrow.elsewhere;

import io.kinrow.annotation.Projection;
import io.kinrow.blog.User;

@Projection(User.class)
public record Twin(long id) {}
