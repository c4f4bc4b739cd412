-- 300 tables, made up: modules with references among their own tables, and to a few hubs
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  title TIMESTAMP NOT NULL,
  comment REAL,
  email NUMERIC(12,2) NOT NULL,
  updated_at DATE NOT NULL,
  weight TEXT,
  kind VARCHAR(80),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE tenants (
  id INTEGER PRIMARY KEY,
  name TIMESTAMP,
  title REAL NOT NULL,
  comment TIMESTAMP NOT NULL,
  code DATE NOT NULL,
  kind INTEGER NOT NULL,
  active DATE NOT NULL,
  amount INTEGER
);
CREATE TABLE countries (
  id INTEGER PRIMARY KEY,
  email INTEGER,
  amount INTEGER NOT NULL,
  comment DATE NOT NULL,
  starts_on TEXT,
  name TEXT NOT NULL
);
CREATE TABLE currencies (
  id INTEGER PRIMARY KEY,
  updated_at VARCHAR(80) NOT NULL,
  created_at TIMESTAMP,
  weight DATE NOT NULL
);
CREATE TABLE sales_orders (
  id INTEGER PRIMARY KEY,
  name REAL NOT NULL,
  kind TIMESTAMP NOT NULL,
  updated_at TIMESTAMP,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE sales_items (
  id INTEGER PRIMARY KEY,
  starts_on TEXT,
  name TIMESTAMP NOT NULL,
  amount TEXT,
  status BOOLEAN,
  created_at VARCHAR(80) NOT NULL,
  position INTEGER NOT NULL,
  code TIMESTAMP NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_lines (
  id INTEGER PRIMARY KEY,
  status TIMESTAMP,
  weight VARCHAR(80),
  active INTEGER NOT NULL,
  comment INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id) ON DELETE SET NULL,
  item_id INTEGER NOT NULL REFERENCES sales_items (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE sales_rates (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80) NOT NULL,
  kind TEXT NOT NULL,
  code DATE NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  amount NUMERIC(12,2),
  active BOOLEAN,
  name NUMERIC(12,2),
  email TEXT NOT NULL,
  status BOOLEAN,
  line_id INTEGER REFERENCES sales_lines (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_batchs (
  id INTEGER PRIMARY KEY,
  name REAL,
  weight VARCHAR(80),
  title TEXT,
  email TEXT,
  status VARCHAR(80) NOT NULL,
  ends_on TEXT,
  position INTEGER NOT NULL,
  code INTEGER,
  order_id INTEGER REFERENCES sales_orders (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE sales_labels (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP NOT NULL,
  active BOOLEAN,
  updated_at REAL NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  name DATE NOT NULL,
  ends_on VARCHAR(80),
  weight TIMESTAMP,
  status VARCHAR(80) NOT NULL,
  kind BOOLEAN NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES sales_batchs (id) ON DELETE SET NULL,
  order_id INTEGER REFERENCES sales_orders (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE sales_notes (
  id INTEGER PRIMARY KEY,
  weight INTEGER,
  title DATE,
  position TEXT,
  updated_at DATE,
  ends_on DATE,
  rate_id INTEGER NOT NULL REFERENCES sales_rates (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE sales_events (
  id INTEGER PRIMARY KEY,
  updated_at BOOLEAN,
  code TIMESTAMP NOT NULL,
  active REAL NOT NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE sales_rules (
  id INTEGER PRIMARY KEY,
  status REAL NOT NULL,
  created_at TEXT NOT NULL,
  email BOOLEAN NOT NULL,
  weight TIMESTAMP NOT NULL,
  amount INTEGER NOT NULL,
  code VARCHAR(80),
  title DATE NOT NULL,
  comment BOOLEAN NOT NULL,
  position TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  item_id INTEGER NOT NULL REFERENCES sales_items (id)
);
CREATE TABLE sales_plans (
  id INTEGER PRIMARY KEY,
  ends_on REAL,
  active REAL,
  email INTEGER,
  status REAL NOT NULL,
  updated_at DATE,
  weight NUMERIC(12,2) NOT NULL,
  comment DATE NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES sales_rules (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  plan_id INTEGER REFERENCES sales_plans (id) ON DELETE SET NULL
);
CREATE TABLE sales_groups (
  id INTEGER PRIMARY KEY,
  comment INTEGER NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  kind REAL NOT NULL,
  plan_id INTEGER REFERENCES sales_plans (id),
  rate_id INTEGER NOT NULL REFERENCES sales_rates (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_regions (
  id INTEGER PRIMARY KEY,
  name TIMESTAMP NOT NULL,
  amount DATE NOT NULL,
  status BOOLEAN NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES sales_rules (id),
  rate_id INTEGER REFERENCES sales_rates (id)
);
CREATE TABLE sales_prices (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP,
  status NUMERIC(12,2) NOT NULL,
  comment BOOLEAN,
  amount BOOLEAN,
  active TIMESTAMP NOT NULL,
  email TIMESTAMP,
  weight NUMERIC(12,2),
  rule_id INTEGER NOT NULL REFERENCES sales_rules (id),
  plan_id INTEGER NOT NULL REFERENCES sales_plans (id)
);
CREATE TABLE sales_tasks (
  id INTEGER PRIMARY KEY,
  amount BOOLEAN,
  position BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  region_id INTEGER REFERENCES sales_regions (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE sales_files (
  id INTEGER PRIMARY KEY,
  code DATE,
  amount INTEGER,
  status NUMERIC(12,2),
  email REAL NOT NULL,
  price_id INTEGER NOT NULL REFERENCES sales_prices (id)
);
CREATE TABLE sales_states (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  status TEXT NOT NULL,
  created_at INTEGER,
  updated_at VARCHAR(80),
  ends_on TIMESTAMP NOT NULL,
  active BOOLEAN,
  email DATE NOT NULL,
  kind INTEGER,
  starts_on NUMERIC(12,2),
  task_id INTEGER NOT NULL REFERENCES sales_tasks (id) ON DELETE SET NULL,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE sales_reports (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ends_on DATE NOT NULL,
  active VARCHAR(80),
  group_id INTEGER NOT NULL REFERENCES sales_groups (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_entrys (
  id INTEGER PRIMARY KEY,
  updated_at VARCHAR(80) NOT NULL,
  created_at DATE NOT NULL,
  comment BOOLEAN,
  name VARCHAR(80),
  amount INTEGER,
  group_id INTEGER REFERENCES sales_groups (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE sales_units (
  id INTEGER PRIMARY KEY,
  updated_at DATE NOT NULL,
  created_at DATE NOT NULL,
  starts_on DATE,
  comment DATE,
  title DATE NOT NULL,
  position TIMESTAMP,
  price_id INTEGER REFERENCES sales_prices (id)
);
CREATE TABLE sales_links (
  id INTEGER PRIMARY KEY,
  email REAL NOT NULL,
  amount TIMESTAMP NOT NULL,
  created_at INTEGER,
  region_id INTEGER REFERENCES sales_regions (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE sales_targets (
  id INTEGER PRIMARY KEY,
  ends_on VARCHAR(80) NOT NULL,
  updated_at DATE,
  status VARCHAR(80) NOT NULL,
  task_id INTEGER REFERENCES sales_tasks (id) ON DELETE CASCADE,
  price_id INTEGER REFERENCES sales_prices (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE sales_steps (
  id INTEGER PRIMARY KEY,
  amount DATE NOT NULL,
  kind TEXT,
  title INTEGER NOT NULL,
  comment DATE NOT NULL,
  active INTEGER,
  email NUMERIC(12,2),
  name BOOLEAN NOT NULL,
  weight BOOLEAN NOT NULL,
  updated_at BOOLEAN NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES sales_units (id),
  state_id INTEGER REFERENCES sales_states (id)
);
CREATE TABLE sales_tickets (
  id INTEGER PRIMARY KEY,
  ends_on INTEGER NOT NULL,
  starts_on BOOLEAN NOT NULL,
  comment INTEGER NOT NULL,
  weight REAL,
  status REAL NOT NULL,
  created_at TEXT NOT NULL,
  kind TIMESTAMP,
  entry_id INTEGER REFERENCES sales_entrys (id) ON DELETE SET NULL,
  step_id INTEGER NOT NULL REFERENCES sales_steps (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE sales_visits (
  id INTEGER PRIMARY KEY,
  kind BOOLEAN NOT NULL,
  active TIMESTAMP NOT NULL,
  starts_on BOOLEAN NOT NULL,
  updated_at VARCHAR(80),
  comment TIMESTAMP,
  email BOOLEAN,
  weight NUMERIC(12,2),
  target_id INTEGER NOT NULL REFERENCES sales_targets (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE sales_quotes (
  id INTEGER PRIMARY KEY,
  email INTEGER NOT NULL,
  created_at INTEGER,
  code INTEGER NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  comment VARCHAR(80) NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  active BOOLEAN,
  kind VARCHAR(80) NOT NULL,
  status BOOLEAN,
  report_id INTEGER NOT NULL REFERENCES sales_reports (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  quote_id INTEGER REFERENCES sales_quotes (id)
);
CREATE TABLE sales_claims (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP NOT NULL,
  created_at DATE NOT NULL,
  title TEXT NOT NULL,
  status INTEGER NOT NULL,
  amount NUMERIC(12,2),
  weight NUMERIC(12,2),
  email REAL NOT NULL,
  position REAL,
  updated_at TEXT NOT NULL
);
CREATE TABLE sales_bonuss (
  id INTEGER PRIMARY KEY,
  status REAL,
  starts_on REAL,
  created_at BOOLEAN,
  kind INTEGER NOT NULL,
  title TIMESTAMP NOT NULL,
  comment TIMESTAMP,
  target_id INTEGER REFERENCES sales_targets (id)
);
CREATE TABLE sales_shifts (
  id INTEGER PRIMARY KEY,
  updated_at NUMERIC(12,2) NOT NULL,
  email BOOLEAN NOT NULL,
  amount NUMERIC(12,2),
  weight DATE NOT NULL,
  created_at TEXT NOT NULL,
  visit_id INTEGER REFERENCES sales_visits (id),
  claim_id INTEGER NOT NULL REFERENCES sales_claims (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE sales_teams (
  id INTEGER PRIMARY KEY,
  amount VARCHAR(80) NOT NULL,
  active NUMERIC(12,2),
  code DATE NOT NULL,
  updated_at VARCHAR(80) NOT NULL,
  kind DATE,
  name INTEGER NOT NULL,
  shift_id INTEGER REFERENCES sales_shifts (id),
  visit_id INTEGER REFERENCES sales_visits (id)
);
CREATE TABLE sales_skills (
  id INTEGER PRIMARY KEY,
  code DATE,
  updated_at DATE,
  email VARCHAR(80),
  name INTEGER NOT NULL,
  amount TIMESTAMP NOT NULL,
  position INTEGER NOT NULL,
  status DATE,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_orders (
  id INTEGER PRIMARY KEY,
  status TIMESTAMP NOT NULL,
  kind INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  created_at VARCHAR(80),
  name NUMERIC(12,2),
  updated_at NUMERIC(12,2),
  code VARCHAR(80) NOT NULL,
  comment VARCHAR(80),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE hr_items (
  id INTEGER PRIMARY KEY,
  email DATE,
  starts_on DATE NOT NULL,
  code BOOLEAN,
  position NUMERIC(12,2),
  status TIMESTAMP,
  order_id INTEGER NOT NULL REFERENCES hr_orders (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE hr_lines (
  id INTEGER PRIMARY KEY,
  ends_on DATE NOT NULL,
  starts_on BOOLEAN,
  updated_at INTEGER,
  code TEXT NOT NULL,
  email BOOLEAN NOT NULL,
  status BOOLEAN,
  amount NUMERIC(12,2),
  weight INTEGER NOT NULL,
  title VARCHAR(80) NOT NULL,
  order_id INTEGER REFERENCES hr_orders (id) ON DELETE CASCADE
);
CREATE TABLE hr_rates (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  created_at INTEGER,
  updated_at NUMERIC(12,2) NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  line_id INTEGER NOT NULL REFERENCES hr_lines (id) ON DELETE SET NULL
);
CREATE TABLE hr_batchs (
  id INTEGER PRIMARY KEY,
  code DATE NOT NULL,
  updated_at REAL,
  ends_on VARCHAR(80),
  created_at INTEGER,
  position BOOLEAN NOT NULL,
  active VARCHAR(80) NOT NULL,
  weight TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE hr_labels (
  id INTEGER PRIMARY KEY,
  updated_at DATE,
  amount TIMESTAMP,
  comment BOOLEAN,
  created_at VARCHAR(80),
  name NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80),
  code INTEGER NOT NULL,
  title NUMERIC(12,2) NOT NULL,
  starts_on REAL NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES hr_batchs (id) ON DELETE SET NULL
);
CREATE TABLE hr_notes (
  id INTEGER PRIMARY KEY,
  weight TEXT NOT NULL,
  position BOOLEAN NOT NULL,
  amount REAL NOT NULL,
  name REAL,
  starts_on TIMESTAMP NOT NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE hr_events (
  id INTEGER PRIMARY KEY,
  amount DATE,
  comment BOOLEAN,
  active DATE,
  kind NUMERIC(12,2) NOT NULL,
  weight REAL NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  code DATE NOT NULL,
  line_id INTEGER REFERENCES hr_lines (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE hr_rules (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2),
  status INTEGER NOT NULL,
  active INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES hr_batchs (id) ON DELETE SET NULL,
  note_id INTEGER NOT NULL REFERENCES hr_notes (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE hr_plans (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80) NOT NULL,
  updated_at REAL NOT NULL,
  email INTEGER,
  rate_id INTEGER REFERENCES hr_rates (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE hr_groups (
  id INTEGER PRIMARY KEY,
  status TIMESTAMP,
  position DATE,
  email TIMESTAMP NOT NULL,
  kind TIMESTAMP,
  code REAL NOT NULL,
  title TIMESTAMP,
  created_at TEXT
);
CREATE TABLE hr_regions (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2),
  email TIMESTAMP,
  name TEXT NOT NULL,
  code TEXT,
  weight DATE,
  rule_id INTEGER NOT NULL REFERENCES hr_rules (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE hr_prices (
  id INTEGER PRIMARY KEY,
  weight REAL,
  amount NUMERIC(12,2) NOT NULL,
  kind REAL NOT NULL,
  name TEXT NOT NULL,
  status VARCHAR(80),
  region_id INTEGER NOT NULL REFERENCES hr_regions (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE hr_tasks (
  id INTEGER PRIMARY KEY,
  starts_on REAL NOT NULL,
  code TIMESTAMP NOT NULL,
  comment BOOLEAN,
  amount TIMESTAMP NOT NULL,
  created_at VARCHAR(80),
  note_id INTEGER REFERENCES hr_notes (id) ON DELETE SET NULL
);
CREATE TABLE hr_files (
  id INTEGER PRIMARY KEY,
  ends_on TIMESTAMP NOT NULL,
  amount REAL,
  status REAL NOT NULL,
  comment NUMERIC(12,2),
  email TIMESTAMP NOT NULL,
  updated_at VARCHAR(80) NOT NULL,
  rule_id INTEGER REFERENCES hr_rules (id) ON DELETE SET NULL,
  plan_id INTEGER REFERENCES hr_plans (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE hr_states (
  id INTEGER PRIMARY KEY,
  ends_on INTEGER,
  status VARCHAR(80) NOT NULL,
  email TEXT NOT NULL,
  amount TIMESTAMP NOT NULL,
  code TIMESTAMP NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  kind DATE NOT NULL,
  created_at REAL NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  task_id INTEGER NOT NULL REFERENCES hr_tasks (id) ON DELETE SET NULL,
  region_id INTEGER REFERENCES hr_regions (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE hr_reports (
  id INTEGER PRIMARY KEY,
  position REAL,
  amount DATE,
  status INTEGER,
  name TIMESTAMP,
  weight BOOLEAN,
  state_id INTEGER REFERENCES hr_states (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_entrys (
  id INTEGER PRIMARY KEY,
  updated_at VARCHAR(80) NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  starts_on TIMESTAMP NOT NULL,
  amount BOOLEAN,
  status NUMERIC(12,2) NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_units (
  id INTEGER PRIMARY KEY,
  updated_at DATE NOT NULL,
  title TEXT NOT NULL,
  position BOOLEAN,
  starts_on DATE,
  kind NUMERIC(12,2),
  ends_on VARCHAR(80),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_links (
  id INTEGER PRIMARY KEY,
  position REAL NOT NULL,
  created_at VARCHAR(80) NOT NULL,
  code NUMERIC(12,2),
  starts_on DATE NOT NULL,
  email BOOLEAN NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE TABLE hr_targets (
  id INTEGER PRIMARY KEY,
  name INTEGER,
  amount BOOLEAN NOT NULL,
  comment INTEGER,
  updated_at BOOLEAN,
  active TIMESTAMP,
  email NUMERIC(12,2),
  report_id INTEGER REFERENCES hr_reports (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE hr_steps (
  id INTEGER PRIMARY KEY,
  weight INTEGER,
  status INTEGER,
  comment DATE NOT NULL,
  kind REAL NOT NULL,
  title REAL NOT NULL,
  link_id INTEGER REFERENCES hr_links (id)
);
CREATE TABLE hr_tickets (
  id INTEGER PRIMARY KEY,
  starts_on NUMERIC(12,2),
  ends_on VARCHAR(80),
  weight NUMERIC(12,2),
  active DATE,
  title NUMERIC(12,2) NOT NULL,
  status DATE NOT NULL,
  email NUMERIC(12,2),
  amount REAL,
  file_id INTEGER REFERENCES hr_files (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE hr_visits (
  id INTEGER PRIMARY KEY,
  code VARCHAR(80) NOT NULL,
  title TEXT,
  name REAL NOT NULL,
  amount INTEGER NOT NULL,
  starts_on DATE NOT NULL,
  ends_on VARCHAR(80),
  comment VARCHAR(80),
  kind TIMESTAMP NOT NULL,
  link_id INTEGER REFERENCES hr_links (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE hr_quotes (
  id INTEGER PRIMARY KEY,
  active INTEGER NOT NULL,
  created_at BOOLEAN,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  amount DATE,
  target_id INTEGER NOT NULL REFERENCES hr_targets (id) ON DELETE SET NULL,
  link_id INTEGER NOT NULL REFERENCES hr_links (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE hr_claims (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  position TEXT,
  starts_on INTEGER,
  email DATE NOT NULL,
  amount DATE NOT NULL,
  weight REAL NOT NULL,
  active TIMESTAMP NOT NULL,
  updated_at BOOLEAN NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES hr_entrys (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE hr_bonuss (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  title NUMERIC(12,2) NOT NULL,
  weight VARCHAR(80),
  kind DATE,
  starts_on BOOLEAN,
  position REAL NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES hr_tickets (id) ON DELETE SET NULL
);
CREATE TABLE hr_shifts (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  status TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  code BOOLEAN,
  title TIMESTAMP NOT NULL,
  active NUMERIC(12,2) NOT NULL,
  email INTEGER,
  comment BOOLEAN NOT NULL,
  target_id INTEGER REFERENCES hr_targets (id) ON DELETE CASCADE,
  step_id INTEGER NOT NULL REFERENCES hr_steps (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE hr_teams (
  id INTEGER PRIMARY KEY,
  created_at VARCHAR(80) NOT NULL,
  active INTEGER NOT NULL,
  name REAL NOT NULL,
  amount REAL NOT NULL,
  position VARCHAR(80) NOT NULL,
  title VARCHAR(80),
  ends_on TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES hr_claims (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE hr_skills (
  id INTEGER PRIMARY KEY,
  comment TIMESTAMP NOT NULL,
  created_at NUMERIC(12,2),
  name INTEGER NOT NULL,
  status DATE NOT NULL,
  updated_at TEXT,
  code DATE NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES hr_visits (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE stock_orders (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  name BOOLEAN NOT NULL,
  email BOOLEAN,
  comment TIMESTAMP,
  code INTEGER NOT NULL,
  status VARCHAR(80) NOT NULL,
  label_id INTEGER REFERENCES hr_labels (id)
);
CREATE TABLE stock_items (
  id INTEGER PRIMARY KEY,
  comment TEXT,
  active BOOLEAN,
  created_at DATE,
  email TIMESTAMP,
  order_id INTEGER NOT NULL REFERENCES stock_orders (id) ON DELETE CASCADE,
  region_id INTEGER NOT NULL REFERENCES hr_regions (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE stock_lines (
  id INTEGER PRIMARY KEY,
  weight BOOLEAN,
  amount VARCHAR(80) NOT NULL,
  kind INTEGER,
  user_id INTEGER NOT NULL REFERENCES users (id),
  line_id INTEGER NOT NULL REFERENCES stock_lines (id) ON DELETE CASCADE
);
CREATE TABLE stock_rates (
  id INTEGER PRIMARY KEY,
  kind TIMESTAMP,
  starts_on TIMESTAMP NOT NULL,
  code INTEGER NOT NULL,
  active BOOLEAN NOT NULL,
  weight REAL,
  updated_at DATE NOT NULL,
  amount TEXT,
  position TIMESTAMP NOT NULL,
  comment BOOLEAN NOT NULL,
  order_id INTEGER REFERENCES stock_orders (id) ON DELETE SET NULL,
  line_id INTEGER NOT NULL REFERENCES stock_lines (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE stock_batchs (
  id INTEGER PRIMARY KEY,
  weight BOOLEAN NOT NULL,
  ends_on BOOLEAN NOT NULL,
  name TEXT,
  active TEXT,
  kind VARCHAR(80) NOT NULL,
  status TIMESTAMP,
  updated_at INTEGER,
  code INTEGER,
  order_id INTEGER REFERENCES stock_orders (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES stock_items (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE stock_labels (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2) NOT NULL,
  starts_on BOOLEAN,
  active TEXT NOT NULL,
  weight VARCHAR(80) NOT NULL,
  updated_at INTEGER,
  code INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  email TIMESTAMP NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES stock_rates (id) ON DELETE SET NULL,
  order_id INTEGER NOT NULL REFERENCES stock_orders (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE stock_notes (
  id INTEGER PRIMARY KEY,
  status VARCHAR(80),
  position INTEGER NOT NULL,
  comment TEXT NOT NULL,
  kind INTEGER,
  rate_id INTEGER REFERENCES stock_rates (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES stock_items (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE stock_events (
  id INTEGER PRIMARY KEY,
  comment REAL NOT NULL,
  code NUMERIC(12,2),
  active INTEGER NOT NULL,
  created_at DATE NOT NULL,
  ends_on DATE NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES stock_batchs (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE stock_rules (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  amount TIMESTAMP NOT NULL,
  active REAL,
  code BOOLEAN NOT NULL,
  ends_on INTEGER NOT NULL,
  name BOOLEAN,
  event_id INTEGER NOT NULL REFERENCES stock_events (id) ON DELETE SET NULL,
  plan_id INTEGER REFERENCES hr_plans (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE stock_plans (
  id INTEGER PRIMARY KEY,
  position BOOLEAN NOT NULL,
  starts_on DATE,
  email INTEGER NOT NULL,
  created_at TIMESTAMP,
  active BOOLEAN NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES stock_rates (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE stock_groups (
  id INTEGER PRIMARY KEY,
  active TIMESTAMP,
  weight TEXT,
  name REAL NOT NULL,
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE stock_regions (
  id INTEGER PRIMARY KEY,
  ends_on INTEGER,
  active TIMESTAMP NOT NULL,
  comment BOOLEAN NOT NULL,
  weight INTEGER NOT NULL,
  code DATE NOT NULL,
  title TEXT,
  created_at VARCHAR(80) NOT NULL,
  starts_on REAL NOT NULL,
  kind VARCHAR(80) NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES stock_plans (id) ON DELETE CASCADE
);
CREATE TABLE stock_prices (
  id INTEGER PRIMARY KEY,
  position REAL,
  kind VARCHAR(80) NOT NULL,
  updated_at REAL NOT NULL,
  ends_on DATE NOT NULL,
  title VARCHAR(80),
  status DATE,
  plan_id INTEGER REFERENCES stock_plans (id) ON DELETE SET NULL,
  label_id INTEGER NOT NULL REFERENCES stock_labels (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES sales_targets (id)
);
CREATE TABLE stock_tasks (
  id INTEGER PRIMARY KEY,
  active NUMERIC(12,2) NOT NULL,
  starts_on BOOLEAN,
  comment REAL NOT NULL,
  event_id INTEGER NOT NULL REFERENCES stock_events (id) ON DELETE SET NULL,
  rule_id INTEGER REFERENCES stock_rules (id)
);
CREATE TABLE stock_files (
  id INTEGER PRIMARY KEY,
  amount DATE NOT NULL,
  position BOOLEAN NOT NULL,
  status DATE,
  ends_on DATE NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  active INTEGER NOT NULL,
  code DATE,
  starts_on NUMERIC(12,2),
  updated_at NUMERIC(12,2),
  rule_id INTEGER NOT NULL REFERENCES stock_rules (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE stock_states (
  id INTEGER PRIMARY KEY,
  weight BOOLEAN,
  amount INTEGER,
  active INTEGER,
  comment INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  region_id INTEGER NOT NULL REFERENCES stock_regions (id),
  plan_id INTEGER NOT NULL REFERENCES stock_plans (id) ON DELETE SET NULL,
  report_id INTEGER NOT NULL REFERENCES hr_reports (id) ON DELETE CASCADE
);
CREATE TABLE stock_reports (
  id INTEGER PRIMARY KEY,
  title INTEGER NOT NULL,
  email BOOLEAN,
  comment TIMESTAMP,
  kind INTEGER NOT NULL,
  code REAL NOT NULL,
  created_at REAL NOT NULL,
  weight INTEGER NOT NULL,
  status DATE NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE stock_entrys (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL,
  kind DATE,
  title TEXT NOT NULL,
  ends_on NUMERIC(12,2),
  status INTEGER NOT NULL,
  code INTEGER,
  comment TIMESTAMP,
  active TIMESTAMP NOT NULL,
  region_id INTEGER NOT NULL REFERENCES stock_regions (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE stock_units (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2) NOT NULL,
  created_at REAL NOT NULL,
  status BOOLEAN NOT NULL,
  amount DATE,
  group_id INTEGER NOT NULL REFERENCES stock_groups (id)
);
CREATE TABLE stock_links (
  id INTEGER PRIMARY KEY,
  amount TEXT NOT NULL,
  comment NUMERIC(12,2) NOT NULL,
  code BOOLEAN NOT NULL,
  email INTEGER,
  active VARCHAR(80),
  title VARCHAR(80),
  kind TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  weight DATE,
  state_id INTEGER REFERENCES stock_states (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE stock_targets (
  id INTEGER PRIMARY KEY,
  status BOOLEAN NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  amount BOOLEAN,
  ends_on TIMESTAMP NOT NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE stock_steps (
  id INTEGER PRIMARY KEY,
  ends_on DATE NOT NULL,
  active REAL,
  name DATE,
  code INTEGER,
  starts_on TEXT NOT NULL,
  kind DATE,
  status NUMERIC(12,2) NOT NULL,
  weight BOOLEAN,
  unit_id INTEGER NOT NULL REFERENCES stock_units (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE stock_tickets (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP,
  created_at TEXT NOT NULL,
  comment REAL,
  name INTEGER NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  status NUMERIC(12,2) NOT NULL,
  weight TEXT NOT NULL,
  kind BOOLEAN,
  amount DATE,
  step_id INTEGER NOT NULL REFERENCES stock_steps (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  ticket_id INTEGER NOT NULL REFERENCES stock_tickets (id)
);
CREATE TABLE stock_visits (
  id INTEGER PRIMARY KEY,
  status VARCHAR(80) NOT NULL,
  updated_at BOOLEAN NOT NULL,
  comment INTEGER,
  email TEXT NOT NULL,
  starts_on INTEGER NOT NULL,
  kind VARCHAR(80),
  ends_on REAL NOT NULL,
  amount REAL,
  target_id INTEGER REFERENCES stock_targets (id)
);
CREATE TABLE stock_quotes (
  id INTEGER PRIMARY KEY,
  updated_at TEXT NOT NULL,
  name INTEGER NOT NULL,
  code TEXT,
  starts_on REAL,
  title NUMERIC(12,2) NOT NULL,
  amount BOOLEAN,
  created_at TIMESTAMP,
  rate_id INTEGER NOT NULL REFERENCES stock_rates (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE,
  quote_id INTEGER REFERENCES stock_quotes (id) ON DELETE SET NULL
);
CREATE TABLE stock_claims (
  id INTEGER PRIMARY KEY,
  active NUMERIC(12,2) NOT NULL,
  ends_on DATE,
  updated_at DATE NOT NULL,
  kind DATE,
  position NUMERIC(12,2),
  created_at TEXT NOT NULL,
  code VARCHAR(80),
  link_id INTEGER REFERENCES stock_links (id),
  order_id INTEGER NOT NULL REFERENCES stock_orders (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  claim_id INTEGER NOT NULL REFERENCES stock_claims (id) ON DELETE CASCADE
);
CREATE TABLE stock_bonuss (
  id INTEGER PRIMARY KEY,
  starts_on INTEGER NOT NULL,
  weight TEXT,
  status DATE NOT NULL,
  name DATE,
  active TEXT NOT NULL,
  kind DATE NOT NULL,
  step_id INTEGER REFERENCES stock_steps (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE stock_shifts (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  ends_on TIMESTAMP,
  starts_on INTEGER NOT NULL,
  comment VARCHAR(80) NOT NULL,
  active VARCHAR(80),
  ticket_id INTEGER NOT NULL REFERENCES stock_tickets (id) ON DELETE SET NULL
);
CREATE TABLE stock_teams (
  id INTEGER PRIMARY KEY,
  starts_on TEXT NOT NULL,
  email VARCHAR(80),
  weight REAL NOT NULL,
  position DATE,
  ends_on TEXT,
  kind TEXT NOT NULL,
  name REAL,
  bonu_id INTEGER REFERENCES stock_bonuss (id),
  target_id INTEGER NOT NULL REFERENCES stock_targets (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE stock_skills (
  id INTEGER PRIMARY KEY,
  weight REAL,
  created_at TIMESTAMP,
  kind REAL,
  price_id INTEGER REFERENCES stock_prices (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  skill_id INTEGER REFERENCES stock_skills (id) ON DELETE CASCADE
);
CREATE TABLE billing_orders (
  id INTEGER PRIMARY KEY,
  created_at DATE,
  ends_on INTEGER NOT NULL,
  amount REAL,
  position REAL,
  name VARCHAR(80),
  kind INTEGER,
  region_id INTEGER NOT NULL REFERENCES sales_regions (id)
);
CREATE TABLE billing_items (
  id INTEGER PRIMARY KEY,
  position BOOLEAN,
  weight DATE NOT NULL,
  created_at VARCHAR(80) NOT NULL,
  name VARCHAR(80) NOT NULL,
  email TIMESTAMP,
  order_id INTEGER NOT NULL REFERENCES billing_orders (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE billing_lines (
  id INTEGER PRIMARY KEY,
  starts_on NUMERIC(12,2),
  weight NUMERIC(12,2),
  active BOOLEAN,
  comment TEXT NOT NULL,
  created_at BOOLEAN NOT NULL,
  order_id INTEGER NOT NULL REFERENCES billing_orders (id) ON DELETE CASCADE
);
CREATE TABLE billing_rates (
  id INTEGER PRIMARY KEY,
  updated_at REAL,
  kind DATE NOT NULL,
  comment TEXT NOT NULL,
  line_id INTEGER NOT NULL REFERENCES billing_lines (id) ON DELETE CASCADE
);
CREATE TABLE billing_batchs (
  id INTEGER PRIMARY KEY,
  created_at TIMESTAMP NOT NULL,
  active TEXT NOT NULL,
  kind INTEGER,
  status TEXT,
  starts_on DATE NOT NULL,
  item_id INTEGER NOT NULL REFERENCES billing_items (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  batch_id INTEGER REFERENCES billing_batchs (id) ON DELETE CASCADE
);
CREATE TABLE billing_labels (
  id INTEGER PRIMARY KEY,
  kind BOOLEAN NOT NULL,
  email TIMESTAMP,
  title BOOLEAN NOT NULL,
  position BOOLEAN,
  starts_on VARCHAR(80) NOT NULL,
  weight NUMERIC(12,2),
  line_id INTEGER REFERENCES billing_lines (id) ON DELETE CASCADE,
  batch_id INTEGER NOT NULL REFERENCES billing_batchs (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE billing_notes (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  title TEXT,
  active REAL,
  rate_id INTEGER REFERENCES billing_rates (id),
  user_id INTEGER REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE billing_events (
  id INTEGER PRIMARY KEY,
  name DATE NOT NULL,
  ends_on TEXT NOT NULL,
  amount VARCHAR(80),
  title DATE NOT NULL,
  kind NUMERIC(12,2),
  email REAL,
  starts_on TIMESTAMP NOT NULL,
  line_id INTEGER REFERENCES billing_lines (id),
  order_id INTEGER REFERENCES billing_orders (id) ON DELETE CASCADE
);
CREATE TABLE billing_rules (
  id INTEGER PRIMARY KEY,
  kind TEXT,
  title DATE NOT NULL,
  amount BOOLEAN,
  starts_on REAL,
  name REAL NOT NULL,
  weight TIMESTAMP,
  position TIMESTAMP NOT NULL,
  created_at TIMESTAMP NOT NULL,
  active BOOLEAN NOT NULL,
  note_id INTEGER NOT NULL REFERENCES billing_notes (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_plans (
  id INTEGER PRIMARY KEY,
  code REAL,
  updated_at TIMESTAMP,
  comment TIMESTAMP,
  created_at BOOLEAN,
  position TEXT NOT NULL,
  email TIMESTAMP,
  name TIMESTAMP,
  status BOOLEAN NOT NULL,
  active INTEGER,
  note_id INTEGER NOT NULL REFERENCES billing_notes (id) ON DELETE CASCADE,
  item_id INTEGER REFERENCES billing_items (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE billing_groups (
  id INTEGER PRIMARY KEY,
  active INTEGER,
  ends_on TEXT,
  email DATE NOT NULL,
  starts_on DATE NOT NULL,
  status NUMERIC(12,2) NOT NULL,
  title TEXT NOT NULL,
  line_id INTEGER NOT NULL REFERENCES billing_lines (id) ON DELETE CASCADE
);
CREATE TABLE billing_regions (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  kind BOOLEAN NOT NULL,
  title TEXT NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES sales_visits (id)
);
CREATE TABLE billing_prices (
  id INTEGER PRIMARY KEY,
  active TIMESTAMP NOT NULL,
  position REAL,
  status INTEGER NOT NULL,
  amount TEXT NOT NULL,
  comment VARCHAR(80) NOT NULL,
  name VARCHAR(80),
  updated_at NUMERIC(12,2),
  rule_id INTEGER REFERENCES billing_rules (id),
  batch_id INTEGER NOT NULL REFERENCES billing_batchs (id),
  report_id INTEGER NOT NULL REFERENCES hr_reports (id) ON DELETE CASCADE
);
CREATE TABLE billing_tasks (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP NOT NULL,
  email TIMESTAMP NOT NULL,
  name VARCHAR(80) NOT NULL,
  kind NUMERIC(12,2) NOT NULL,
  code VARCHAR(80) NOT NULL,
  label_id INTEGER NOT NULL REFERENCES billing_labels (id),
  price_id INTEGER NOT NULL REFERENCES billing_prices (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE billing_files (
  id INTEGER PRIMARY KEY,
  active INTEGER,
  status TEXT NOT NULL,
  title DATE NOT NULL,
  created_at INTEGER,
  ends_on NUMERIC(12,2),
  region_id INTEGER REFERENCES billing_regions (id) ON DELETE SET NULL
);
CREATE TABLE billing_states (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80) NOT NULL,
  kind INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  amount DATE NOT NULL,
  updated_at VARCHAR(80) NOT NULL,
  email REAL,
  status TEXT NOT NULL,
  title BOOLEAN NOT NULL,
  rule_id INTEGER REFERENCES billing_rules (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_reports (
  id INTEGER PRIMARY KEY,
  name REAL,
  code VARCHAR(80) NOT NULL,
  created_at VARCHAR(80) NOT NULL,
  weight REAL NOT NULL,
  amount NUMERIC(12,2),
  updated_at TIMESTAMP NOT NULL,
  status NUMERIC(12,2),
  position VARCHAR(80) NOT NULL,
  team_id INTEGER NOT NULL REFERENCES stock_teams (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_entrys (
  id INTEGER PRIMARY KEY,
  comment TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  ends_on NUMERIC(12,2),
  code NUMERIC(12,2) NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE billing_units (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  name DATE,
  active REAL NOT NULL,
  comment REAL NOT NULL
);
CREATE TABLE billing_links (
  id INTEGER PRIMARY KEY,
  ends_on VARCHAR(80),
  active VARCHAR(80),
  code REAL,
  weight REAL,
  starts_on INTEGER,
  email TEXT,
  updated_at INTEGER,
  unit_id INTEGER REFERENCES billing_units (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE billing_targets (
  id INTEGER PRIMARY KEY,
  weight REAL NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  title INTEGER,
  status NUMERIC(12,2) NOT NULL
);
CREATE TABLE billing_steps (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  kind NUMERIC(12,2) NOT NULL,
  comment DATE NOT NULL,
  name VARCHAR(80) NOT NULL,
  active INTEGER NOT NULL,
  ends_on NUMERIC(12,2),
  updated_at NUMERIC(12,2) NOT NULL,
  created_at VARCHAR(80),
  email TEXT,
  state_id INTEGER NOT NULL REFERENCES billing_states (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_tickets (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  kind REAL,
  comment REAL NOT NULL,
  title BOOLEAN NOT NULL,
  amount TIMESTAMP,
  status TIMESTAMP NOT NULL,
  unit_id INTEGER REFERENCES billing_units (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_visits (
  id INTEGER PRIMARY KEY,
  active BOOLEAN,
  status NUMERIC(12,2),
  starts_on DATE,
  created_at INTEGER,
  kind INTEGER NOT NULL,
  name REAL NOT NULL,
  email INTEGER NOT NULL,
  weight REAL,
  target_id INTEGER REFERENCES billing_targets (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_quotes (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  kind REAL,
  email BOOLEAN NOT NULL,
  weight VARCHAR(80) NOT NULL,
  position DATE,
  comment BOOLEAN,
  report_id INTEGER REFERENCES billing_reports (id),
  quote_id INTEGER NOT NULL REFERENCES billing_quotes (id)
);
CREATE TABLE billing_claims (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  starts_on BOOLEAN,
  code NUMERIC(12,2) NOT NULL,
  updated_at VARCHAR(80),
  active REAL NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES billing_units (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE billing_bonuss (
  id INTEGER PRIMARY KEY,
  code REAL NOT NULL,
  title INTEGER,
  ends_on TIMESTAMP NOT NULL,
  created_at DATE,
  name NUMERIC(12,2) NOT NULL
);
CREATE TABLE billing_shifts (
  id INTEGER PRIMARY KEY,
  position REAL NOT NULL,
  comment TIMESTAMP,
  title VARCHAR(80),
  kind REAL,
  ticket_id INTEGER REFERENCES billing_tickets (id) ON DELETE CASCADE,
  bonu_id INTEGER REFERENCES billing_bonuss (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE billing_teams (
  id INTEGER PRIMARY KEY,
  code BOOLEAN NOT NULL,
  amount REAL NOT NULL,
  starts_on BOOLEAN,
  active BOOLEAN,
  comment NUMERIC(12,2) NOT NULL,
  bonu_id INTEGER NOT NULL REFERENCES billing_bonuss (id) ON DELETE SET NULL
);
CREATE TABLE billing_skills (
  id INTEGER PRIMARY KEY,
  ends_on INTEGER NOT NULL,
  amount NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80) NOT NULL
);
CREATE TABLE crm_orders (
  id INTEGER PRIMARY KEY,
  amount BOOLEAN NOT NULL,
  kind INTEGER,
  created_at DATE NOT NULL,
  item_id INTEGER NOT NULL REFERENCES sales_items (id)
);
CREATE TABLE crm_items (
  id INTEGER PRIMARY KEY,
  code DATE,
  status INTEGER,
  ends_on BOOLEAN NOT NULL,
  amount VARCHAR(80),
  weight TEXT NOT NULL,
  kind DATE,
  updated_at VARCHAR(80) NOT NULL,
  order_id INTEGER NOT NULL REFERENCES crm_orders (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE crm_lines (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  position TEXT NOT NULL,
  comment REAL,
  starts_on INTEGER NOT NULL,
  ends_on TEXT NOT NULL,
  item_id INTEGER REFERENCES crm_items (id) ON DELETE CASCADE
);
CREATE TABLE crm_rates (
  id INTEGER PRIMARY KEY,
  updated_at NUMERIC(12,2) NOT NULL,
  comment INTEGER NOT NULL,
  title REAL NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES crm_rates (id) ON DELETE SET NULL
);
CREATE TABLE crm_batchs (
  id INTEGER PRIMARY KEY,
  title TEXT,
  comment NUMERIC(12,2) NOT NULL,
  kind NUMERIC(12,2),
  name DATE NOT NULL,
  position REAL NOT NULL,
  email DATE,
  active VARCHAR(80) NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES crm_rates (id),
  line_id INTEGER REFERENCES crm_lines (id) ON DELETE SET NULL
);
CREATE TABLE crm_labels (
  id INTEGER PRIMARY KEY,
  name TIMESTAMP NOT NULL,
  updated_at INTEGER,
  title VARCHAR(80)
);
CREATE TABLE crm_notes (
  id INTEGER PRIMARY KEY,
  created_at DATE,
  comment TIMESTAMP,
  updated_at TIMESTAMP NOT NULL,
  title REAL,
  kind BOOLEAN,
  status DATE NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE crm_events (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  title DATE,
  starts_on REAL NOT NULL,
  label_id INTEGER NOT NULL REFERENCES crm_labels (id) ON DELETE SET NULL,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE crm_rules (
  id INTEGER PRIMARY KEY,
  kind BOOLEAN,
  weight INTEGER,
  created_at TEXT NOT NULL,
  line_id INTEGER NOT NULL REFERENCES crm_lines (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE crm_plans (
  id INTEGER PRIMARY KEY,
  weight INTEGER NOT NULL,
  email VARCHAR(80),
  created_at TIMESTAMP NOT NULL,
  updated_at VARCHAR(80),
  amount NUMERIC(12,2),
  status TEXT,
  kind NUMERIC(12,2),
  comment NUMERIC(12,2) NOT NULL,
  note_id INTEGER NOT NULL REFERENCES crm_notes (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE crm_groups (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2),
  kind BOOLEAN NOT NULL,
  title TEXT,
  plan_id INTEGER NOT NULL REFERENCES crm_plans (id)
);
CREATE TABLE crm_regions (
  id INTEGER PRIMARY KEY,
  weight VARCHAR(80) NOT NULL,
  name INTEGER,
  comment INTEGER,
  ends_on VARCHAR(80),
  kind INTEGER,
  title VARCHAR(80) NOT NULL,
  note_id INTEGER NOT NULL REFERENCES crm_notes (id) ON DELETE CASCADE
);
CREATE TABLE crm_prices (
  id INTEGER PRIMARY KEY,
  comment DATE,
  position NUMERIC(12,2),
  starts_on VARCHAR(80) NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  kind INTEGER,
  ends_on NUMERIC(12,2),
  code INTEGER,
  created_at REAL NOT NULL,
  status BOOLEAN NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES crm_rules (id),
  label_id INTEGER NOT NULL REFERENCES crm_labels (id)
);
CREATE TABLE crm_tasks (
  id INTEGER PRIMARY KEY,
  kind REAL NOT NULL,
  comment NUMERIC(12,2) NOT NULL,
  amount TEXT,
  weight NUMERIC(12,2) NOT NULL,
  starts_on REAL,
  ends_on REAL NOT NULL,
  code DATE NOT NULL,
  title TEXT,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE crm_files (
  id INTEGER PRIMARY KEY,
  title VARCHAR(80) NOT NULL,
  starts_on TIMESTAMP,
  kind INTEGER,
  weight REAL NOT NULL,
  email NUMERIC(12,2),
  ends_on BOOLEAN,
  code DATE NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES crm_rules (id),
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE crm_states (
  id INTEGER PRIMARY KEY,
  comment TEXT NOT NULL,
  created_at TEXT NOT NULL,
  code NUMERIC(12,2) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  file_id INTEGER NOT NULL REFERENCES crm_files (id)
);
CREATE TABLE crm_reports (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  starts_on BOOLEAN,
  active BOOLEAN NOT NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE crm_entrys (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  code VARCHAR(80) NOT NULL,
  amount REAL,
  position REAL NOT NULL,
  created_at TIMESTAMP NOT NULL,
  starts_on DATE NOT NULL,
  price_id INTEGER REFERENCES crm_prices (id) ON DELETE SET NULL,
  plan_id INTEGER NOT NULL REFERENCES crm_plans (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE crm_units (
  id INTEGER PRIMARY KEY,
  ends_on REAL NOT NULL,
  email TEXT NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  price_id INTEGER NOT NULL REFERENCES crm_prices (id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES billing_claims (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE crm_links (
  id INTEGER PRIMARY KEY,
  updated_at REAL NOT NULL,
  email NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80),
  task_id INTEGER REFERENCES crm_tasks (id) ON DELETE SET NULL
);
CREATE TABLE crm_targets (
  id INTEGER PRIMARY KEY,
  status INTEGER,
  comment REAL,
  position INTEGER,
  title REAL NOT NULL,
  code TEXT,
  ends_on INTEGER,
  updated_at VARCHAR(80),
  report_id INTEGER REFERENCES crm_reports (id)
);
CREATE TABLE crm_steps (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2),
  updated_at TEXT NOT NULL,
  comment BOOLEAN NOT NULL,
  file_id INTEGER REFERENCES crm_files (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE crm_tickets (
  id INTEGER PRIMARY KEY,
  email NUMERIC(12,2),
  title BOOLEAN,
  created_at TIMESTAMP NOT NULL,
  link_id INTEGER NOT NULL REFERENCES crm_links (id) ON DELETE SET NULL,
  entry_id INTEGER REFERENCES crm_entrys (id) ON DELETE SET NULL
);
CREATE TABLE crm_visits (
  id INTEGER PRIMARY KEY,
  position TEXT,
  name TIMESTAMP NOT NULL,
  starts_on INTEGER NOT NULL,
  active NUMERIC(12,2),
  title REAL NOT NULL,
  email BOOLEAN,
  code TEXT,
  unit_id INTEGER REFERENCES crm_units (id) ON DELETE CASCADE
);
CREATE TABLE crm_quotes (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  title DATE NOT NULL,
  status TEXT,
  weight TIMESTAMP NOT NULL,
  amount REAL NOT NULL,
  name INTEGER,
  active DATE NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  link_id INTEGER NOT NULL REFERENCES crm_links (id) ON DELETE CASCADE,
  target_id INTEGER REFERENCES crm_targets (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE crm_claims (
  id INTEGER PRIMARY KEY,
  email DATE NOT NULL,
  position TIMESTAMP NOT NULL,
  kind INTEGER,
  updated_at DATE,
  weight TIMESTAMP NOT NULL,
  title BOOLEAN,
  status REAL,
  entry_id INTEGER REFERENCES crm_entrys (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE crm_bonuss (
  id INTEGER PRIMARY KEY,
  email BOOLEAN,
  weight DATE NOT NULL,
  position TEXT NOT NULL,
  amount REAL,
  created_at VARCHAR(80) NOT NULL,
  updated_at BOOLEAN NOT NULL,
  comment TEXT,
  claim_id INTEGER NOT NULL REFERENCES crm_claims (id) ON DELETE CASCADE,
  ticket_id INTEGER NOT NULL REFERENCES crm_tickets (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id),
  bonu_id INTEGER REFERENCES crm_bonuss (id)
);
CREATE TABLE crm_shifts (
  id INTEGER PRIMARY KEY,
  title DATE,
  ends_on INTEGER,
  kind REAL,
  updated_at TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE crm_teams (
  id INTEGER PRIMARY KEY,
  updated_at DATE NOT NULL,
  amount REAL,
  created_at NUMERIC(12,2) NOT NULL,
  ends_on BOOLEAN NOT NULL,
  target_id INTEGER NOT NULL REFERENCES crm_targets (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE crm_skills (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  comment TEXT,
  amount DATE,
  status NUMERIC(12,2),
  email INTEGER,
  code TEXT,
  ends_on BOOLEAN NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES crm_claims (id) ON DELETE SET NULL,
  quote_id INTEGER NOT NULL REFERENCES crm_quotes (id) ON DELETE CASCADE
);
CREATE TABLE ship_orders (
  id INTEGER PRIMARY KEY,
  created_at TIMESTAMP NOT NULL,
  kind REAL,
  updated_at REAL NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES sales_rules (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE ship_items (
  id INTEGER PRIMARY KEY,
  kind INTEGER,
  name INTEGER,
  ends_on INTEGER NOT NULL,
  amount TEXT NOT NULL,
  updated_at DATE,
  active REAL NOT NULL,
  weight REAL,
  status TIMESTAMP NOT NULL,
  position TIMESTAMP,
  order_id INTEGER REFERENCES ship_orders (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_lines (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  title VARCHAR(80) NOT NULL,
  weight VARCHAR(80),
  active BOOLEAN,
  updated_at BOOLEAN NOT NULL,
  starts_on BOOLEAN,
  order_id INTEGER NOT NULL REFERENCES ship_orders (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE ship_rates (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80) NOT NULL,
  comment BOOLEAN,
  created_at INTEGER NOT NULL,
  weight DATE,
  active VARCHAR(80),
  line_id INTEGER NOT NULL REFERENCES ship_lines (id) ON DELETE SET NULL,
  rate_id INTEGER NOT NULL REFERENCES ship_rates (id)
);
CREATE TABLE ship_batchs (
  id INTEGER PRIMARY KEY,
  name INTEGER NOT NULL,
  email TEXT,
  weight TIMESTAMP NOT NULL,
  updated_at TEXT,
  active NUMERIC(12,2) NOT NULL,
  status NUMERIC(12,2) NOT NULL,
  kind TIMESTAMP NOT NULL,
  title REAL NOT NULL,
  item_id INTEGER REFERENCES ship_items (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE ship_labels (
  id INTEGER PRIMARY KEY,
  code TIMESTAMP,
  active NUMERIC(12,2) NOT NULL,
  starts_on BOOLEAN NOT NULL,
  order_id INTEGER NOT NULL REFERENCES ship_orders (id) ON DELETE SET NULL
);
CREATE TABLE ship_notes (
  id INTEGER PRIMARY KEY,
  kind DATE NOT NULL,
  email DATE NOT NULL,
  name VARCHAR(80) NOT NULL,
  comment TEXT,
  position REAL NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  updated_at INTEGER,
  weight DATE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE ship_events (
  id INTEGER PRIMARY KEY,
  kind TIMESTAMP NOT NULL,
  comment DATE,
  code NUMERIC(12,2) NOT NULL,
  created_at TEXT,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE ship_rules (
  id INTEGER PRIMARY KEY,
  code REAL NOT NULL,
  position NUMERIC(12,2),
  ends_on DATE NOT NULL,
  active REAL NOT NULL,
  updated_at TEXT NOT NULL,
  name VARCHAR(80) NOT NULL,
  email DATE NOT NULL,
  note_id INTEGER NOT NULL REFERENCES ship_notes (id)
);
CREATE TABLE ship_plans (
  id INTEGER PRIMARY KEY,
  weight INTEGER NOT NULL,
  amount VARCHAR(80) NOT NULL,
  title TIMESTAMP NOT NULL,
  created_at BOOLEAN NOT NULL,
  active NUMERIC(12,2) NOT NULL,
  kind INTEGER NOT NULL,
  status BOOLEAN NOT NULL,
  code NUMERIC(12,2) NOT NULL,
  ends_on TIMESTAMP,
  rate_id INTEGER REFERENCES ship_rates (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE ship_groups (
  id INTEGER PRIMARY KEY,
  email VARCHAR(80) NOT NULL,
  updated_at TEXT,
  code NUMERIC(12,2),
  batch_id INTEGER NOT NULL REFERENCES ship_batchs (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE ship_regions (
  id INTEGER PRIMARY KEY,
  active NUMERIC(12,2) NOT NULL,
  kind TIMESTAMP NOT NULL,
  code DATE,
  ends_on BOOLEAN NOT NULL,
  title NUMERIC(12,2),
  updated_at REAL NOT NULL,
  email NUMERIC(12,2),
  name NUMERIC(12,2) NOT NULL,
  event_id INTEGER REFERENCES ship_events (id) ON DELETE SET NULL
);
CREATE TABLE ship_prices (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2),
  status NUMERIC(12,2) NOT NULL,
  weight NUMERIC(12,2),
  code REAL NOT NULL,
  updated_at TEXT NOT NULL,
  starts_on INTEGER,
  created_at VARCHAR(80) NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES ship_rules (id) ON DELETE SET NULL,
  rule_2_id INTEGER NOT NULL REFERENCES sales_rules (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE ship_tasks (
  id INTEGER PRIMARY KEY,
  active TIMESTAMP,
  code REAL NOT NULL,
  position TEXT,
  created_at NUMERIC(12,2),
  email BOOLEAN,
  weight VARCHAR(80) NOT NULL,
  title REAL NOT NULL,
  ends_on REAL NOT NULL,
  amount NUMERIC(12,2)
);
CREATE TABLE ship_files (
  id INTEGER PRIMARY KEY,
  created_at TIMESTAMP,
  status REAL NOT NULL,
  ends_on TEXT,
  task_id INTEGER REFERENCES ship_tasks (id),
  note_id INTEGER REFERENCES ship_notes (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE ship_states (
  id INTEGER PRIMARY KEY,
  kind TIMESTAMP NOT NULL,
  active VARCHAR(80),
  name NUMERIC(12,2),
  plan_id INTEGER REFERENCES ship_plans (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE ship_reports (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80) NOT NULL,
  position TIMESTAMP NOT NULL,
  status VARCHAR(80),
  kind TIMESTAMP NOT NULL,
  code REAL NOT NULL,
  ends_on NUMERIC(12,2),
  weight TEXT,
  name VARCHAR(80),
  amount REAL NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_entrys (
  id INTEGER PRIMARY KEY,
  updated_at BOOLEAN,
  comment NUMERIC(12,2) NOT NULL,
  kind REAL,
  name BOOLEAN,
  email DATE,
  created_at TIMESTAMP NOT NULL,
  active REAL,
  status DATE,
  ends_on DATE,
  group_id INTEGER NOT NULL REFERENCES ship_groups (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE ship_units (
  id INTEGER PRIMARY KEY,
  name REAL,
  ends_on INTEGER NOT NULL,
  updated_at TIMESTAMP,
  created_at REAL NOT NULL,
  kind REAL,
  amount DATE NOT NULL,
  active VARCHAR(80) NOT NULL,
  code TIMESTAMP,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_links (
  id INTEGER PRIMARY KEY,
  active REAL NOT NULL,
  kind BOOLEAN,
  created_at TIMESTAMP NOT NULL,
  state_id INTEGER REFERENCES ship_states (id) ON DELETE SET NULL,
  entry_id INTEGER NOT NULL REFERENCES ship_entrys (id),
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE ship_targets (
  id INTEGER PRIMARY KEY,
  code INTEGER,
  active REAL,
  position BOOLEAN NOT NULL,
  kind INTEGER NOT NULL,
  title TIMESTAMP,
  state_id INTEGER NOT NULL REFERENCES ship_states (id) ON DELETE CASCADE,
  link_id INTEGER NOT NULL REFERENCES ship_links (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE ship_steps (
  id INTEGER PRIMARY KEY,
  created_at BOOLEAN NOT NULL,
  status REAL,
  ends_on INTEGER NOT NULL,
  title BOOLEAN NOT NULL,
  file_id INTEGER NOT NULL REFERENCES ship_files (id),
  bonu_id INTEGER NOT NULL REFERENCES sales_bonuss (id)
);
CREATE TABLE ship_tickets (
  id INTEGER PRIMARY KEY,
  amount REAL NOT NULL,
  updated_at VARCHAR(80) NOT NULL,
  position TEXT NOT NULL,
  starts_on VARCHAR(80) NOT NULL,
  created_at VARCHAR(80),
  name REAL NOT NULL,
  title NUMERIC(12,2) NOT NULL,
  file_id INTEGER REFERENCES ship_files (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE ship_visits (
  id INTEGER PRIMARY KEY,
  weight TIMESTAMP NOT NULL,
  title REAL NOT NULL,
  amount TEXT NOT NULL,
  starts_on REAL NOT NULL,
  active NUMERIC(12,2),
  position NUMERIC(12,2) NOT NULL,
  comment TEXT NOT NULL,
  kind VARCHAR(80) NOT NULL,
  updated_at DATE,
  unit_id INTEGER REFERENCES ship_units (id),
  state_id INTEGER NOT NULL REFERENCES ship_states (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE ship_quotes (
  id INTEGER PRIMARY KEY,
  weight VARCHAR(80) NOT NULL,
  status DATE,
  ends_on DATE NOT NULL,
  title TEXT,
  visit_id INTEGER REFERENCES ship_visits (id) ON DELETE SET NULL
);
CREATE TABLE ship_claims (
  id INTEGER PRIMARY KEY,
  ends_on DATE NOT NULL,
  comment BOOLEAN,
  starts_on TEXT NOT NULL,
  amount NUMERIC(12,2),
  weight VARCHAR(80) NOT NULL,
  name REAL NOT NULL,
  title VARCHAR(80),
  entry_id INTEGER NOT NULL REFERENCES ship_entrys (id)
);
CREATE TABLE ship_bonuss (
  id INTEGER PRIMARY KEY,
  active TIMESTAMP,
  updated_at NUMERIC(12,2),
  email INTEGER NOT NULL,
  code TEXT NOT NULL,
  amount TEXT,
  name DATE NOT NULL,
  kind DATE,
  created_at NUMERIC(12,2),
  title INTEGER,
  target_id INTEGER NOT NULL REFERENCES ship_targets (id) ON DELETE SET NULL,
  ticket_id INTEGER REFERENCES ship_tickets (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE ship_shifts (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  amount INTEGER NOT NULL,
  code BOOLEAN NOT NULL,
  comment TEXT NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  starts_on REAL NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES ship_visits (id) ON DELETE SET NULL,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE ship_teams (
  id INTEGER PRIMARY KEY,
  kind TEXT,
  ends_on NUMERIC(12,2) NOT NULL,
  position BOOLEAN NOT NULL,
  status NUMERIC(12,2),
  email NUMERIC(12,2) NOT NULL,
  code TIMESTAMP NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES ship_visits (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES ship_targets (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE ship_skills (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  status REAL NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_orders (
  id INTEGER PRIMARY KEY,
  amount REAL,
  ends_on REAL,
  created_at TIMESTAMP NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_items (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  amount DATE,
  ends_on NUMERIC(12,2),
  position TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  order_id INTEGER NOT NULL REFERENCES media_orders (id),
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE media_lines (
  id INTEGER PRIMARY KEY,
  title VARCHAR(80) NOT NULL,
  position NUMERIC(12,2),
  amount BOOLEAN NOT NULL,
  bonu_id INTEGER NOT NULL REFERENCES stock_bonuss (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE media_rates (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2),
  comment TIMESTAMP NOT NULL,
  name TEXT,
  created_at TEXT,
  title DATE,
  code TEXT,
  updated_at DATE NOT NULL,
  starts_on REAL NOT NULL,
  weight TEXT NOT NULL,
  line_id INTEGER REFERENCES media_lines (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_batchs (
  id INTEGER PRIMARY KEY,
  name INTEGER NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  email BOOLEAN,
  title VARCHAR(80) NOT NULL
);
CREATE TABLE media_labels (
  id INTEGER PRIMARY KEY,
  updated_at REAL,
  active VARCHAR(80),
  ends_on BOOLEAN,
  kind TIMESTAMP,
  batch_id INTEGER NOT NULL REFERENCES media_batchs (id) ON DELETE CASCADE,
  event_id INTEGER REFERENCES stock_events (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_notes (
  id INTEGER PRIMARY KEY,
  created_at NUMERIC(12,2) NOT NULL,
  weight DATE,
  kind TIMESTAMP,
  updated_at BOOLEAN,
  ends_on INTEGER,
  code TEXT NOT NULL,
  title INTEGER,
  amount NUMERIC(12,2) NOT NULL,
  line_id INTEGER NOT NULL REFERENCES media_lines (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE media_events (
  id INTEGER PRIMARY KEY,
  ends_on DATE,
  position TEXT,
  email REAL,
  updated_at BOOLEAN,
  status INTEGER NOT NULL,
  comment DATE NOT NULL,
  amount INTEGER NOT NULL,
  created_at TEXT,
  line_id INTEGER NOT NULL REFERENCES media_lines (id) ON DELETE CASCADE
);
CREATE TABLE media_rules (
  id INTEGER PRIMARY KEY,
  comment TIMESTAMP,
  title INTEGER NOT NULL,
  starts_on REAL,
  amount DATE,
  kind INTEGER,
  position BOOLEAN,
  item_id INTEGER NOT NULL REFERENCES media_items (id),
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE media_plans (
  id INTEGER PRIMARY KEY,
  status NUMERIC(12,2),
  email NUMERIC(12,2),
  updated_at DATE NOT NULL,
  active BOOLEAN,
  weight TEXT NOT NULL,
  note_id INTEGER NOT NULL REFERENCES media_notes (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE media_groups (
  id INTEGER PRIMARY KEY,
  updated_at REAL,
  code TIMESTAMP,
  comment TIMESTAMP,
  event_id INTEGER NOT NULL REFERENCES media_events (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_regions (
  id INTEGER PRIMARY KEY,
  status VARCHAR(80),
  comment BOOLEAN NOT NULL,
  amount BOOLEAN,
  name TEXT NOT NULL,
  email REAL,
  weight TEXT NOT NULL,
  kind DATE NOT NULL,
  updated_at VARCHAR(80),
  ends_on TIMESTAMP,
  batch_id INTEGER REFERENCES media_batchs (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_prices (
  id INTEGER PRIMARY KEY,
  name REAL,
  weight INTEGER,
  code BOOLEAN NOT NULL,
  starts_on TEXT,
  created_at TIMESTAMP NOT NULL,
  comment BOOLEAN NOT NULL,
  active NUMERIC(12,2),
  email BOOLEAN,
  task_id INTEGER NOT NULL REFERENCES ship_tasks (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_tasks (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80),
  title VARCHAR(80),
  kind REAL NOT NULL,
  email BOOLEAN NOT NULL,
  starts_on NUMERIC(12,2) NOT NULL,
  weight TEXT,
  ends_on TEXT NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_files (
  id INTEGER PRIMARY KEY,
  active REAL,
  code VARCHAR(80),
  title REAL,
  updated_at VARCHAR(80) NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  created_at TIMESTAMP,
  weight VARCHAR(80),
  starts_on REAL,
  event_id INTEGER REFERENCES media_events (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE media_states (
  id INTEGER PRIMARY KEY,
  name REAL NOT NULL,
  starts_on TIMESTAMP,
  position DATE NOT NULL,
  updated_at BOOLEAN NOT NULL,
  title REAL NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES media_plans (id),
  task_id INTEGER NOT NULL REFERENCES media_tasks (id) ON DELETE SET NULL
);
CREATE TABLE media_reports (
  id INTEGER PRIMARY KEY,
  comment TIMESTAMP NOT NULL,
  active DATE,
  starts_on NUMERIC(12,2) NOT NULL,
  position BOOLEAN NOT NULL,
  name INTEGER,
  title REAL NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES media_plans (id),
  state_id INTEGER NOT NULL REFERENCES media_states (id)
);
CREATE TABLE media_entrys (
  id INTEGER PRIMARY KEY,
  updated_at INTEGER NOT NULL,
  name TEXT,
  ends_on VARCHAR(80),
  comment DATE,
  active INTEGER NOT NULL,
  weight BOOLEAN,
  starts_on BOOLEAN,
  amount VARCHAR(80) NOT NULL,
  status NUMERIC(12,2),
  report_id INTEGER REFERENCES media_reports (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE media_units (
  id INTEGER PRIMARY KEY,
  updated_at INTEGER NOT NULL,
  created_at DATE NOT NULL,
  code INTEGER NOT NULL,
  weight DATE,
  active NUMERIC(12,2) NOT NULL,
  email BOOLEAN,
  report_id INTEGER REFERENCES media_reports (id) ON DELETE CASCADE
);
CREATE TABLE media_links (
  id INTEGER PRIMARY KEY,
  code DATE NOT NULL,
  active DATE NOT NULL,
  comment NUMERIC(12,2),
  amount VARCHAR(80),
  status REAL NOT NULL,
  position DATE NOT NULL,
  updated_at INTEGER NOT NULL,
  ends_on TEXT,
  entry_id INTEGER NOT NULL REFERENCES media_entrys (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE media_targets (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  active TIMESTAMP NOT NULL,
  updated_at REAL,
  starts_on TEXT,
  position REAL,
  name BOOLEAN NOT NULL,
  amount BOOLEAN NOT NULL,
  weight BOOLEAN,
  title VARCHAR(80) NOT NULL,
  state_id INTEGER NOT NULL REFERENCES media_states (id),
  task_id INTEGER NOT NULL REFERENCES media_tasks (id) ON DELETE SET NULL
);
CREATE TABLE media_steps (
  id INTEGER PRIMARY KEY,
  created_at VARCHAR(80) NOT NULL,
  starts_on DATE,
  kind TEXT,
  file_id INTEGER NOT NULL REFERENCES media_files (id),
  entry_id INTEGER NOT NULL REFERENCES media_entrys (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE media_tickets (
  id INTEGER PRIMARY KEY,
  updated_at NUMERIC(12,2) NOT NULL,
  email INTEGER NOT NULL,
  starts_on REAL,
  step_id INTEGER REFERENCES media_steps (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES media_entrys (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE media_visits (
  id INTEGER PRIMARY KEY,
  updated_at VARCHAR(80) NOT NULL,
  amount INTEGER,
  weight DATE NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  step_id INTEGER NOT NULL REFERENCES media_steps (id),
  unit_id INTEGER NOT NULL REFERENCES media_units (id)
);
CREATE TABLE media_quotes (
  id INTEGER PRIMARY KEY,
  weight BOOLEAN NOT NULL,
  kind TIMESTAMP,
  code DATE,
  ends_on DATE,
  position REAL,
  unit_id INTEGER NOT NULL REFERENCES media_units (id) ON DELETE CASCADE,
  link_id INTEGER NOT NULL REFERENCES media_links (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE media_claims (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  title REAL,
  code REAL,
  status BOOLEAN,
  kind DATE NOT NULL,
  position INTEGER NOT NULL,
  amount VARCHAR(80) NOT NULL,
  starts_on VARCHAR(80) NOT NULL,
  step_id INTEGER REFERENCES media_steps (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE media_bonuss (
  id INTEGER PRIMARY KEY,
  weight DATE,
  comment DATE,
  email DATE NOT NULL,
  ends_on TEXT,
  updated_at VARCHAR(80) NOT NULL,
  active DATE NOT NULL,
  name DATE,
  quote_id INTEGER REFERENCES media_quotes (id) ON DELETE SET NULL
);
CREATE TABLE media_shifts (
  id INTEGER PRIMARY KEY,
  amount DATE NOT NULL,
  starts_on BOOLEAN,
  email INTEGER NOT NULL,
  active INTEGER,
  ends_on INTEGER NOT NULL,
  comment VARCHAR(80) NOT NULL,
  position VARCHAR(80) NOT NULL,
  code INTEGER NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE media_teams (
  id INTEGER PRIMARY KEY,
  position VARCHAR(80) NOT NULL,
  amount TIMESTAMP NOT NULL,
  weight BOOLEAN NOT NULL,
  email TEXT,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE media_skills (
  id INTEGER PRIMARY KEY,
  weight INTEGER,
  amount BOOLEAN NOT NULL,
  active NUMERIC(12,2),
  entry_id INTEGER REFERENCES crm_entrys (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE audit_orders (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2) NOT NULL,
  kind REAL NOT NULL,
  name TIMESTAMP NOT NULL,
  starts_on VARCHAR(80),
  status VARCHAR(80),
  active DATE,
  ends_on VARCHAR(80),
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE audit_items (
  id INTEGER PRIMARY KEY,
  kind REAL NOT NULL,
  active TEXT NOT NULL,
  name TIMESTAMP NOT NULL,
  order_id INTEGER NOT NULL REFERENCES audit_orders (id),
  plan_id INTEGER REFERENCES sales_plans (id)
);
CREATE TABLE audit_lines (
  id INTEGER PRIMARY KEY,
  starts_on TIMESTAMP,
  amount VARCHAR(80) NOT NULL,
  created_at REAL NOT NULL,
  kind DATE NOT NULL,
  updated_at TEXT,
  weight NUMERIC(12,2),
  comment VARCHAR(80),
  ends_on TIMESTAMP NOT NULL,
  title BOOLEAN NOT NULL,
  item_id INTEGER NOT NULL REFERENCES audit_items (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE audit_rates (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2),
  kind NUMERIC(12,2) NOT NULL,
  active NUMERIC(12,2),
  starts_on TEXT,
  status VARCHAR(80),
  created_at TIMESTAMP NOT NULL,
  name INTEGER NOT NULL,
  code REAL NOT NULL,
  order_id INTEGER NOT NULL REFERENCES audit_orders (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE audit_batchs (
  id INTEGER PRIMARY KEY,
  name INTEGER,
  email VARCHAR(80) NOT NULL,
  weight BOOLEAN,
  active DATE NOT NULL,
  amount DATE NOT NULL,
  item_id INTEGER REFERENCES audit_items (id),
  rate_id INTEGER NOT NULL REFERENCES billing_rates (id) ON DELETE SET NULL
);
CREATE TABLE audit_labels (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL,
  ends_on NUMERIC(12,2),
  weight DATE,
  amount INTEGER,
  comment NUMERIC(12,2) NOT NULL,
  order_id INTEGER REFERENCES audit_orders (id) ON DELETE SET NULL
);
CREATE TABLE audit_notes (
  id INTEGER PRIMARY KEY,
  comment REAL,
  active VARCHAR(80) NOT NULL,
  weight BOOLEAN,
  kind BOOLEAN,
  code NUMERIC(12,2),
  item_id INTEGER NOT NULL REFERENCES audit_items (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE audit_events (
  id INTEGER PRIMARY KEY,
  created_at BOOLEAN NOT NULL,
  ends_on REAL,
  code BOOLEAN NOT NULL,
  status NUMERIC(12,2),
  weight TIMESTAMP,
  name NUMERIC(12,2) NOT NULL,
  comment TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE audit_rules (
  id INTEGER PRIMARY KEY,
  amount TIMESTAMP,
  position TIMESTAMP NOT NULL,
  ends_on TEXT NOT NULL,
  weight NUMERIC(12,2) NOT NULL,
  order_id INTEGER NOT NULL REFERENCES audit_orders (id) ON DELETE SET NULL
);
CREATE TABLE audit_plans (
  id INTEGER PRIMARY KEY,
  position DATE NOT NULL,
  name REAL,
  weight TIMESTAMP,
  updated_at VARCHAR(80),
  kind TIMESTAMP NOT NULL,
  created_at TIMESTAMP NOT NULL,
  starts_on INTEGER NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES audit_batchs (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE audit_groups (
  id INTEGER PRIMARY KEY,
  updated_at TIMESTAMP,
  weight REAL NOT NULL,
  comment VARCHAR(80),
  amount VARCHAR(80),
  title NUMERIC(12,2),
  ends_on TIMESTAMP,
  status REAL NOT NULL,
  email TEXT,
  rate_id INTEGER NOT NULL REFERENCES audit_rates (id),
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE audit_regions (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2),
  starts_on VARCHAR(80) NOT NULL,
  created_at NUMERIC(12,2),
  comment BOOLEAN NOT NULL,
  position VARCHAR(80) NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE audit_prices (
  id INTEGER PRIMARY KEY,
  name TEXT,
  amount VARCHAR(80),
  position TEXT NOT NULL,
  comment VARCHAR(80),
  status DATE NOT NULL,
  code TIMESTAMP NOT NULL,
  email TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE audit_tasks (
  id INTEGER PRIMARY KEY,
  comment INTEGER,
  code REAL,
  updated_at BOOLEAN,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE audit_files (
  id INTEGER PRIMARY KEY,
  comment REAL,
  name TEXT,
  active TIMESTAMP NOT NULL,
  weight DATE NOT NULL,
  starts_on TEXT,
  updated_at DATE,
  task_id INTEGER NOT NULL REFERENCES audit_tasks (id)
);
CREATE TABLE audit_states (
  id INTEGER PRIMARY KEY,
  comment TEXT,
  title INTEGER,
  status DATE,
  code INTEGER,
  region_id INTEGER NOT NULL REFERENCES audit_regions (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  state_id INTEGER NOT NULL REFERENCES audit_states (id) ON DELETE CASCADE
);
CREATE TABLE audit_reports (
  id INTEGER PRIMARY KEY,
  kind DATE NOT NULL,
  email BOOLEAN,
  amount NUMERIC(12,2),
  code TIMESTAMP NOT NULL,
  price_id INTEGER NOT NULL REFERENCES audit_prices (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  report_id INTEGER NOT NULL REFERENCES audit_reports (id)
);
CREATE TABLE audit_entrys (
  id INTEGER PRIMARY KEY,
  ends_on DATE NOT NULL,
  created_at DATE,
  amount TIMESTAMP NOT NULL,
  name TEXT NOT NULL,
  email DATE NOT NULL,
  comment BOOLEAN NOT NULL,
  task_id INTEGER NOT NULL REFERENCES audit_tasks (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id)
);
CREATE TABLE audit_units (
  id INTEGER PRIMARY KEY,
  title DATE NOT NULL,
  active BOOLEAN,
  kind TEXT,
  entry_id INTEGER REFERENCES audit_entrys (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE audit_links (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  updated_at DATE NOT NULL,
  kind DATE,
  email TIMESTAMP,
  name NUMERIC(12,2) NOT NULL,
  report_id INTEGER NOT NULL REFERENCES audit_reports (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE audit_targets (
  id INTEGER PRIMARY KEY,
  comment TIMESTAMP NOT NULL,
  email BOOLEAN NOT NULL,
  amount TIMESTAMP NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  active REAL,
  status NUMERIC(12,2) NOT NULL,
  weight TEXT,
  created_at TIMESTAMP NOT NULL,
  code REAL,
  link_id INTEGER NOT NULL REFERENCES audit_links (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE audit_steps (
  id INTEGER PRIMARY KEY,
  email VARCHAR(80) NOT NULL,
  active DATE,
  ends_on VARCHAR(80) NOT NULL,
  name NUMERIC(12,2) NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES audit_entrys (id),
  task_id INTEGER REFERENCES audit_tasks (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE audit_tickets (
  id INTEGER PRIMARY KEY,
  name REAL,
  title NUMERIC(12,2) NOT NULL,
  kind NUMERIC(12,2) NOT NULL,
  comment REAL,
  position TIMESTAMP,
  updated_at REAL NOT NULL,
  link_id INTEGER NOT NULL REFERENCES audit_links (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id),
  ticket_id INTEGER NOT NULL REFERENCES audit_tickets (id)
);
CREATE TABLE audit_visits (
  id INTEGER PRIMARY KEY,
  starts_on REAL NOT NULL,
  kind INTEGER,
  created_at DATE,
  entry_id INTEGER NOT NULL REFERENCES audit_entrys (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE audit_quotes (
  id INTEGER PRIMARY KEY,
  amount DATE NOT NULL,
  weight VARCHAR(80) NOT NULL,
  position DATE NOT NULL,
  updated_at TIMESTAMP,
  title REAL NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES audit_units (id) ON DELETE CASCADE
);
CREATE TABLE audit_claims (
  id INTEGER PRIMARY KEY,
  code INTEGER,
  kind REAL NOT NULL,
  title INTEGER NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  ends_on INTEGER,
  comment NUMERIC(12,2) NOT NULL,
  link_id INTEGER NOT NULL REFERENCES audit_links (id),
  claim_id INTEGER NOT NULL REFERENCES audit_claims (id)
);
CREATE TABLE audit_bonuss (
  id INTEGER PRIMARY KEY,
  ends_on TIMESTAMP,
  updated_at REAL,
  kind TEXT NOT NULL,
  visit_id INTEGER REFERENCES audit_visits (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE audit_shifts (
  id INTEGER PRIMARY KEY,
  starts_on TEXT NOT NULL,
  kind REAL,
  position DATE,
  name DATE NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  link_id INTEGER NOT NULL REFERENCES audit_links (id),
  claim_id INTEGER REFERENCES audit_claims (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE audit_teams (
  id INTEGER PRIMARY KEY,
  starts_on DATE,
  position NUMERIC(12,2),
  updated_at TIMESTAMP NOT NULL,
  title TIMESTAMP NOT NULL,
  created_at TEXT,
  claim_id INTEGER NOT NULL REFERENCES audit_claims (id),
  bonu_id INTEGER NOT NULL REFERENCES audit_bonuss (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE audit_skills (
  id INTEGER PRIMARY KEY,
  status INTEGER,
  weight NUMERIC(12,2) NOT NULL,
  name TEXT NOT NULL,
  step_id INTEGER REFERENCES audit_steps (id)
);
CREATE TABLE plan_orders (
  id INTEGER PRIMARY KEY,
  amount DATE NOT NULL,
  ends_on REAL NOT NULL,
  updated_at VARCHAR(80),
  created_at REAL,
  kind TEXT,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE plan_items (
  id INTEGER PRIMARY KEY,
  created_at TIMESTAMP NOT NULL,
  kind TEXT NOT NULL,
  comment VARCHAR(80) NOT NULL,
  code VARCHAR(80) NOT NULL,
  active INTEGER,
  ends_on DATE,
  starts_on TEXT,
  order_id INTEGER NOT NULL REFERENCES plan_orders (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE plan_lines (
  id INTEGER PRIMARY KEY,
  active DATE NOT NULL,
  created_at INTEGER,
  comment VARCHAR(80),
  weight BOOLEAN NOT NULL,
  amount REAL NOT NULL,
  email TEXT NOT NULL,
  status REAL NOT NULL,
  name VARCHAR(80) NOT NULL,
  kind BOOLEAN,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE plan_rates (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  updated_at INTEGER,
  status DATE NOT NULL,
  created_at INTEGER,
  ends_on TIMESTAMP NOT NULL,
  title REAL,
  position TEXT,
  starts_on BOOLEAN NOT NULL,
  kind NUMERIC(12,2),
  rule_id INTEGER NOT NULL REFERENCES audit_rules (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE plan_batchs (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP,
  active TIMESTAMP,
  updated_at NUMERIC(12,2) NOT NULL,
  name TEXT NOT NULL,
  code VARCHAR(80),
  comment REAL NOT NULL,
  status REAL NOT NULL,
  weight INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES plan_orders (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE plan_labels (
  id INTEGER PRIMARY KEY,
  amount TEXT NOT NULL,
  comment REAL NOT NULL,
  title TIMESTAMP NOT NULL,
  order_id INTEGER NOT NULL REFERENCES plan_orders (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE plan_notes (
  id INTEGER PRIMARY KEY,
  starts_on TIMESTAMP,
  active INTEGER,
  weight TEXT NOT NULL,
  comment TEXT NOT NULL,
  created_at REAL NOT NULL,
  email REAL,
  kind REAL,
  amount NUMERIC(12,2),
  item_id INTEGER REFERENCES plan_items (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE plan_events (
  id INTEGER PRIMARY KEY,
  starts_on BOOLEAN NOT NULL,
  title INTEGER,
  active TEXT NOT NULL,
  email BOOLEAN NOT NULL,
  rate_id INTEGER NOT NULL REFERENCES plan_rates (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE plan_rules (
  id INTEGER PRIMARY KEY,
  status NUMERIC(12,2),
  title REAL,
  email VARCHAR(80) NOT NULL
);
CREATE TABLE plan_plans (
  id INTEGER PRIMARY KEY,
  position DATE NOT NULL,
  weight TEXT,
  kind REAL,
  email NUMERIC(12,2) NOT NULL,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE plan_groups (
  id INTEGER PRIMARY KEY,
  amount NUMERIC(12,2) NOT NULL,
  active NUMERIC(12,2) NOT NULL,
  code NUMERIC(12,2) NOT NULL,
  created_at TEXT,
  title INTEGER NOT NULL,
  starts_on INTEGER NOT NULL,
  updated_at TIMESTAMP,
  plan_id INTEGER REFERENCES plan_plans (id) ON DELETE SET NULL,
  note_id INTEGER REFERENCES plan_notes (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE plan_regions (
  id INTEGER PRIMARY KEY,
  email TEXT,
  kind NUMERIC(12,2),
  title BOOLEAN,
  status DATE NOT NULL,
  amount VARCHAR(80),
  updated_at BOOLEAN,
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE plan_prices (
  id INTEGER PRIMARY KEY,
  email BOOLEAN NOT NULL,
  code REAL NOT NULL,
  created_at NUMERIC(12,2),
  updated_at REAL NOT NULL,
  active VARCHAR(80),
  starts_on BOOLEAN NOT NULL,
  title INTEGER,
  kind REAL NOT NULL,
  position TEXT NOT NULL,
  region_id INTEGER REFERENCES plan_regions (id),
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE plan_tasks (
  id INTEGER PRIMARY KEY,
  position DATE,
  comment TEXT NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  ends_on DATE,
  event_id INTEGER NOT NULL REFERENCES plan_events (id) ON DELETE CASCADE,
  rule_id INTEGER NOT NULL REFERENCES plan_rules (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  task_id INTEGER NOT NULL REFERENCES plan_tasks (id) ON DELETE SET NULL
);
CREATE TABLE plan_files (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL,
  created_at VARCHAR(80) NOT NULL,
  email VARCHAR(80),
  amount TIMESTAMP NOT NULL,
  kind INTEGER NOT NULL,
  active REAL,
  ends_on DATE NOT NULL,
  starts_on DATE NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE plan_states (
  id INTEGER PRIMARY KEY,
  position TIMESTAMP,
  weight BOOLEAN NOT NULL,
  starts_on DATE NOT NULL,
  updated_at BOOLEAN,
  name NUMERIC(12,2) NOT NULL,
  kind VARCHAR(80),
  email TIMESTAMP NOT NULL,
  ends_on TIMESTAMP,
  title REAL,
  file_id INTEGER REFERENCES plan_files (id) ON DELETE CASCADE,
  bonu_id INTEGER REFERENCES hr_bonuss (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE plan_reports (
  id INTEGER PRIMARY KEY,
  active BOOLEAN,
  starts_on TIMESTAMP NOT NULL,
  kind BOOLEAN NOT NULL,
  title BOOLEAN NOT NULL,
  email TIMESTAMP NOT NULL,
  amount DATE NOT NULL,
  weight DATE,
  updated_at NUMERIC(12,2) NOT NULL,
  region_id INTEGER NOT NULL REFERENCES plan_regions (id),
  file_id INTEGER NOT NULL REFERENCES plan_files (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE plan_entrys (
  id INTEGER PRIMARY KEY,
  weight INTEGER NOT NULL,
  title BOOLEAN,
  created_at TEXT NOT NULL,
  email REAL,
  region_id INTEGER REFERENCES plan_regions (id),
  task_id INTEGER REFERENCES plan_tasks (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE CASCADE
);
CREATE TABLE plan_units (
  id INTEGER PRIMARY KEY,
  weight INTEGER,
  starts_on REAL NOT NULL,
  created_at REAL NOT NULL,
  email TIMESTAMP,
  updated_at BOOLEAN NOT NULL,
  region_id INTEGER NOT NULL REFERENCES plan_regions (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE plan_links (
  id INTEGER PRIMARY KEY,
  title BOOLEAN NOT NULL,
  email VARCHAR(80),
  created_at NUMERIC(12,2),
  position INTEGER,
  code DATE NOT NULL,
  ends_on VARCHAR(80) NOT NULL,
  updated_at REAL,
  comment REAL NOT NULL,
  kind TIMESTAMP NOT NULL,
  currencie_id INTEGER REFERENCES currencies (id)
);
CREATE TABLE plan_targets (
  id INTEGER PRIMARY KEY,
  position REAL NOT NULL,
  code DATE,
  kind REAL NOT NULL,
  weight TEXT,
  comment TEXT NOT NULL,
  status TIMESTAMP NOT NULL,
  active VARCHAR(80),
  email TIMESTAMP NOT NULL,
  price_id INTEGER NOT NULL REFERENCES plan_prices (id) ON DELETE SET NULL,
  link_id INTEGER NOT NULL REFERENCES plan_links (id) ON DELETE SET NULL,
  rule_id INTEGER NOT NULL REFERENCES ship_rules (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE plan_steps (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL,
  starts_on BOOLEAN,
  code DATE NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES plan_units (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE plan_tickets (
  id INTEGER PRIMARY KEY,
  starts_on BOOLEAN NOT NULL,
  status NUMERIC(12,2) NOT NULL,
  created_at TIMESTAMP,
  kind DATE,
  active REAL NOT NULL,
  title INTEGER NOT NULL,
  weight DATE,
  unit_id INTEGER NOT NULL REFERENCES plan_units (id) ON DELETE SET NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE plan_visits (
  id INTEGER PRIMARY KEY,
  kind NUMERIC(12,2) NOT NULL,
  active BOOLEAN NOT NULL,
  amount REAL,
  updated_at INTEGER,
  comment NUMERIC(12,2),
  name TIMESTAMP NOT NULL,
  title REAL,
  code VARCHAR(80) NOT NULL,
  link_id INTEGER REFERENCES plan_links (id) ON DELETE CASCADE,
  ticket_id INTEGER NOT NULL REFERENCES plan_tickets (id),
  shift_id INTEGER REFERENCES media_shifts (id) ON DELETE SET NULL
);
CREATE TABLE plan_quotes (
  id INTEGER PRIMARY KEY,
  amount TIMESTAMP,
  active TIMESTAMP,
  title REAL,
  updated_at DATE,
  comment NUMERIC(12,2) NOT NULL,
  ends_on REAL NOT NULL,
  created_at DATE NOT NULL,
  position NUMERIC(12,2),
  unit_id INTEGER NOT NULL REFERENCES plan_units (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE SET NULL
);
CREATE TABLE plan_claims (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80),
  starts_on TEXT,
  kind BOOLEAN,
  status BOOLEAN NOT NULL,
  link_id INTEGER REFERENCES plan_links (id) ON DELETE CASCADE,
  visit_id INTEGER REFERENCES plan_visits (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE plan_bonuss (
  id INTEGER PRIMARY KEY,
  email TEXT,
  starts_on TIMESTAMP NOT NULL,
  amount TEXT,
  unit_id INTEGER REFERENCES plan_units (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE plan_shifts (
  id INTEGER PRIMARY KEY,
  starts_on BOOLEAN,
  kind BOOLEAN NOT NULL,
  status VARCHAR(80),
  name VARCHAR(80) NOT NULL,
  visit_id INTEGER REFERENCES plan_visits (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE plan_teams (
  id INTEGER PRIMARY KEY,
  position NUMERIC(12,2) NOT NULL,
  kind BOOLEAN NOT NULL,
  email TIMESTAMP NOT NULL,
  amount REAL,
  ends_on BOOLEAN,
  starts_on NUMERIC(12,2) NOT NULL,
  active NUMERIC(12,2) NOT NULL,
  shift_id INTEGER NOT NULL REFERENCES plan_shifts (id) ON DELETE CASCADE,
  target_id INTEGER REFERENCES plan_targets (id) ON DELETE CASCADE,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
);
CREATE TABLE plan_skills (
  id INTEGER PRIMARY KEY,
  starts_on DATE NOT NULL,
  status BOOLEAN NOT NULL,
  updated_at NUMERIC(12,2) NOT NULL,
  ends_on TEXT,
  email BOOLEAN,
  claim_id INTEGER NOT NULL REFERENCES plan_claims (id) ON DELETE SET NULL,
  team_id INTEGER NOT NULL REFERENCES plan_teams (id),
  team_2_id INTEGER NOT NULL REFERENCES billing_teams (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_orders (
  id INTEGER PRIMARY KEY,
  email INTEGER,
  starts_on REAL NOT NULL,
  comment NUMERIC(12,2) NOT NULL,
  name DATE,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE support_items (
  id INTEGER PRIMARY KEY,
  ends_on TIMESTAMP NOT NULL,
  weight INTEGER NOT NULL,
  title VARCHAR(80),
  created_at BOOLEAN,
  comment REAL NOT NULL,
  status BOOLEAN,
  updated_at BOOLEAN,
  order_id INTEGER NOT NULL REFERENCES support_orders (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE support_lines (
  id INTEGER PRIMARY KEY,
  name TIMESTAMP,
  created_at BOOLEAN,
  active NUMERIC(12,2),
  starts_on REAL NOT NULL,
  order_id INTEGER NOT NULL REFERENCES support_orders (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_rates (
  id INTEGER PRIMARY KEY,
  title REAL,
  email NUMERIC(12,2),
  weight BOOLEAN NOT NULL,
  line_id INTEGER NOT NULL REFERENCES support_lines (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE support_batchs (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  name INTEGER NOT NULL,
  created_at NUMERIC(12,2) NOT NULL,
  amount VARCHAR(80),
  code REAL NOT NULL,
  starts_on TIMESTAMP,
  item_id INTEGER NOT NULL REFERENCES support_items (id)
);
CREATE TABLE support_labels (
  id INTEGER PRIMARY KEY,
  updated_at BOOLEAN NOT NULL,
  title VARCHAR(80),
  active INTEGER NOT NULL,
  position NUMERIC(12,2),
  starts_on BOOLEAN,
  created_at TIMESTAMP,
  amount TEXT,
  weight VARCHAR(80),
  name DATE NOT NULL,
  item_id INTEGER NOT NULL REFERENCES support_items (id) ON DELETE SET NULL,
  rate_id INTEGER NOT NULL REFERENCES support_rates (id)
);
CREATE TABLE support_notes (
  id INTEGER PRIMARY KEY,
  comment INTEGER NOT NULL,
  email VARCHAR(80) NOT NULL,
  starts_on BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  ends_on TIMESTAMP NOT NULL,
  active REAL,
  code INTEGER NOT NULL,
  weight NUMERIC(12,2),
  kind TEXT NOT NULL,
  item_id INTEGER REFERENCES support_items (id) ON DELETE SET NULL,
  order_id INTEGER REFERENCES support_orders (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE support_events (
  id INTEGER PRIMARY KEY,
  name NUMERIC(12,2) NOT NULL,
  starts_on TEXT,
  email REAL,
  code DATE NOT NULL,
  weight TEXT,
  updated_at REAL NOT NULL,
  status NUMERIC(12,2),
  batch_id INTEGER NOT NULL REFERENCES support_batchs (id),
  item_id INTEGER NOT NULL REFERENCES support_items (id),
  visit_id INTEGER REFERENCES hr_visits (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_rules (
  id INTEGER PRIMARY KEY,
  weight BOOLEAN,
  position TEXT,
  status NUMERIC(12,2),
  kind INTEGER
);
CREATE TABLE support_plans (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  comment DATE,
  ends_on TIMESTAMP,
  note_id INTEGER NOT NULL REFERENCES support_notes (id),
  line_id INTEGER NOT NULL REFERENCES support_lines (id)
);
CREATE TABLE support_groups (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2),
  code INTEGER NOT NULL,
  ends_on VARCHAR(80),
  status DATE NOT NULL,
  position DATE NOT NULL,
  created_at VARCHAR(80),
  email VARCHAR(80),
  active REAL NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES support_batchs (id) ON DELETE SET NULL,
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_regions (
  id INTEGER PRIMARY KEY,
  starts_on TEXT,
  ends_on TEXT NOT NULL,
  status TIMESTAMP NOT NULL,
  kind REAL,
  position TIMESTAMP NOT NULL,
  name BOOLEAN,
  plan_id INTEGER NOT NULL REFERENCES support_plans (id),
  user_id INTEGER REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_prices (
  id INTEGER PRIMARY KEY,
  amount DATE,
  kind DATE,
  created_at INTEGER NOT NULL,
  active TEXT NOT NULL,
  starts_on DATE,
  title NUMERIC(12,2) NOT NULL,
  position TEXT,
  weight BOOLEAN NOT NULL,
  plan_id INTEGER NOT NULL REFERENCES support_plans (id),
  label_id INTEGER REFERENCES support_labels (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE support_tasks (
  id INTEGER PRIMARY KEY,
  ends_on BOOLEAN,
  weight TIMESTAMP NOT NULL,
  email NUMERIC(12,2) NOT NULL,
  position NUMERIC(12,2) NOT NULL,
  state_id INTEGER REFERENCES sales_states (id) ON DELETE SET NULL
);
CREATE TABLE support_files (
  id INTEGER PRIMARY KEY,
  ends_on VARCHAR(80) NOT NULL,
  active BOOLEAN,
  kind INTEGER,
  created_at NUMERIC(12,2),
  code TIMESTAMP,
  position BOOLEAN NOT NULL,
  title VARCHAR(80) NOT NULL,
  name BOOLEAN,
  user_id INTEGER NOT NULL REFERENCES users (id)
);
CREATE TABLE support_states (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  title TEXT NOT NULL,
  amount NUMERIC(12,2) NOT NULL,
  status TIMESTAMP,
  created_at VARCHAR(80),
  email TEXT,
  weight VARCHAR(80) NOT NULL,
  updated_at BOOLEAN NOT NULL,
  comment REAL NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES support_rules (id)
);
CREATE TABLE support_reports (
  id INTEGER PRIMARY KEY,
  active NUMERIC(12,2),
  code BOOLEAN,
  created_at INTEGER,
  amount REAL,
  weight BOOLEAN NOT NULL,
  email BOOLEAN NOT NULL,
  position INTEGER,
  region_id INTEGER REFERENCES support_regions (id),
  user_id INTEGER REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE support_entrys (
  id INTEGER PRIMARY KEY,
  active VARCHAR(80),
  created_at TIMESTAMP,
  position VARCHAR(80) NOT NULL,
  file_id INTEGER REFERENCES support_files (id)
);
CREATE TABLE support_units (
  id INTEGER PRIMARY KEY,
  code INTEGER,
  created_at INTEGER NOT NULL,
  active TEXT,
  comment TEXT,
  kind BOOLEAN,
  task_id INTEGER REFERENCES support_tasks (id),
  tenant_id INTEGER REFERENCES tenants (id)
);
CREATE TABLE support_links (
  id INTEGER PRIMARY KEY,
  created_at NUMERIC(12,2),
  kind BOOLEAN,
  starts_on NUMERIC(12,2) NOT NULL,
  status BOOLEAN NOT NULL,
  comment BOOLEAN,
  email INTEGER,
  amount BOOLEAN,
  note_id INTEGER NOT NULL REFERENCES plan_notes (id),
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  tenant_id INTEGER REFERENCES tenants (id) ON DELETE CASCADE
);
CREATE TABLE support_targets (
  id INTEGER PRIMARY KEY,
  updated_at TEXT NOT NULL,
  comment DATE,
  created_at BOOLEAN NOT NULL,
  email TIMESTAMP,
  starts_on VARCHAR(80) NOT NULL,
  status REAL,
  unit_id INTEGER NOT NULL REFERENCES support_units (id) ON DELETE SET NULL
);
CREATE TABLE support_steps (
  id INTEGER PRIMARY KEY,
  updated_at TIMESTAMP NOT NULL,
  position VARCHAR(80),
  kind NUMERIC(12,2),
  starts_on TEXT,
  state_id INTEGER REFERENCES support_states (id) ON DELETE SET NULL,
  target_id INTEGER REFERENCES support_targets (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users (id),
  tenant_id INTEGER NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  currencie_id INTEGER NOT NULL REFERENCES currencies (id)
);
CREATE TABLE support_tickets (
  id INTEGER PRIMARY KEY,
  email DATE NOT NULL,
  amount BOOLEAN NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  title TIMESTAMP,
  active VARCHAR(80) NOT NULL,
  starts_on TEXT,
  weight BOOLEAN,
  code VARCHAR(80),
  position TEXT NOT NULL,
  step_id INTEGER NOT NULL REFERENCES support_steps (id) ON DELETE CASCADE,
  tenant_id INTEGER NOT NULL REFERENCES tenants (id)
);
CREATE TABLE support_visits (
  id INTEGER PRIMARY KEY,
  title NUMERIC(12,2) NOT NULL,
  status INTEGER NOT NULL,
  amount BOOLEAN NOT NULL,
  comment TIMESTAMP NOT NULL,
  link_id INTEGER NOT NULL REFERENCES support_links (id) ON DELETE CASCADE,
  step_id INTEGER NOT NULL REFERENCES support_steps (id)
);
CREATE TABLE support_quotes (
  id INTEGER PRIMARY KEY,
  status DATE,
  code DATE,
  active INTEGER NOT NULL,
  visit_id INTEGER REFERENCES support_visits (id),
  currencie_id INTEGER NOT NULL REFERENCES currencies (id) ON DELETE SET NULL
);
CREATE TABLE support_claims (
  id INTEGER PRIMARY KEY,
  starts_on TIMESTAMP,
  updated_at NUMERIC(12,2),
  comment INTEGER,
  email TIMESTAMP NOT NULL,
  active REAL NOT NULL,
  amount TIMESTAMP NOT NULL,
  target_id INTEGER NOT NULL REFERENCES support_targets (id),
  user_id INTEGER NOT NULL REFERENCES users (id),
  currencie_id INTEGER REFERENCES currencies (id) ON DELETE CASCADE
);
