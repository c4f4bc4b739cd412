package io.kinrow.elsewhere;

import io.kinrow.annotation.Queries;

@Queries
public interface LostQueries {}
