DROP TRIGGER orders_inserted;
DROP TRIGGER orders_deleted;
CREATE TABLE audit_archive AS SELECT id, at, what, row FROM audit_log;
CREATE UNIQUE INDEX audit_archive_id ON audit_archive (id);
DROP TABLE audit_log;
