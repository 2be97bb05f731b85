# A throw-away Postgres cluster on loopback, for the time of one command.
# shellcheck shell=bash

# Postgres refuses to run as root; Debian's package brings a user for it.
as_postgres() {
  if ((EUID == 0)); then
    (cd "$PG_DIR" && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => {
    console.log(s.address().port); s.close(); })'
}

create_cluster() {
  PG_DIR=$(mktemp -d "${TMPDIR:-/tmp}/innspill-pg.XXXXXX")
  PG_PASSWORD=$(openssl rand -hex 16)
  printf '%s\n' "$PG_PASSWORD" >"$PG_DIR/password"
  if ((EUID == 0)); then
    chown -R postgres "$PG_DIR"
  fi
  as_postgres "$PG_BIN/initdb" --pgdata="$PG_DIR/data" --username=innspill \
    --pwfile="$PG_DIR/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$PG_DIR/initdb.log"
}

# fsync is off because this cluster is thrown away: the tests end the service's process, never the
# machine, so that nothing they prove rests on Postgres' own disk writes. What measures turns it on
# with PG_FSYNC=on.
start_server() {
  local port
  port=$(free_port)
  as_postgres "$PG_BIN/pg_ctl" start --silent --wait --pgdata="$PG_DIR/data" \
    --log="$PG_DIR/server.log" --options="-c listen_addresses=127.0.0.1 -c port=$port \
      -c unix_socket_directories='$PG_DIR' -c fsync=${PG_FSYNC:-off} -c full_page_writes=${PG_FSYNC:-off} \
      -c max_connections=200 -c timezone=UTC" || return 1
  export TEST_POSTGRES_URL="postgres://innspill:$PG_PASSWORD@127.0.0.1:$port/postgres"
}

stop_postgres() {
  [[ -n ${PG_DIR:-} ]] || return 0
  if [[ -e $PG_DIR/data/postmaster.pid ]]; then
    as_postgres "$PG_BIN/pg_ctl" stop --silent --mode=immediate --pgdata="$PG_DIR/data" || true
  fi
  rm -rf "$PG_DIR"
}

# Runs a command with TEST_POSTGRES_URL set. Call it in a subshell: its trap ends the cluster.
with_postgres() {
  PG_BIN=$(postgres_bin)
  trap stop_postgres EXIT
  create_cluster
  # Another program may take the port between the asking and the use; then the next one is asked.
  start_server || start_server || { cat "$PG_DIR/server.log" >&2; return 1; }
  "$@"
}
