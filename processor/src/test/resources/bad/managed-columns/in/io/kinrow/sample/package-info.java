@Repositories(
    tables = Tables.class,
    database = "Db",
    versionColumns = {
      "versoin",
      "users.vresion",
      "sums.edition",
      "counter",
      "!nothing",
      "posts.version",
      "users.version",
      "users.revision",
      "users.revisions",
      "posts.author",
      "posts.xmin",
      "xmin"
    },
    audit =
        @Audit(
            createdAt = {"created_at", "posts.touched_at", "posts.size", "users.id"},
            updatedAt = {"xmin", "posts.total"},
            createdBy = "posts.body",
            updatedBy = "body"))
package io.kinrow.sample;

import io.kinrow.annotation.Audit;
import io.kinrow.annotation.Repositories;
import io.kinrow.sample.db.Tables;
