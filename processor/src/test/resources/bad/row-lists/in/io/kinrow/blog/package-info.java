@Repositories(tables = Tables.class, database = "Blog")
package io.kinrow.blog;

import io.kinrow.annotation.Repositories;
import io.kinrow.blog.db.Tables;
