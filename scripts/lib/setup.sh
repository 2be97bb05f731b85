# What the tests need from the machine, installed when it is missing.
# shellcheck shell=bash

# The oldest Node that the browser tools accept.
readonly NODE_MAJOR=20

fail() {
  printf '\nscripts/test: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Prints the folder of Postgres' server programs, which Debian keeps off the PATH.
postgres_bin() {
  local initdb
  if have initdb && have pg_ctl; then
    dirname "$(command -v initdb)"
    return
  fi
  for initdb in /usr/lib/postgresql/*/bin/initdb; do
    [[ -x $initdb ]] && printf '%s\n' "${initdb%/initdb}"
  done | sort -V | tail -n 1
}

# Prints the browser's path: the one named by INNSPILL_CHROMIUM, or the first that is installed.
chromium_path() {
  local name
  for name in "${INNSPILL_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [[ -n $name ]] && have "$name"; then
      command -v "$name"
      return
    fi
  done
}

# Ubuntu's archive knows the browser by another name.
chromium_package() {
  if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
    echo chromium-browser
  else
    echo chromium
  fi
}

# Prints the packages that are missing, one a line. The argument is "fast" or "full".
missing_packages() {
  have cc || echo build-essential
  have node || echo nodejs
  have npm || echo npm
  have openssl || echo openssl
  have python3 || echo python3
  [[ $1 == full ]] || return 0
  [[ -n $(postgres_bin) ]] || echo postgresql
  have clamd || echo clamav-daemon
  have java || echo default-jre-headless
  # By far the largest; whoever cannot spare it sets INNSPILL_SKIP_OFFICE=1, and then its test says
  # loudly that it tested nothing.
  if [[ ${INNSPILL_SKIP_OFFICE:-} != 1 ]]; then
    have localc || echo libreoffice-calc
    have lowriter || echo libreoffice-writer
    # LibreOffice's own module is there for the system's Python alone.
    /usr/bin/python3 -c 'import uno' 2>/dev/null || echo python3-uno
    have pdfinfo || echo poppler-utils
    have qpdf || echo qpdf
  fi
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
  [[ -n $(chromium_path) ]] || printf '%s\n' "$(chromium_package)" fonts-liberation
}

as_root() {
  if ((EUID == 0)); then
    env "$@"
  elif have sudo && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    sudo env "$@"
  else
    return 1
  fi
}

install_packages() {
  local by_hand="apt-get install $*"
  have apt-get || fail "these are missing, under their Debian names: $*"
  echo "Installing what is missing: $*"
  as_root apt-get update -qq || fail "this needs root or sudo; please run: $by_hand"
  as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    >/dev/null || fail "could not install; please run: $by_hand"
}

check_versions() {
  have cargo || fail "Rust is missing; https://rustup.rs says how to install it"
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  ((major >= NODE_MAJOR)) \
    || fail "Node $NODE_MAJOR or newer is needed, this is $(node --version); see https://nodejs.org"
}

# Fetches the packages of one folder when its lock file is newer than what is there.
npm_ci() {
  local folder=$1 stamp=$1/node_modules/.package-lock.json
  if [[ ! -e $stamp || $folder/package-lock.json -nt $stamp ]]; then
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  fi
}

# Fetches the Python packages of some tests, into a folder of their own, when their list is newer.
pip_ci() {
  local list=$1/requirements.txt site=$1/site
  if [[ ! -e $site/.installed || $list -nt $site/.installed ]]; then
    rm -rf "$site"
    python3 -m venv "$site"
    "$site/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
      --require-hashes -r "$list"
    touch "$site/.installed"
  fi
}

# The argument is "fast" or "full".
set_up() {
  local missing
  mapfile -t missing < <(missing_packages "$1")
  if ((${#missing[@]})); then
    install_packages "${missing[@]}"
  fi
  check_versions
  npm_ci tests/browser
  if [[ $1 == full ]]; then
    pip_ci tests/office
    pip_ci tests/s3
    pip_ci tests/open
  fi
}
