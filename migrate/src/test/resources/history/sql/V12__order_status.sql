ALTER TABLE orders ADD COLUMN status TEXT NOT NULL DEFAULT 'new'
  CHECK (status IN ('new', 'paid', 'sent', 'closed'));
