@Repositories(
    tables = Tables.class,
    database = "App",
    audit =
        @Audit(
            createdAt = "created_at",
            updatedAt = "updated_at",
            createdBy = "created_by",
            updatedBy = "updated_by",
            databaseDefaults = true))
package app;

import app.db.Tables;
import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
