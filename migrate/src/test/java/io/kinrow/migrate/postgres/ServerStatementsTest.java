package io.kinrow.migrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerStatementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create role app",
        "SELECT 1; DROP USER app",
        "ALTER GROUP staff ADD USER app",
        "ALTER DATABASE live SET work_mem = '1MB'",
        "CREATE TABLESPACE fast LOCATION '/fast'",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "COMMENT ON DATABASE live IS 'x'",
        "COMMENT ON ROLE app IS 'x'",
        "GRANT CONNECT ON DATABASE live TO app",
        "REVOKE ALL\n ON TABLESPACE fast FROM app",
        "GRANT staff TO app",
        "REVOKE ADMIN OPTION FOR staff FROM app",
        "DROP OWNED BY app",
        "REASSIGN OWNED BY app TO other",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
        "-- a comment\nDO $$ BEGIN IF true THEN CREATE ROLE app; END IF; END $$",
        "DO LANGUAGE plpgsql $x$ BEGIN EXECUTE 'CREATE USER app'; END $x$"
      })
  void isFound(String sql) {
    assertThat(ServerStatements.first(sql)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE role (database text, tablespace text)",
        "ALTER TABLE users DROP role",
        "CREATE USER MAPPING FOR app SERVER s",
        "GRANT SELECT ON t TO app",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM app",
        "COMMENT ON TABLE t IS 'CREATE ROLE'",
        "INSERT INTO log VALUES ('x; DROP ROLE app')",
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'ALTER SYSTEM' $$",
        "-- CREATE ROLE app\nSELECT 1",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app",
        "CREATE POLICY p ON t TO app"
      })
  void isNotFound(String sql) {
    assertThat(ServerStatements.first(sql)).isEmpty();
  }
}
