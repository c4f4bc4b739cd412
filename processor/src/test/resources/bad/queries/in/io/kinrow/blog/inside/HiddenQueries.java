package io.kinrow.blog.inside;

import io.kinrow.annotation.Queries;

@Queries
interface HiddenQueries {}
