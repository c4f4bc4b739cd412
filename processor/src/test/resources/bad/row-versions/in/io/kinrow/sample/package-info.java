@Repositories(
    tables = Tables.class,
    database = "Db",
    versionColumns = {"notes.xmin", "drafts.xmin", "drafts.version", "tags.xmin"})
package io.kinrow.sample;

import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
