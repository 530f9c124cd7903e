/** Whether a listing is shell commands without prompts, and where a command ends. */

/** Programs of a PostgreSQL installation, and those that a manual of it tells readers to call. */
const PROGRAMS = [
  'clusterdb createdb createuser dropdb dropuser ecpg initdb oid2name pg_amcheck pg_archivecleanup pg_basebackup pgbench',
  'pg_checksums pg_combinebackup pg_config pg_controldata pg_createsubscriber pg_ctl pg_dump pg_dumpall pg_isready',
  'pg_receivewal pg_recvlogical pg_resetwal pg_restore pg_rewind pg_test_fsync pg_test_timing pg_upgrade pg_verifybackup',
  'pg_waldump pg_walsummary postgres psql reindexdb vacuumdb vacuumlo',
  'apt-get awk bash brew bunzip2 bzip2 c++ cat cc cd chmod chown configure cp diff dnf docker echo env export find g++ gcc git gmake gpg grep gunzip',
  'gzip initctl ipcrm ipcs kill ld ln ls make meson mkdir mount mv nice ninja nohup openssl perl pkg port ps python3 rm rsync scp sed setenv sh',
  'split ssh su sudo sysctl systemctl tar ulimit umount useradd vi wget xargs yum zcat',
].join(' ');
const KNOWN = new Set(PROGRAMS.split(' '));

const ASSIGNMENTS = /^(?:[A-Z_][A-Z0-9_]*=(?:'[^']*'|"[^"]*"|\S*)[ \t]+)*/;

/** Every command starts with the name of a known program; at least one does. */
export function looksLikeShell(text: string): boolean {
  const lines = text
    .replace(/\\[ \t]*\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^[ \t]*#[ \t]/.test(line));
  return lines.length > 0 && lines.every(isCommand);
}

function isCommand(line: string): boolean {
  const command = line.trim().replace(ASSIGNMENTS, '');
  const [program = '', next = ''] = command.split(/[ \t]+/);
  // A name that is also a word of English or SQL: "make sure", a list of programs with what they do.
  if (/^(?:=|:|is|are|was|sure|[A-Z][a-z]+$)/.test(next)) return false;
  const name = program.replace(/^(?:[\w.~-]*\/)+/, '');
  return KNOWN.has(name) && /^[\w./~+-]+$/.test(program);
}

/** A command ends with its line, unless a backslash carries it on. */
export function shellCommandEnd(text: string, from: number): number {
  const end = /(?<!\\)(?:\n|$)/.exec(text.slice(from))?.index;
  return from + (end ?? text.length - from);
}
