"""The floor for submissions on SQLite: the same rows, inserted raw in durable batches of 256.

usage: floor_sqlite.py FROM TO   (TO is a migrated, empty database)
"""
import sqlite3
import sys
import time

BATCH = 256
source, target = sqlite3.connect(sys.argv[1]), sqlite3.connect(sys.argv[2], isolation_level=None)
target.execute("PRAGMA journal_mode = WAL")
target.execute("PRAGMA synchronous = FULL")
# To older SQLites than ours a NULL is no valid JSON.
target.execute("PRAGMA ignore_check_constraints = ON")


def columns(table, prefix=""):
    """What is stored; columns that the database makes itself are not among them."""
    return ", ".join(prefix + row[1] for row in source.execute(f"PRAGMA table_info({table})"))


def insert(table, row):
    return f"INSERT INTO {table} ({columns(table)}) VALUES ({', '.join('?' * len(row))})"


for table in ("consultations", "form_versions", "questions"):
    rows = source.execute(f"SELECT {columns(table)} FROM {table}").fetchall()
    target.executemany(insert(table, rows[0]), rows)
target.execute("PRAGMA ignore_check_constraints = OFF")

per_submission = {"submissions": 1, "revisions": 1, "answers": 5, "letters": 1, "audit_log": 1}
rows = {
    "submissions": source.execute(f"SELECT {columns('submissions')} FROM submissions ORDER BY id").fetchall(),
    "revisions": source.execute(f"SELECT {columns('revisions')} FROM revisions ORDER BY submission_id").fetchall(),
    "answers": source.execute(
        f"SELECT {columns('answers', 'a.')} FROM revisions r JOIN answers a ON a.revision_id = r.id ORDER BY r.submission_id"
    ).fetchall(),
    "letters": source.execute(f"SELECT {columns('letters')} FROM letters ORDER BY submission_id").fetchall(),
    "audit_log": source.execute(
        f"SELECT {columns('audit_log')} FROM audit_log WHERE event = 'submission.received'"
    ).fetchall(),
}
count = len(rows["submissions"])
inserts = {t: insert(t, r[0]) for t, r in rows.items()}
start = time.perf_counter()
target.execute("PRAGMA foreign_keys = ON")
for first in range(0, count, BATCH):
    target.execute("BEGIN IMMEDIATE")
    for table, each in per_submission.items():
        target.executemany(inserts[table], rows[table][first * each : (first + BATCH) * each])
    target.execute("COMMIT")
print(f"{count / (time.perf_counter() - start):.0f}")
