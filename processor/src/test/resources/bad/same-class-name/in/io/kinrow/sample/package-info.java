@Repositories(tables = Tables.class, database = "User")
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
