@Repositories(tables = Tables.class, database = "my-blog")
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
