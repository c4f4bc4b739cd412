@Repositories(
    tables = Tables.class,
    database = "Db",
    versionColumns = {"xmin", "version", "drafts.xmin", "!logs.xmin"})
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
