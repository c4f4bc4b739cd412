DROP TRIGGER orders_deleted;
DROP TRIGGER orders_inserted;
DROP TABLE audit_log;
