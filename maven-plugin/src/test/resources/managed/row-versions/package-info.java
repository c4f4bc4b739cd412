@Repositories(
    tables = Tables.class,
    database = "App",
    versionColumns = {"version", "xmin", "counted.xmin", "!files.xmin", "!measures.xmin"})
package app;

import app.db.Tables;
import io.kinrow.annotation.Repositories;
