#!/usr/bin/env bash
# GNU parallel over ssh: two "machines", which are sshd processes on the loopback, each with a home folder of its own.
# Nothing outside of one temporary folder is read or written: keys, known hosts and homes are made for the run.
. "$(dirname "${BASH_SOURCE[0]}")/same.sh"
servers=()
stop() {
  for server in "${servers[@]}"; do kill "$server" 2> /dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
cd "$work"
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_machine NAME: a server that NAME in ssh.conf leads to. Sessions begin in its folder and have its bin in their PATH.
start_machine() {
  local port
  port=$(free_port)
  mkdir -p "$1/bin"
  ssh-keygen -q -t ed25519 -N '' -f "$1.key"
  cat > "$1.conf" << CONF
ListenAddress 127.0.0.1:$port
HostKey $work/$1.key
AuthorizedKeysFile $work/user.key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
SetEnv HOME=$work/$1 PATH=$work/$1/bin:/usr/bin:/bin
ForceCommand cd "\$HOME" && exec bash -c "\$SSH_ORIGINAL_COMMAND"
CONF
  cat >> ssh.conf << CONF
Host $1
  HostName 127.0.0.1
  Port $port
CONF
  /usr/sbin/sshd -D -f "$work/$1.conf" -E "$work/$1.log" &
  servers+=($!)
  for _ in $(seq 50); do ssh -F ssh.conf "$1" true 2> /dev/null && return || sleep 0.1; done
  cat "$1.log"
  exit 1
}

ssh-keygen -q -t ed25519 -N '' -f user.key
cat > ssh.conf << CONF
User $(id -un)
IdentityFile $work/user.key
IdentitiesOnly yes
BatchMode yes
UserKnownHostsFile $work/known_hosts
StrictHostKeyChecking accept-new
CONF
start_machine one
start_machine two
cp "$(command -v onrecord)" one/bin/
export PARALLEL_SSH="ssh -F $work/ssh.conf" PARALLEL_HOME=$work/parallel
mkdir "$PARALLEL_HOME"

# Files: each goes to a machine, its records come back, and nothing stays there. The second machine has no onrecord yet.
split -n l/8 -d in.jsonl part.
extract_file='onrecord extract -q --from jsonl --pass url -o {}.ndjson - < {} || [ $? = 4 ]'
over_ssh() {
  parallel -S 1/one,1/two --joblog log "$@" --transferfile {} --return {}.ndjson --cleanup "$extract_file" ::: part.0[0-7]
}
over_ssh 2> errors && { echo 'a machine without onrecord did not fail'; exit 1; }
failed=$(awk 'NR > 1 && $7 != 0' log | wc -l)
test "$failed" -gt 0 && test "$failed" -lt 8 || { cat errors log; echo "$failed of 8 jobs failed"; exit 1; }
test "$(find part.*.ndjson | wc -l)" = $((8 - failed)) || { echo 'not the files that the log tells of'; exit 1; }
cp one/bin/onrecord two/bin/
over_ssh --resume-failed
test "$(grep -c . log)" = $((1 + 8 + failed)) || { cat log; echo 'not just the failed jobs were done again'; exit 1; }
test -z "$(find one two -name 'part.*')" || { echo 'files stayed on a machine'; exit 1; }
cat part.*.ndjson > files
same "parallel over ssh, files, $failed of 8 by --resume-failed" files

# A stream: blocks go to both machines, the records come back in order.
parallel --pipe -k -S 1/one,1/two --block 50k 'onrecord extract -q --from jsonl --pass url || [ $? = 4 ]' < in.jsonl > stream
cmp want stream
grep -q 'Accepted publickey' one.log && grep -q 'Accepted publickey' two.log
same 'parallel --pipe over ssh' stream
