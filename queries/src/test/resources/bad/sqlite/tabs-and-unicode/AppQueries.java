package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;

@Queries
interface AppQueries {
	@Sql("select 'ß\u00e9😀', nicknam from users")
	Object rows();
}
