package io.kinrow.blog;

import io.kinrow.annotation.Queries;

@Queries
abstract class NotAnInterface {}
