@Repositories(tables = Tables.class, database = "Db", exclude = {"usres", "posts"})
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
