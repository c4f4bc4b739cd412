package io.kinrow.blog;

import io.kinrow.annotation.Queries;

@Queries
interface Generic<T> {}
