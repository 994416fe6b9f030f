#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A newsroom's PostgreSQL on this machine, to try shared cases out and for the tests; Debian's packages, a cluster of its
# own in a folder, reached through a socket and over the loopback only.
#
#   packaging/newsroom.sh up [FOLDER]              makes and starts it; prints the addresses
#   packaging/newsroom.sh add LOGIN ROLE [NAME]    one more person: viewer, checker, editor or head
#   packaging/newsroom.sh status [FOLDER]
#   packaging/newsroom.sh stop|kill|start [FOLDER] as a server's day goes: stopped, struck down, started again
#   packaging/newsroom.sh backup|restore FILE      of the database, with pg_dump and pg_restore
#   packaging/newsroom.sh psql [ARGUMENT…]         the administrator's psql, in $COUNTERCHECK_NEWSROOM
#   packaging/newsroom.sh down [FOLDER]            takes it down and removes it with everything in it
#
# FOLDER: $COUNTERCHECK_NEWSROOM, or ~/.local/share/countercheck/newsroom (root: /var/tmp/countercheck-newsroom). The port is $COUNTERCHECK_NEWSROOM_PORT, or 54329.
# Passwords are made up and written to FOLDER/pgpass only. NEWSROOM_TLS=1 also makes a certificate for “newsroom.test”.
set -euo pipefail

say() { printf '%s\n' "newsroom: $*" >&2; }
stop_with() {
    say "$*"
    exit 1
}

command=${1-}
case $command in
    up | status | stop | kill | start | down) folder=${2-} ;;
    add | psql | backup | restore) folder= ;;
    *)
        sed -n '3,16s/^# \{0,1\}//p' "$0"
        [ "$command" = -h ] || [ "$command" = --help ] || exit 2
        exit 0
        ;;
esac
usual=${XDG_DATA_HOME:-${HOME:-}/.local/share}/countercheck/newsroom
[ "$(id -u)" -ne 0 ] || usual=/var/tmp/countercheck-newsroom # where the user “postgres” can reach it
folder=${folder:-${COUNTERCHECK_NEWSROOM:-$usual}}
port=${COUNTERCHECK_NEWSROOM_PORT:-54329}
[ ! -f "$folder/port" ] || port=$(<"$folder/port")
data=$folder/data

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1) || programs=
[ -n "$programs" ] && [ -x "$programs/initdb" ] ||
    stop_with "PostgreSQL is not installed: run packaging/dependencies.sh test, or apt-get install postgresql."

# PostgreSQL does not run as root: then the user “postgres”, whom Debian's package makes, owns the cluster.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
    as_owner=(runuser -u postgres --)
fi
owner() { (cd / && "${as_owner[@]}" "$@"); }
# The cluster's administrator comes in through the socket, as the owner of the cluster.
administer() { owner "$programs/psql" --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 \
    --host "$folder/socket" --port "$port" --username postgres "$@"; }
running() { [ -d "$data" ] && owner "$programs/pg_ctl" --pgdata "$data" status >/dev/null 2>&1; }

begin() {
    owner "$programs/pg_ctl" --pgdata "$data" --log "$folder/socket/log" --wait --timeout 60 --silent start >/dev/null ||
        stop_with "the server did not start; its last words: $(tail -n 3 "$folder/socket/log" 2>/dev/null)"
}

secret() { od -An -N18 -tx1 /dev/urandom | tr -d ' \n'; }

add() { # login, role, name
    case $2 in
        viewer | checker | editor | head) ;;
        *) stop_with "“$2” is no role: viewer, checker, editor or head" ;;
    esac
    case $1 in
        *[!a-z0-9_]* | "" | [0-9]*) stop_with "“$1” is no login: small letters, digits and _" ;;
    esac
    local password name=${3:-$1}
    password=$(secret)
    # Through standard input: what stands in a command line, everybody on the machine can read.
    {
        printf "\\\\set %s '%s'\n" login "$1" role "countercheck_$2" name "${name//\'/\'\'}" password "$password"
        cat <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'login') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'login') \gexec
SELECT format('ALTER ROLE %I PASSWORD %L', :'login', :'password') \gexec
SELECT format('REVOKE %I FROM %I', roleid::regrole, :'login') FROM pg_auth_members
 WHERE member = (:'login')::regrole AND roleid::regrole::text LIKE 'countercheck_%' \gexec
SELECT format('GRANT %I TO %I', :'role', :'login') \gexec
INSERT INTO countercheck.person (login, name) VALUES (:'login', :'name')
ON CONFLICT (login) DO UPDATE SET name = excluded.name;
SQL
    } | administer --dbname newsroom
    (
        umask 077
        { [ ! -f "$folder/pgpass" ] || grep -v ":$1:[0-9a-f]*\$" "$folder/pgpass" || true; } >"$folder/pgpass-new"
        printf '%s\n' {localhost,127.0.0.1,newsroom.test}":$port:*:$1:$password" >>"$folder/pgpass-new"
        mv "$folder/pgpass-new" "$folder/pgpass"
    )
}

case $command in
    up)
        if [ -d "$data" ]; then
            running || begin
        else
            mkdir -p "$folder"
            chmod 711 "$folder"
            mkdir -p "$folder/socket" "$data"
            [ ${#as_owner[@]} -eq 0 ] || chown postgres "$folder/socket" "$data"
            owner test -w "$data" ||
                stop_with "the user “postgres” cannot reach $folder: name a folder whose parents it may enter."
            printf '%s\n' "$port" >"$folder/port"
            owner "$programs/initdb" --pgdata "$data" --username postgres --encoding UTF8 --locale C.UTF-8 \
                --auth-local peer --auth-host scram-sha-256 --data-checksums >/dev/null
            # Whoever may act as the cluster's owner is its administrator; nobody else comes in without a password.
            printf 'cluster %s postgres\n' "$(owner id -un)" | owner tee -a "$data/pg_ident.conf" >/dev/null
            owner sed -i 's/^local.*$/local all postgres peer map=cluster/' "$data/pg_hba.conf"
            owner tee -a "$data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$folder/socket'
max_connections = 120
log_statement = none
log_connections = off
password_encryption = 'scram-sha-256'
CONF
            if [ "${NEWSROOM_TLS-}" = 1 ]; then
                owner openssl req -new -x509 -days 30 -nodes -subj /CN=newsroom.test -newkey rsa:2048 \
                    -addext subjectAltName=DNS:newsroom.test -keyout "$data/server.key" -out "$data/server.crt" 2>/dev/null
                owner chmod 600 "$data/server.key"
                owner tee -a "$data/postgresql.conf" >/dev/null <<<"ssl = on"
                owner cat "$data/server.crt" >"$folder/authority.crt"
            fi
            begin
            administer --dbname postgres --command "CREATE DATABASE newsroom ENCODING 'UTF8' TEMPLATE template0"
            root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
            for step in "$root"/resources/share/[0-9]*.sql; do
                administer --dbname newsroom --single-transaction <"$step" >/dev/null
            done
            add hana head Hana
            add edgar editor Edgar
            add chloe checker Chloe
            add vera viewer Vera
        fi
        say "up, on port $port; people: hana (head), edgar (editor), chloe (checker), vera (viewer)"
        printf '%s\n' "export PGPASSFILE=$folder/pgpass" "countercheck-cli share CASE.countercheck 'postgresql://hana@localhost:$port/newsroom?case=NAME'"
        ;;
    add)
        [ $# -ge 3 ] || stop_with "add needs a login and a role, for instance: packaging/newsroom.sh add mia checker Mia"
        running || stop_with "it is not up; start it with packaging/newsroom.sh up"
        add "$2" "$3" "${4-}"
        ;;
    psql)
        running || stop_with "it is not up; start it with packaging/newsroom.sh up"
        shift
        administer --dbname newsroom "$@"
        ;;
    backup)
        owner "$programs/pg_dump" --host "$folder/socket" --port "$port" --username postgres --format custom newsroom \
            >"${2:?backup needs a file}"
        ;;
    restore)
        [ -r "${2:?restore needs a file}" ] || stop_with "$2 cannot be read"
        administer --dbname postgres --command "DROP DATABASE newsroom WITH (FORCE)" \
            --command "CREATE DATABASE newsroom ENCODING 'UTF8' TEMPLATE template0"
        owner "$programs/pg_restore" --host "$folder/socket" --port "$port" --username postgres --dbname newsroom \
            --exit-on-error --single-transaction <"$2"
        ;;
    status)
        if running; then
            printf 'up, on port %s, in %s\n' "$port" "$folder"
        elif [ -d "$data" ]; then
            printf 'stopped, in %s\n' "$folder"
            exit 3
        else
            printf 'none in %s\n' "$folder"
            exit 3
        fi
        ;;
    stop) owner "$programs/pg_ctl" --pgdata "$data" --mode fast --silent --wait stop >/dev/null ;;
    kill) owner "$programs/pg_ctl" --pgdata "$data" --mode immediate --silent --wait stop >/dev/null ;;
    start) running || begin ;;
    down)
        [ -d "$data" ] || [ -f "$folder/port" ] || {
            say "none in $folder"
            exit 0
        }
        ! running || owner "$programs/pg_ctl" --pgdata "$data" --mode immediate --silent --wait stop >/dev/null
        rm -rf "$folder/data" "$folder/socket" "$folder/pgpass" "$folder/port" "$folder/authority.crt"
        rmdir "$folder" 2>/dev/null || true
        say "down; everything that was in it is gone"
        ;;
esac
