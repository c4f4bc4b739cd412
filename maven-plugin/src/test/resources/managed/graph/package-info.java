@Repositories(
    tables = Tables.class,
    database = "App",
    versionColumns = "version",
    audit = @Audit(createdAt = "created_at", createdBy = "created_by"))
package app;

import app.db.Tables;
import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
