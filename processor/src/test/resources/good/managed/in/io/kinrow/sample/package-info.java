@Repositories(
    tables = Tables.class,
    database = "Db",
    versionColumns = {"version", "FILES.changed"},
    audit =
        @Audit(
            createdAt = "created_at",
            updatedAt = "updated_at",
            createdBy = "created_by",
            updatedBy = "updated_by",
            epoch = Audit.Epoch.MILLISECONDS,
            databaseDefaults = true))
package io.kinrow.sample;

import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
