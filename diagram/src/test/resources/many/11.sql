-- 11 tables, made up: modules with references among their own tables, and to a few hubs
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  position REAL,
  comment INTEGER,
  status REAL NOT NULL,
  ends_on TIMESTAMP NOT NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  title INTEGER NOT NULL,
  status TEXT NOT NULL,
  amount TEXT,
  kind DATE NOT NULL,
  email VARCHAR(80)
);
CREATE TABLE countries (
  id INTEGER PRIMARY KEY,
  created_at BOOLEAN NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  email DATE,
  position VARCHAR(80),
  updated_at DATE NOT NULL,
  status VARCHAR(80)
);
CREATE TABLE currencies (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2),
  created_at BOOLEAN,
  kind INTEGER,
  amount TIMESTAMP,
  ends_on DATE NOT NULL,
  name INTEGER NOT NULL,
  starts_on REAL NOT NULL
);
CREATE TABLE sales_orders (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL,
  kind BOOLEAN,
  email DATE NOT NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_items (
  id INTEGER PRIMARY KEY,
  ends_on INTEGER,
  kind DATE NOT NULL,
  title TIMESTAMP,
  status VARCHAR(80),
  created_at DATE NOT NULL,
  active TEXT,
  updated_at BOOLEAN NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  email BOOLEAN NOT NULL,
  order_id INTEGER REFERENCES sales_orders (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE hr_orders (
  id INTEGER PRIMARY KEY,
  starts_on NUMERIC(12,2) NOT NULL,
  position BOOLEAN,
  title DATE NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  status TEXT,
  weight NUMERIC(12,2) NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_items (
  id INTEGER PRIMARY KEY,
  active INTEGER NOT NULL,
  title TIMESTAMP,
  amount REAL NOT NULL,
  updated_at INTEGER NOT NULL,
  status TIMESTAMP NOT NULL,
  order_id INTEGER REFERENCES hr_orders (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE stock_orders (
  id INTEGER PRIMARY KEY,
  updated_at VARCHAR(80),
  ends_on TEXT,
  active NUMERIC(12,2) NOT NULL,
  created_at REAL,
  starts_on VARCHAR(80),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE stock_items (
  id INTEGER PRIMARY KEY,
  email TEXT,
  amount TIMESTAMP,
  name VARCHAR(80),
  order_id INTEGER NOT NULL REFERENCES stock_orders (id)
);
CREATE TABLE billing_orders (
  id INTEGER PRIMARY KEY,
  code BOOLEAN NOT NULL,
  ends_on INTEGER NOT NULL,
  status INTEGER NOT NULL,
  starts_on DATE,
  comment NUMERIC(12,2),
  updated_at TEXT NOT NULL,
  name VARCHAR(80) NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
