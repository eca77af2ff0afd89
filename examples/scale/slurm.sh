#!/usr/bin/env bash
# A Slurm array job, on a cluster of this one machine that is started for it and stopped again (as root; loopback only).
. "$(dirname "${BASH_SOURCE[0]}")/same.sh"
host=$(hostname -s)
munge_pid=
stop() {
  for file in slurmd slurmctld; do [ ! -s "$work/$file.pid" ] || kill "$(cat "$work/$file.pid")" 2> /dev/null || true; done
  [ -z "$munge_pid" ] || kill "$munge_pid" 2> /dev/null || true
  sleep 1
  rm -rf "$work"
}
trap stop EXIT
cd "$work"
mkdir state spool out
chmod 755 "$work"

if ! munge -n 2> /dev/null | unmunge > /dev/null 2>&1; then
  mkdir -p /run/munge
  chown munge:munge /run/munge
  runuser -u munge -- /usr/sbin/munged
  sleep 1
  munge_pid=$(cat /run/munge/munged.pid)
fi

cat > slurm.conf <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
SlurmUser=root
SlurmdUser=root
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmdSpoolDir=$work/spool
StateSaveLocation=$work/state
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
slurmctld -f "$SLURM_CONF"
sleep 2
slurmd -f "$SLURM_CONF"
for _ in $(seq 30); do sinfo -h -o %T 2> /dev/null | grep -q idle && break || sleep 1; done

sbatch --wait "$here/extract.sbatch" "$work/in.jsonl" "$work/out"
# The tasks read a file, the single run standard input: that name stands in the records.
one_process in.jsonl | sed 's#"source":"in.jsonl"#"source":"'"$work"'/in.jsonl"#' > want
cat out/*.ndjson > records
python3 - <<'PY'
import json
# Error records of a file take their id from its name.
for name in ("want", "records"):
    lines = [json.loads(line) for line in open(name)]
    for record in lines:
        if record["type"] == "error":
            del record["id"]
    with open(name, "w") as file:
        file.writelines(json.dumps(record) + "\n" for record in lines)
PY
same 'slurm array of 8' records
