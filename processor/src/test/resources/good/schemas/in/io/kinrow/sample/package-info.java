@Repositories(tables = Tables.class, database = "Db", exclude = "audit.secrets")
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
