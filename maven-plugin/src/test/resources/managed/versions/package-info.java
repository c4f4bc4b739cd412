@Repositories(
    tables = Tables.class,
    database = "App",
    versionColumns = {"version", "stamps.changed", "!files.version"})
package app;

import app.db.Tables;
import io.kinrow.annotation.Repositories;
