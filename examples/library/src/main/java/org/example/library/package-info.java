/** A library; its entities and repositories are generated into this package. */
@Repositories(tables = Tables.class, database = "Library")
package org.example.library;

import io.kinrow.annotation.Repositories;
import org.example.library.db.Tables;
