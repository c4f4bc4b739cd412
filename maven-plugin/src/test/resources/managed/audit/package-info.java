@Repositories(
    tables = Tables.class,
    database = "App",
    versionColumns = "pages.updated_at",
    audit =
        @Audit(
            createdAt = {"created_at", "events.on_day"},
            updatedAt = "updated_at",
            createdBy = "created_by",
            updatedBy = "updated_by",
            epoch = Audit.Epoch.SECONDS))
package app;

import app.db.Tables;
import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
