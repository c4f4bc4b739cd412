-- 100 tables, made up: modules with references among their own tables, and to a few hubs
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  status INTEGER NOT NULL,
  created_at TEXT,
  active TIMESTAMP NOT NULL,
  name VARCHAR(80) NOT NULL,
  code TIMESTAMP NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80) NOT NULL,
  kind TIMESTAMP NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  name NUMERIC(12,2) NOT NULL
);
CREATE TABLE countries (
  id INTEGER PRIMARY KEY,
  starts_on BOOLEAN NOT NULL,
  comment INTEGER,
  active TIMESTAMP NOT NULL,
  status VARCHAR(80),
  code REAL,
  position REAL NOT NULL,
  amount TIMESTAMP
);
CREATE TABLE currencies (
  id INTEGER PRIMARY KEY,
  email REAL NOT NULL,
  amount INTEGER NOT NULL,
  code VARCHAR(80) NOT NULL,
  position BOOLEAN NOT NULL,
  starts_on REAL NOT NULL,
  comment INTEGER,
  updated_at BOOLEAN NOT NULL,
  ends_on BOOLEAN
);
CREATE TABLE sales_orders (
  id INTEGER PRIMARY KEY,
  name DATE,
  weight REAL NOT NULL,
  title VARCHAR(80),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_items (
  id INTEGER PRIMARY KEY,
  code NUMERIC(12,2),
  status DATE,
  updated_at BOOLEAN,
  created_at VARCHAR(80),
  comment NUMERIC(12,2) NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE sales_lines (
  id INTEGER PRIMARY KEY,
  title VARCHAR(80) NOT NULL,
  comment INTEGER NOT NULL,
  position VARCHAR(80) NOT NULL,
  active INTEGER,
  weight REAL NOT NULL,
  name BOOLEAN,
  updated_at INTEGER NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  item_id INTEGER REFERENCES sales_items (id)
);
CREATE TABLE sales_rates (
  id INTEGER PRIMARY KEY,
  updated_at REAL NOT NULL,
  code INTEGER NOT NULL,
  title BOOLEAN,
  kind REAL,
  weight NUMERIC(12,2) NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE sales_batchs (
  id INTEGER PRIMARY KEY,
  ends_on BOOLEAN,
  status TIMESTAMP,
  kind VARCHAR(80),
  amount TIMESTAMP NOT NULL,
  comment REAL NOT NULL,
  active TEXT,
  position DATE NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE sales_labels (
  id INTEGER PRIMARY KEY,
  title VARCHAR(80),
  name TIMESTAMP NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  active BOOLEAN NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  code INTEGER,
  position NUMERIC(12,2),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE sales_notes (
  id INTEGER PRIMARY KEY,
  active TEXT NOT NULL,
  code DATE NOT NULL,
  comment BOOLEAN NOT NULL,
  weight VARCHAR(80),
  status TEXT,
  created_at BOOLEAN,
  amount VARCHAR(80),
  email NUMERIC(12,2) NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES sales_batchs (id),
  rate_id INTEGER REFERENCES sales_rates (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  note_id INTEGER NOT NULL REFERENCES sales_notes (id)
);
CREATE TABLE sales_events (
  id INTEGER PRIMARY KEY,
  kind TIMESTAMP NOT NULL,
  comment TEXT,
  name REAL,
  label_id INTEGER REFERENCES sales_labels (id),
  order_id INTEGER NOT NULL REFERENCES sales_orders (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE sales_rules (
  id INTEGER PRIMARY KEY,
  kind REAL NOT NULL,
  amount TIMESTAMP NOT NULL,
  updated_at TIMESTAMP,
  status INTEGER,
  created_at NUMERIC(12,2),
  code BOOLEAN NOT NULL,
  active NUMERIC(12,2),
  event_id INTEGER NOT NULL REFERENCES sales_events (id),
  batch_id INTEGER NOT NULL REFERENCES sales_batchs (id)
);
CREATE TABLE sales_plans (
  id INTEGER PRIMARY KEY,
  code REAL NOT NULL,
  weight TEXT NOT NULL,
  ends_on DATE NOT NULL,
  name INTEGER NOT NULL,
  email TIMESTAMP,
  batch_id INTEGER NOT NULL REFERENCES sales_batchs (id) ON DELETE SET NULL
);
CREATE TABLE sales_groups (
  id INTEGER PRIMARY KEY,
  title INTEGER NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  created_at INTEGER NOT NULL,
  status TEXT,
  comment DATE NOT NULL,
  active TIMESTAMP NOT NULL,
  updated_at INTEGER NOT NULL,
  ends_on BOOLEAN,
  line_id INTEGER NOT NULL REFERENCES sales_lines (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE sales_regions (
  id INTEGER PRIMARY KEY,
  email BOOLEAN,
  amount DATE NOT NULL,
  starts_on TEXT,
  updated_at TIMESTAMP NOT NULL,
  comment TIMESTAMP,
  status INTEGER,
  kind VARCHAR(80),
  note_id INTEGER NOT NULL REFERENCES sales_notes (id),
  rate_id INTEGER REFERENCES sales_rates (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE sales_prices (
  id INTEGER PRIMARY KEY,
  status DATE,
  name DATE NOT NULL,
  code NUMERIC(12,2) NOT NULL,
  active REAL NOT NULL,
  created_at BOOLEAN,
  comment BOOLEAN NOT NULL,
  plan_id INTEGER REFERENCES sales_plans (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE hr_orders (
  id INTEGER PRIMARY KEY,
  name DATE NOT NULL,
  code TIMESTAMP NOT NULL,
  starts_on NUMERIC(12,2),
  title VARCHAR(80),
  status REAL NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80),
  position NUMERIC(12,2),
  comment TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE hr_items (
  id INTEGER PRIMARY KEY,
  active INTEGER,
  amount INTEGER,
  updated_at REAL NOT NULL,
  starts_on INTEGER,
  name TIMESTAMP,
  email TIMESTAMP NOT NULL,
  code REAL NOT NULL,
  order_id INTEGER NOT NULL REFERENCES hr_orders (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES hr_items (id) ON DELETE CASCADE
);
CREATE TABLE hr_lines (
  id INTEGER PRIMARY KEY,
  starts_on DATE,
  active DATE NOT NULL,
  code REAL,
  weight TIMESTAMP NOT NULL,
  amount INTEGER,
  updated_at TEXT NOT NULL,
  item_id INTEGER NOT NULL REFERENCES hr_items (id)
);
CREATE TABLE hr_rates (
  id INTEGER PRIMARY KEY,
  starts_on INTEGER,
  ends_on TIMESTAMP NOT NULL,
  status REAL NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  active REAL,
  comment VARCHAR(80) NOT NULL,
  kind NUMERIC(12,2) NOT NULL,
  item_id INTEGER NOT NULL REFERENCES hr_items (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE hr_batchs (
  id INTEGER PRIMARY KEY,
  starts_on INTEGER NOT NULL,
  ends_on VARCHAR(80),
  code TEXT NOT NULL,
  created_at TEXT,
  weight DATE,
  line_id INTEGER NOT NULL REFERENCES hr_lines (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_labels (
  id INTEGER PRIMARY KEY,
  comment NUMERIC(12,2),
  amount DATE NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  code VARCHAR(80) NOT NULL,
  name DATE NOT NULL,
  created_at DATE NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  line_id INTEGER NOT NULL REFERENCES hr_lines (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE hr_notes (
  id INTEGER PRIMARY KEY,
  updated_at INTEGER NOT NULL,
  created_at BOOLEAN NOT NULL,
  status TIMESTAMP,
  comment VARCHAR(80) NOT NULL,
  amount TIMESTAMP NOT NULL,
  active BOOLEAN,
  code REAL NOT NULL,
  email BOOLEAN NOT NULL,
  kind TIMESTAMP NOT NULL
);
CREATE TABLE hr_events (
  id INTEGER PRIMARY KEY,
  status REAL,
  name REAL NOT NULL,
  created_at VARCHAR(80),
  rate_id INTEGER REFERENCES hr_rates (id)
);
CREATE TABLE hr_rules (
  id INTEGER PRIMARY KEY,
  weight NUMERIC(12,2) NOT NULL,
  kind TEXT,
  active DATE,
  updated_at DATE NOT NULL,
  code VARCHAR(80),
  comment INTEGER NOT NULL,
  name DATE NOT NULL,
  position TIMESTAMP NOT NULL,
  created_at TIMESTAMP,
  rate_id INTEGER NOT NULL REFERENCES hr_rates (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE hr_plans (
  id INTEGER PRIMARY KEY,
  updated_at INTEGER NOT NULL,
  active VARCHAR(80),
  title TIMESTAMP NOT NULL,
  created_at BOOLEAN,
  batch_id INTEGER NOT NULL REFERENCES hr_batchs (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_groups (
  id INTEGER PRIMARY KEY,
  email NUMERIC(12,2),
  starts_on REAL NOT NULL,
  code TEXT,
  position NUMERIC(12,2),
  updated_at TEXT NOT NULL,
  rate_id INTEGER REFERENCES hr_rates (id) ON DELETE CASCADE,
  plan_id INTEGER NOT NULL REFERENCES hr_plans (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE hr_regions (
  id INTEGER PRIMARY KEY,
  updated_at NUMERIC(12,2) NOT NULL,
  name INTEGER NOT NULL,
  starts_on BOOLEAN NOT NULL,
  active INTEGER,
  created_at TIMESTAMP NOT NULL,
  ends_on DATE,
  position VARCHAR(80) NOT NULL,
  kind REAL NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES hr_batchs (id)
);
CREATE TABLE hr_prices (
  id INTEGER PRIMARY KEY,
  created_at INTEGER,
  name BOOLEAN NOT NULL,
  kind BOOLEAN,
  title TEXT NOT NULL,
  updated_at BOOLEAN,
  code DATE NOT NULL,
  weight INTEGER NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  position REAL,
  plan_id INTEGER NOT NULL REFERENCES hr_plans (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE stock_orders (
  id INTEGER PRIMARY KEY,
  status TIMESTAMP NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  amount INTEGER,
  ends_on REAL,
  weight BOOLEAN NOT NULL,
  updated_at VARCHAR(80),
  active INTEGER NOT NULL,
  code INTEGER NOT NULL,
  starts_on VARCHAR(80) NOT NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE stock_items (
  id INTEGER PRIMARY KEY,
  active DATE NOT NULL,
  email TIMESTAMP NOT NULL,
  code TIMESTAMP NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  weight VARCHAR(80) NOT NULL,
  kind TIMESTAMP NOT NULL,
  position TIMESTAMP,
  ends_on INTEGER,
  status TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES stock_orders (id) ON DELETE CASCADE
);
CREATE TABLE stock_lines (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2) NOT NULL,
  code DATE,
  ends_on TEXT NOT NULL,
  comment BOOLEAN NOT NULL,
  item_id INTEGER NOT NULL REFERENCES stock_items (id) ON DELETE CASCADE,
  plan_id INTEGER NOT NULL REFERENCES sales_plans (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE stock_rates (
  id INTEGER PRIMARY KEY,
  code NUMERIC(12,2),
  created_at INTEGER,
  kind VARCHAR(80),
  title VARCHAR(80),
  active DATE NOT NULL,
  comment TEXT NOT NULL,
  line_id INTEGER NOT NULL REFERENCES stock_lines (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE stock_batchs (
  id INTEGER PRIMARY KEY,
  code NUMERIC(12,2),
  created_at VARCHAR(80) NOT NULL,
  position BOOLEAN,
  ends_on NUMERIC(12,2) NOT NULL,
  updated_at DATE NOT NULL,
  status NUMERIC(12,2),
  email INTEGER NOT NULL,
  name TIMESTAMP NOT NULL,
  active TEXT,
  rate_id INTEGER NOT NULL REFERENCES stock_rates (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE stock_labels (
  id INTEGER PRIMARY KEY,
  comment TIMESTAMP,
  status TIMESTAMP NOT NULL,
  created_at TEXT,
  ends_on BOOLEAN NOT NULL,
  code REAL,
  title DATE,
  batch_id INTEGER NOT NULL REFERENCES stock_batchs (id) ON DELETE CASCADE
);
CREATE TABLE stock_notes (
  id INTEGER PRIMARY KEY,
  updated_at REAL NOT NULL,
  amount INTEGER NOT NULL,
  kind VARCHAR(80) NOT NULL,
  position REAL NOT NULL,
  email TEXT NOT NULL,
  status NUMERIC(12,2) NOT NULL,
  rate_id INTEGER REFERENCES stock_rates (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE stock_events (
  id INTEGER PRIMARY KEY,
  starts_on INTEGER,
  email DATE NOT NULL,
  title DATE,
  status REAL NOT NULL,
  active REAL NOT NULL,
  amount DATE,
  order_id INTEGER NOT NULL REFERENCES stock_orders (id) ON DELETE SET NULL
);
CREATE TABLE stock_rules (
  id INTEGER PRIMARY KEY,
  status TEXT,
  email BOOLEAN,
  title REAL,
  starts_on INTEGER NOT NULL,
  code VARCHAR(80),
  comment BOOLEAN NOT NULL
);
CREATE TABLE stock_plans (
  id INTEGER PRIMARY KEY,
  starts_on DATE NOT NULL,
  title BOOLEAN,
  comment TEXT NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES stock_rates (id)
);
CREATE TABLE stock_groups (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  ends_on TIMESTAMP NOT NULL,
  starts_on DATE,
  event_id INTEGER NOT NULL REFERENCES stock_events (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE,
  group_id INTEGER REFERENCES stock_groups (id)
);
CREATE TABLE stock_regions (
  id INTEGER PRIMARY KEY,
  name BOOLEAN,
  active REAL,
  comment REAL NOT NULL,
  plan_id INTEGER REFERENCES sales_plans (id)
);
CREATE TABLE stock_prices (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP NOT NULL,
  comment TIMESTAMP NOT NULL,
  active VARCHAR(80),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE billing_orders (
  id INTEGER PRIMARY KEY,
  active INTEGER NOT NULL,
  updated_at DATE,
  status DATE,
  amount VARCHAR(80),
  code DATE NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  weight TEXT NOT NULL,
  name TIMESTAMP,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE billing_items (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  title TIMESTAMP,
  comment DATE,
  updated_at VARCHAR(80),
  weight INTEGER,
  email NUMERIC(12,2) NOT NULL,
  name TEXT NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  order_id INTEGER NOT NULL REFERENCES billing_orders (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE billing_lines (
  id INTEGER PRIMARY KEY,
  comment INTEGER NOT NULL,
  active INTEGER,
  code DATE NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  created_at TIMESTAMP NOT NULL,
  email BOOLEAN NOT NULL,
  amount TEXT NOT NULL,
  kind DATE NOT NULL,
  position BOOLEAN,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE billing_rates (
  id INTEGER PRIMARY KEY,
  weight DATE NOT NULL,
  name TEXT NOT NULL,
  comment DATE,
  position TEXT NOT NULL,
  amount REAL NOT NULL,
  code NUMERIC(12,2),
  line_id INTEGER NOT NULL REFERENCES billing_lines (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE billing_batchs (
  id INTEGER PRIMARY KEY,
  email BOOLEAN NOT NULL,
  weight VARCHAR(80),
  comment INTEGER NOT NULL,
  code TEXT NOT NULL,
  active DATE NOT NULL,
  ends_on NUMERIC(12,2) NOT NULL,
  item_id INTEGER REFERENCES billing_items (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE billing_labels (
  id INTEGER PRIMARY KEY,
  updated_at TIMESTAMP NOT NULL,
  kind REAL,
  weight TIMESTAMP NOT NULL,
  starts_on DATE NOT NULL,
  batch_id INTEGER REFERENCES billing_batchs (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE billing_notes (
  id INTEGER PRIMARY KEY,
  code DATE,
  status VARCHAR(80) NOT NULL,
  active INTEGER,
  kind INTEGER NOT NULL,
  amount VARCHAR(80) NOT NULL,
  created_at TEXT NOT NULL,
  title VARCHAR(80),
  comment DATE NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES billing_batchs (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE billing_events (
  id INTEGER PRIMARY KEY,
  active BOOLEAN NOT NULL,
  weight INTEGER,
  position TIMESTAMP,
  amount NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80) NOT NULL,
  status TEXT,
  code VARCHAR(80) NOT NULL,
  updated_at NUMERIC(12,2),
  title BOOLEAN,
  label_id INTEGER NOT NULL REFERENCES billing_labels (id)
);
CREATE TABLE billing_rules (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  title TEXT,
  position BOOLEAN NOT NULL,
  updated_at VARCHAR(80),
  comment REAL NOT NULL,
  rule_id INTEGER REFERENCES stock_rules (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE billing_plans (
  id INTEGER PRIMARY KEY,
  weight VARCHAR(80),
  active TIMESTAMP,
  ends_on VARCHAR(80) NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  starts_on INTEGER,
  code TIMESTAMP NOT NULL,
  amount TIMESTAMP,
  title NUMERIC(12,2) NOT NULL,
  note_id INTEGER REFERENCES billing_notes (id),
  rule_id INTEGER NOT NULL REFERENCES billing_rules (id) ON DELETE SET NULL,
  batch_id INTEGER REFERENCES hr_batchs (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE billing_groups (
  id INTEGER PRIMARY KEY,
  starts_on NUMERIC(12,2),
  ends_on VARCHAR(80) NOT NULL,
  updated_at BOOLEAN,
  email NUMERIC(12,2) NOT NULL,
  created_at BOOLEAN,
  position TEXT,
  code TIMESTAMP,
  title DATE NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES billing_rules (id) ON DELETE CASCADE
);
CREATE TABLE billing_regions (
  id INTEGER PRIMARY KEY,
  position DATE NOT NULL,
  weight TIMESTAMP NOT NULL,
  kind REAL,
  code INTEGER,
  label_id INTEGER NOT NULL REFERENCES billing_labels (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE billing_prices (
  id INTEGER PRIMARY KEY,
  name BOOLEAN NOT NULL,
  status INTEGER NOT NULL,
  ends_on BOOLEAN,
  updated_at TEXT NOT NULL,
  position TEXT,
  weight BOOLEAN,
  starts_on INTEGER NOT NULL,
  active REAL,
  region_id INTEGER NOT NULL REFERENCES billing_regions (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE crm_orders (
  id INTEGER PRIMARY KEY,
  starts_on DATE,
  created_at DATE NOT NULL,
  ends_on REAL NOT NULL,
  title DATE,
  rate_id INTEGER NOT NULL REFERENCES billing_rates (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE crm_items (
  id INTEGER PRIMARY KEY,
  created_at VARCHAR(80) NOT NULL,
  weight TEXT NOT NULL,
  comment INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES crm_orders (id),
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE crm_lines (
  id INTEGER PRIMARY KEY,
  active INTEGER,
  updated_at TEXT NOT NULL,
  kind NUMERIC(12,2),
  status DATE,
  code NUMERIC(12,2) NOT NULL,
  weight BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT,
  item_id INTEGER REFERENCES crm_items (id),
  order_id INTEGER NOT NULL REFERENCES crm_orders (id)
);
CREATE TABLE crm_rates (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  comment TEXT,
  code INTEGER,
  email INTEGER NOT NULL,
  active INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  amount TIMESTAMP NOT NULL,
  status NUMERIC(12,2),
  ends_on BOOLEAN,
  order_id INTEGER REFERENCES crm_orders (id) ON DELETE CASCADE,
  region_id INTEGER REFERENCES hr_regions (id)
);
CREATE TABLE crm_batchs (
  id INTEGER PRIMARY KEY,
  name INTEGER NOT NULL,
  kind DATE,
  active NUMERIC(12,2),
  rate_id INTEGER REFERENCES crm_rates (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE crm_labels (
  id INTEGER PRIMARY KEY,
  updated_at BOOLEAN NOT NULL,
  created_at TEXT,
  email BOOLEAN,
  kind TEXT,
  starts_on DATE,
  position TIMESTAMP NOT NULL,
  item_id INTEGER REFERENCES crm_items (id) ON DELETE CASCADE
);
CREATE TABLE crm_notes (
  id INTEGER PRIMARY KEY,
  kind REAL NOT NULL,
  email INTEGER NOT NULL,
  name REAL,
  starts_on TIMESTAMP,
  status TIMESTAMP NOT NULL,
  position TEXT,
  active REAL,
  weight DATE,
  created_at TEXT,
  line_id INTEGER NOT NULL REFERENCES crm_lines (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE crm_events (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2),
  kind DATE NOT NULL,
  title BOOLEAN NOT NULL,
  code NUMERIC(12,2) NOT NULL,
  batch_id INTEGER REFERENCES crm_batchs (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE crm_rules (
  id INTEGER PRIMARY KEY,
  code REAL,
  name TIMESTAMP NOT NULL,
  amount DATE NOT NULL,
  event_id INTEGER REFERENCES crm_events (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE crm_plans (
  id INTEGER PRIMARY KEY,
  updated_at DATE NOT NULL,
  kind TIMESTAMP,
  code VARCHAR(80) NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  active TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  email DATE,
  comment TEXT,
  batch_id INTEGER REFERENCES crm_batchs (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE crm_groups (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  ends_on TEXT NOT NULL,
  updated_at TIMESTAMP,
  created_at NUMERIC(12,2),
  status TIMESTAMP NOT NULL,
  email BOOLEAN,
  note_id INTEGER NOT NULL REFERENCES crm_notes (id)
);
CREATE TABLE crm_regions (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  amount TIMESTAMP,
  updated_at NUMERIC(12,2),
  code NUMERIC(12,2) NOT NULL,
  active NUMERIC(12,2) NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE crm_prices (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  amount TIMESTAMP,
  comment INTEGER NOT NULL,
  updated_at VARCHAR(80),
  starts_on TEXT,
  code DATE NOT NULL,
  kind TEXT NOT NULL,
  title BOOLEAN NOT NULL,
  status REAL NOT NULL,
  region_id INTEGER REFERENCES crm_regions (id) ON DELETE SET NULL,
  note_id INTEGER NOT NULL REFERENCES crm_notes (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_orders (
  id INTEGER PRIMARY KEY,
  amount REAL,
  position NUMERIC(12,2) NOT NULL,
  code TIMESTAMP,
  email TIMESTAMP NOT NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE ship_items (
  id INTEGER PRIMARY KEY,
  name REAL NOT NULL,
  created_at DATE NOT NULL,
  email BOOLEAN NOT NULL,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_lines (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  email INTEGER NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  starts_on DATE NOT NULL,
  code TEXT NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  comment REAL NOT NULL,
  active REAL NOT NULL,
  order_id INTEGER REFERENCES ship_orders (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES ship_items (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE ship_rates (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80) NOT NULL,
  position TEXT,
  updated_at VARCHAR(80),
  weight TEXT NOT NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE ship_batchs (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2),
  created_at BOOLEAN NOT NULL,
  comment VARCHAR(80),
  name TEXT NOT NULL,
  ends_on NUMERIC(12,2) NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES ship_rates (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE ship_labels (
  id INTEGER PRIMARY KEY,
  position DATE NOT NULL,
  starts_on TEXT NOT NULL,
  active TEXT NOT NULL,
  kind DATE NOT NULL,
  title NUMERIC(12,2) NOT NULL,
  comment DATE NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  code NUMERIC(12,2),
  rate_id INTEGER REFERENCES ship_rates (id) ON DELETE SET NULL,
  label_id INTEGER NOT NULL REFERENCES ship_labels (id)
);
CREATE TABLE ship_notes (
  id INTEGER PRIMARY KEY,
  kind DATE NOT NULL,
  comment BOOLEAN NOT NULL,
  starts_on VARCHAR(80),
  position VARCHAR(80) NOT NULL,
  updated_at BOOLEAN NOT NULL,
  active TIMESTAMP NOT NULL,
  line_id INTEGER NOT NULL REFERENCES ship_lines (id) ON DELETE SET NULL,
  rate_id INTEGER NOT NULL REFERENCES ship_rates (id) ON DELETE CASCADE
);
CREATE TABLE ship_events (
  id INTEGER PRIMARY KEY,
  comment BOOLEAN,
  created_at INTEGER NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  order_id INTEGER REFERENCES ship_orders (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE ship_rules (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  email NUMERIC(12,2) NOT NULL,
  comment DATE,
  batch_id INTEGER REFERENCES ship_batchs (id)
);
CREATE TABLE ship_plans (
  id INTEGER PRIMARY KEY,
  ends_on NUMERIC(12,2) NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  email VARCHAR(80),
  weight INTEGER,
  updated_at BOOLEAN NOT NULL,
  created_at TIMESTAMP,
  active TIMESTAMP,
  starts_on TEXT NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES ship_rules (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE ship_groups (
  id INTEGER PRIMARY KEY,
  ends_on VARCHAR(80) NOT NULL,
  updated_at VARCHAR(80),
  name NUMERIC(12,2),
  active VARCHAR(80) NOT NULL,
  code REAL,
  comment BOOLEAN,
  amount INTEGER NOT NULL,
  weight BOOLEAN NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES ship_rules (id) ON DELETE SET NULL,
  note_id INTEGER NOT NULL REFERENCES ship_notes (id)
);
CREATE TABLE ship_regions (
  id INTEGER PRIMARY KEY,
  title VARCHAR(80) NOT NULL,
  comment INTEGER NOT NULL,
  amount TEXT,
  kind TEXT,
  email DATE,
  rule_id INTEGER NOT NULL REFERENCES ship_rules (id) ON DELETE SET NULL
);
CREATE TABLE ship_prices (
  id INTEGER PRIMARY KEY,
  title TIMESTAMP NOT NULL,
  active INTEGER NOT NULL,
  comment INTEGER NOT NULL,
  email INTEGER NOT NULL,
  status REAL,
  label_id INTEGER REFERENCES ship_labels (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_orders (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  ends_on VARCHAR(80),
  amount TEXT NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  position TEXT NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  name REAL NOT NULL,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE media_items (
  id INTEGER PRIMARY KEY,
  email INTEGER NOT NULL,
  title BOOLEAN NOT NULL,
  amount TEXT,
  order_id INTEGER NOT NULL REFERENCES media_orders (id) ON DELETE SET NULL
);
CREATE TABLE media_lines (
  id INTEGER PRIMARY KEY,
  title REAL NOT NULL,
  ends_on TIMESTAMP NOT NULL,
  comment DATE,
  amount BOOLEAN,
  created_at TIMESTAMP,
  weight INTEGER NOT NULL
);
CREATE TABLE media_rates (
  id INTEGER PRIMARY KEY,
  created_at TIMESTAMP NOT NULL,
  active REAL,
  position DATE,
  amount REAL,
  starts_on BOOLEAN NOT NULL,
  updated_at VARCHAR(80),
  order_id INTEGER NOT NULL REFERENCES media_orders (id),
  item_id INTEGER REFERENCES media_items (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_batchs (
  id INTEGER PRIMARY KEY,
  email TIMESTAMP,
  title INTEGER NOT NULL,
  amount BOOLEAN,
  ends_on DATE NOT NULL,
  order_id INTEGER REFERENCES media_orders (id)
);
CREATE TABLE media_labels (
  id INTEGER PRIMARY KEY,
  active TEXT,
  kind REAL NOT NULL,
  status VARCHAR(80) NOT NULL,
  starts_on INTEGER NOT NULL,
  email INTEGER NOT NULL,
  name TIMESTAMP,
  ends_on TEXT NOT NULL,
  comment NUMERIC(12,2) NOT NULL,
  amount DATE NOT NULL,
  line_id INTEGER REFERENCES media_lines (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE media_notes (
  id INTEGER PRIMARY KEY,
  code DATE,
  title TEXT,
  email INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES media_items (id) ON DELETE SET NULL,
  batch_id INTEGER REFERENCES media_batchs (id)
);
CREATE TABLE media_events (
  id INTEGER PRIMARY KEY,
  created_at REAL NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  ends_on NUMERIC(12,2) NOT NULL,
  weight TIMESTAMP NOT NULL,
  comment DATE NOT NULL,
  label_id INTEGER NOT NULL REFERENCES media_labels (id) ON DELETE CASCADE
);
CREATE TABLE media_rules (
  id INTEGER PRIMARY KEY,
  status REAL NOT NULL,
  active TIMESTAMP NOT NULL,
  weight REAL NOT NULL,
  updated_at BOOLEAN,
  batch_id INTEGER NOT NULL REFERENCES media_batchs (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES media_items (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE media_plans (
  id INTEGER PRIMARY KEY,
  amount INTEGER,
  name REAL,
  title NUMERIC(12,2) NOT NULL,
  starts_on REAL,
  weight DATE NOT NULL,
  kind INTEGER NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES media_rules (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  plan_id INTEGER REFERENCES media_plans (id) ON DELETE SET NULL
);
CREATE TABLE media_groups (
  id INTEGER PRIMARY KEY,
  kind DATE,
  code INTEGER NOT NULL,
  active TEXT NOT NULL,
  starts_on VARCHAR(80),
  email DATE NOT NULL
);
CREATE TABLE media_regions (
  id INTEGER PRIMARY KEY,
  ends_on TEXT NOT NULL,
  kind VARCHAR(80),
  amount TIMESTAMP NOT NULL,
  title REAL,
  status DATE,
  comment INTEGER NOT NULL,
  weight TIMESTAMP NOT NULL,
  starts_on REAL,
  code VARCHAR(80) NOT NULL,
  label_id INTEGER NOT NULL REFERENCES media_labels (id),
  rate_id INTEGER NOT NULL REFERENCES media_rates (id) ON DELETE CASCADE
);
CREATE TABLE media_prices (
  id INTEGER PRIMARY KEY,
  name NUMERIC(12,2),
  comment NUMERIC(12,2) NOT NULL,
  weight TEXT NOT NULL,
  created_at BOOLEAN,
  ends_on REAL NOT NULL,
  code BOOLEAN NOT NULL,
  updated_at VARCHAR(80),
  kind NUMERIC(12,2),
  batch_id INTEGER REFERENCES media_batchs (id),
  order_id INTEGER REFERENCES media_orders (id)
);
CREATE TABLE audit_orders (
  id INTEGER PRIMARY KEY,
  status REAL,
  starts_on NUMERIC(12,2),
  ends_on BOOLEAN,
  comment VARCHAR(80) NOT NULL,
  active TIMESTAMP,
  name VARCHAR(80) NOT NULL,
  amount TIMESTAMP NOT NULL,
  weight TIMESTAMP NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE audit_items (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80),
  weight REAL NOT NULL,
  code INTEGER,
  title INTEGER NOT NULL,
  comment VARCHAR(80) NOT NULL,
  kind TIMESTAMP,
  email INTEGER NOT NULL
);
CREATE TABLE audit_lines (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  weight BOOLEAN NOT NULL,
  status BOOLEAN,
  created_at TEXT,
  kind INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES audit_orders (id) ON DELETE SET NULL,
  item_id INTEGER REFERENCES audit_items (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE audit_rates (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2),
  updated_at DATE,
  code VARCHAR(80),
  name DATE NOT NULL,
  title DATE,
  email TEXT NOT NULL,
  kind NUMERIC(12,2) NOT NULL,
  starts_on REAL,
  comment TEXT NOT NULL,
  order_id INTEGER REFERENCES audit_orders (id),
  line_id INTEGER REFERENCES audit_lines (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE audit_batchs (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2),
  kind REAL NOT NULL,
  name REAL NOT NULL,
  amount BOOLEAN NOT NULL,
  item_id INTEGER NOT NULL REFERENCES audit_items (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
