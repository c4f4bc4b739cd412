-- + trigger t

-- Triggers
CREATE TRIGGER t AFTER INSERT ON users BEGIN UPDATE users SET email = CASE WHEN new.email IS NULL THEN '' ELSE new.email END WHERE id = new.id; END;
