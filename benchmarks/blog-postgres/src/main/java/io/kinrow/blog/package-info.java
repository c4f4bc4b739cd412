/** The sample blog: entities, repositories and the database {@code Blog}, all generated. */
@Repositories(tables = Tables.class, database = "Blog")
package io.kinrow.blog;

import io.kinrow.annotation.Repositories;
import io.kinrow.blog.db.Tables;
