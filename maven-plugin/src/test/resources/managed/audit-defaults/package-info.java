@Repositories(
    tables = Tables.class,
    database = "App",
    audit =
        @Audit(
            createdAt = {"created_at", "jobs.happened_at"},
            updatedAt = {"updated_at", "jobs.touched"},
            createdBy = "created_by",
            updatedBy = "updated_by",
            epoch = Audit.Epoch.MILLISECONDS,
            databaseDefaults = true))
package app;

import app.db.Tables;
import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
