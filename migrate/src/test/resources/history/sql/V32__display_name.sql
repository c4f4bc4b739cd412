ALTER TABLE customers ADD COLUMN display_name TEXT
  GENERATED ALWAYS AS (last_name || ', ' || first_name) VIRTUAL;
CREATE INDEX customers_display_name ON customers (display_name);
