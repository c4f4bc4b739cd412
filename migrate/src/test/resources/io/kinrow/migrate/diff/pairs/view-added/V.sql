-- + view nicks

-- Views
CREATE VIEW nicks AS SELECT nick FROM users;
