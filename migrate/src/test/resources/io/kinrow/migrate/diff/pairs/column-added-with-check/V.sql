-- + column users.age: INT
-- + check users: (age >= 0)

-- Change table users
ALTER TABLE users ADD COLUMN age INT CHECK (age >= 0);
