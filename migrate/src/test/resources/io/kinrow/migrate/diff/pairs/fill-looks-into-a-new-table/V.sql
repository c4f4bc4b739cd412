-- + table roles
-- + column users.role_id: INT NOT NULL
-- + foreign key users: (role_id) → roles (id)

-- New table roles
CREATE TABLE roles (id INTEGER PRIMARY KEY);

-- Change table users
ALTER TABLE users ADD COLUMN role_id INT REFERENCES roles;
UPDATE users SET role_id = (SELECT min(id) FROM roles);
ALTER TABLE users ALTER COLUMN role_id SET NOT NULL;
