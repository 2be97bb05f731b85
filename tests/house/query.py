"""Asks an SQLite database: each row one line of JSON, bytes as hexadecimal digits.

Without a question it prints every row of every table, with the table's name and | in front.
"""

import json
import sqlite3
import sys


def show(database, sql, before=""):
    for row in database.execute(sql):
        plain = {name: row[name].hex() if isinstance(row[name], bytes) else row[name] for name in row.keys()}
        print(before + json.dumps(plain))


path, *sql = sys.argv[1:]
with sqlite3.connect(path) as database:
    database.row_factory = sqlite3.Row
    if sql:
        show(database, sql[0])
    else:
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            show(database, f"SELECT * FROM {name}", f"{name}|")
