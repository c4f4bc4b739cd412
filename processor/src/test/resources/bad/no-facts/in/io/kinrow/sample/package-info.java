@Repositories(tables = Tables.class, database = "Db")
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
