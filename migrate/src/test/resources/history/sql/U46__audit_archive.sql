CREATE TABLE audit_log (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  what  TEXT NOT NULL,
  row   INTEGER NOT NULL
);
INSERT INTO audit_log SELECT id, at, what, row FROM audit_archive;
DROP TABLE audit_archive;
CREATE TRIGGER orders_inserted AFTER INSERT ON orders
BEGIN
  INSERT INTO audit_log (what, row) VALUES ('order placed', NEW.id);
END;
CREATE TRIGGER orders_deleted AFTER DELETE ON orders
BEGIN
  INSERT INTO audit_log (what, row) VALUES ('order deleted', OLD.id);
  DELETE FROM payments WHERE order_id = OLD.id;
END;
