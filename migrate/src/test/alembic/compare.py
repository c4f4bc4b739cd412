"""Runs the hand-made pairs through Alembic's autogenerate and says what came of each.

    /usr/bin/python3 migrate/src/test/alembic/compare.py        (Debian: apt-get install alembic)

The model is reflected by SQLAlchemy from new.sql; the migration is generated against a database
made of old.sql, with rows, in batch mode and with comparison of types and defaults, then run up and
down as `alembic upgrade` and `alembic downgrade` do. Nothing is edited by hand. Results go to
standard output as a Markdown table.
"""

import logging
import os
import re
import sqlite3
import sys
import tempfile
import warnings
from pathlib import Path

import alembic
import sqlalchemy
from alembic import command
from alembic.config import Config

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

PAIRS = Path(__file__).parent.parent / "resources/io/kinrow/migrate/diff/pairs"

# Each pair is tried with three models, and the best outcome counts: "plain" is as reflected;
# "patched" adds what reflection forgets and a model written by hand would say, actions of foreign
# keys and collations; "named" also names what has no name, as Alembic's manual advises for SQLite.
ENV = """
import re
from alembic import context
from sqlalchemy import MetaData, create_engine
config = context.config
variant = config.get_main_option("variant")
names = {"uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
         "fk": "fk_%(table_name)s_%(column_0_name)s"}
model = MetaData(naming_convention={k: v.replace("%%", "%") for k, v in names.items()}
                 if variant == "named" else None)
model_engine = create_engine(config.get_main_option("model"))
model.reflect(model_engine)
with model_engine.connect() as connection:
    for table in model.tables.values() if variant != "plain" else []:
        sql = connection.exec_driver_sql(
            "select sql from sqlite_schema where name = ?", (table.name,)).scalar()
        for row in connection.exec_driver_sql(f'pragma foreign_key_list("{table.name}")'):
            for key in table.foreign_key_constraints:
                if row[3] in key.column_keys:
                    key.onupdate = None if row[5] == "NO ACTION" else row[5]
                    key.ondelete = None if row[6] == "NO ACTION" else row[6]
                    if "INITIALLY DEFERRED" in sql:
                        key.deferrable, key.initially = True, "DEFERRED"
                    for element in key.elements:
                        element.ondelete, element.onupdate = key.ondelete, key.onupdate
        for column in table.columns:
            if re.search(column.name + r" [A-Z()0-9 ]*COLLATE NOCASE", sql):
                if hasattr(column.type, "collation"):
                    column.type.collation = "NOCASE"
engine = create_engine(config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=model, render_as_batch=True,
                      compare_type=True, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
"""
MAKO = """
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
def upgrade():
    ${upgrades if upgrades else "pass"}
def downgrade():
    ${downgrades if downgrades else "pass"}
"""


def words(sql):
    """SQL without what makes no difference: case, white space, comments, quotes of names."""
    sql = re.sub(r"--[^\n]*|/\*.*?\*/", " ", sql or "", flags=re.S)
    sql = re.sub(r'["`\[\]]', "", sql).lower()
    return re.sub(r"\s+", " ", re.sub(r"\s*([(),=<>])\s*", r"\1", sql)).strip()


def facts(connection):
    """What SQLite says of the schema; the order of columns is left out."""
    found = []
    for name, kind, columns, wr, strict in connection.execute(
        "select name, type, ncol, wr, strict from pragma_table_list where schema = 'main'"
    ).fetchall():
        if name.lower().startswith(("sqlite", "alembic", "_alembic")) or kind == "shadow":
            continue
        found.append(("table", name.lower(), kind, wr, strict))
        sql = words(connection.execute(
            "select sql from sqlite_schema where name = ?", (name,)).fetchone()[0])
        if kind == "view":
            found.append(("view", name, sql))
            continue
        keys = ("autoincrement", "collate nocase", "initially deferred", "on conflict ignore",
                " stored")
        found.append(("words", name.lower(), [sql.count(key) for key in keys]))
        checks = re.findall(r"check ?(\((?:[^()]|\([^()]*\))*\))", sql)
        found.append(("checks", name.lower(), sorted(c.replace(name + ".", "") for c in checks)))
        for row in connection.execute(f'select * from pragma_table_xinfo("{name}")'):
            cid, column, declared, notnull, default, pk, hidden = row
            default = None if str(default).lower() == "null" else default
            rowid = declared == "INTEGER" and pk
            found.append(("column", name.lower(), column.lower(), declared.upper(),
                          bool(notnull or rowid), default and words(default), pk, hidden))
        keys = {}
        for row in connection.execute(f'select * from pragma_foreign_key_list("{name}")'):
            keys.setdefault(row[0], []).append(
                (row[2].lower(), row[3].lower(), (row[4] or "id").lower(), row[5], row[6]))
        found.extend(("foreign key", name.lower(), tuple(key)) for key in keys.values())
        for row in connection.execute(f'select * from pragma_index_list("{name}")').fetchall():
            seq, index, unique, origin, partial = row
            parts = [part[2:5] for part in
                     connection.execute(f'select * from pragma_index_xinfo("{index}")') if part[5]]
            parts = [(str(p[0]).lower(), p[1], str(p[2]).lower()) for p in parts]
            sql = connection.execute(
                "select sql from sqlite_schema where name = ?", (index,)).fetchone()
            where = words(sql[0]).partition("(")[2] if sql and sql[0] else ""
            label = index.lower() if origin == "c" else origin
            found.append(("index", name.lower(), label, unique, partial, parts, where))
    for name, sql in connection.execute(
        "select name, sql from sqlite_schema where type = 'trigger'"
    ):
        found.append(("trigger", name, words(sql)))
    return sorted(map(str, found))


def tables(connection):
    return [row[0] for row in connection.execute(
        "select name from pragma_table_list where schema = 'main' and type = 'table'")
        if not row[0].lower().startswith(("sqlite", "alembic", "_alembic"))]


def insert_rows(connection):
    """Three rows a table where that is possible; equal numbers make all foreign keys fit."""
    for table in tables(connection):
        columns = connection.execute(f'select * from pragma_table_xinfo("{table}")').fetchall()
        columns = [c for c in columns if c[6] == 0]
        for i in (1, 2, 3):
            values = [f"v{i}" if re.search("CHAR|TEXT", c[2].upper()) else i for c in columns]
            names = ", ".join('"%s"' % c[1].replace('"', '""') for c in columns)
            marks = ", ".join("?" * len(values))
            quoted = table.replace('"', '""')
            try:
                connection.execute(f'insert into "{quoted}" ({names}) values ({marks})', values)
            except sqlite3.Error:
                pass
    connection.commit()


def rows(connection):
    return {table: sorted(map(repr, connection.execute(f'select * from "{table}"')))
            for table in tables(connection)}


def make(path, sql):
    connection = sqlite3.connect(path)
    parts = [p for p in re.split(r";\s*(?=create\b|$)", sql, flags=re.I) if p.strip()]
    order = ["table", "index", "view", "trigger"]
    kind = lambda p: next(order.index(w) for w in re.findall(r"\w+", re.sub("--.*", "", p.lower()))
                          if w in order)
    for part in sorted(parts, key=kind):
        connection.execute(part)
    connection.commit()
    return connection


RANKS = ["right", "right schemas, data lost", "needless change", "downgrade to other schema",
         "downgrade fails", "other schema", "finds nothing", "upgrade fails", "fails to generate"]


def best(pair):
    """The best outcome of the three models, with what differs first."""
    outcomes = []
    for variant in ("plain", "patched", "named"):
        with tempfile.TemporaryDirectory() as folder:
            outcomes.append(run(pair, folder, variant))
    return min(outcomes, key=lambda outcome: RANKS.index(outcome[0]))


def run(pair, folder, variant):
    old = make(f"{folder}/old.db", (pair / "old.sql").read_text())
    before = facts(old)
    insert_rows(old)
    data = rows(old)
    new = make(f"{folder}/new.db", (pair / "new.sql").read_text())
    desired = facts(new)
    old.close(), new.close()
    os.makedirs(f"{folder}/env/versions")
    Path(f"{folder}/env/env.py").write_text(ENV)
    Path(f"{folder}/env/script.py.mako").write_text(MAKO)
    config = Config()
    config.set_main_option("script_location", f"{folder}/env")
    config.set_main_option("variant", variant)
    config.set_main_option("sqlalchemy.url", f"sqlite:///{folder}/old.db")
    config.set_main_option("model", f"sqlite:///{folder}/new.db")
    silent = open(os.devnull, "w")
    sys.stdout, real = silent, sys.stdout
    try:
        try:
            command.revision(config, message="pair", autogenerate=True)
        except Exception as e:
            return "fails to generate", first_line(e)
        script = next(Path(f"{folder}/env/versions").glob("*.py")).read_text()
        empty = "op." not in script.split("def upgrade():")[1].split("def downgrade")[0]
        try:
            command.upgrade(config, "head")
        except Exception as e:
            return "upgrade fails", first_line(e)
        connection = sqlite3.connect(f"{folder}/old.db")
        reached = facts(connection)
        connection.close()
        if reached != desired:
            left = [f for f in desired if f not in reached] + [f for f in reached if f not in desired]
            return ("finds nothing" if empty else "other schema"), left[0][:110]
        if before == desired:
            return ("right", "no difference") if empty else ("needless change", "")
        try:
            command.downgrade(config, "base")
        except Exception as e:
            return "downgrade fails", first_line(e)
        connection = sqlite3.connect(f"{folder}/old.db")
        after = facts(connection)
        data_after = rows(connection)
        connection.close()
        if after != before:
            left = [f for f in before if f not in after] + [f for f in after if f not in before]
            return "downgrade to other schema", left[0][:110]
        if data_after != data:
            return "right schemas, data lost", ""
        return "right", "up and down, data kept"
    finally:
        sys.stdout = real


def first_line(error):
    return str(error).strip().splitlines()[0][:110]


def outcome_of_kinrow(pair):
    if (pair / "refused.txt").exists():
        return "refused, with the remedy"
    if not (pair / "V.sql").exists():
        return "right: no difference"
    lost = "cannot bring back" in (pair / "V.sql").read_text()
    return "right schemas, loss announced" if lost else "right, data kept"


def main():
    versions = sqlalchemy.__version__, sqlite3.sqlite_version
    print(f"Alembic {alembic.__version__}, SQLAlchemy {versions[0]}, SQLite {versions[1]}\n")
    print("| pair | Kinrow | Alembic | first thing that differs |\n| --- | --- | --- | --- |")
    counts = {}
    for pair in sorted(PAIRS.iterdir()):
        outcome, detail = best(pair)
        counts[outcome] = counts.get(outcome, 0) + 1
        detail = detail.replace("|", "\\|")
        print(f"| {pair.name} | {outcome_of_kinrow(pair)} | {outcome} | {detail} |")
    print()
    for outcome, count in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"- {outcome}: {count}")


if __name__ == "__main__":
    main()
