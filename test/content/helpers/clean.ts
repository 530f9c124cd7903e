/** A server made as good as new between two documents. */
import { execFileSync } from 'node:child_process';
import type { Cluster } from './postgres.ts';

const DATABASES = `SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')`;
const ROLES = `SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres'`;

/** Databases, slots, roles and settings are the cluster's, not a database's, so they are taken away one by one. */
export function clean(cluster: Cluster, database: string): void {
  const names = (sql: string) =>
    ask(cluster, 'postgres', sql)
      .split('\n')
      .filter((name) => name !== '');
  const databases = names(DATABASES);
  for (const name of databases) dropSubscriptions(cluster, name);
  ask(
    cluster,
    'postgres',
    `SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE active;
     SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots;`,
  );
  for (const name of databases) ask(cluster, 'postgres', `DROP DATABASE "${name}" WITH (FORCE);`);
  const roles = names(ROLES).map((role) => `DROP OWNED BY "${role}"; DROP ROLE "${role}";`);
  const settings = ['ALTER SYSTEM RESET ALL;', 'ALTER ROLE postgres RESET ALL;', 'SELECT pg_reload_conf();'];
  // One statement a transaction: neither ALTER SYSTEM nor CREATE DATABASE may share one.
  ask(cluster, 'postgres', [...roles, ...settings, `CREATE DATABASE ${database};`].join('\n'));
}

/** The slot at the publisher goes with the publisher's own cleaning. */
function dropSubscriptions(cluster: Cluster, database: string): void {
  const query =
    'SELECT subname FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())';
  for (const name of ask(cluster, database, query)
    .split('\n')
    .filter((line) => line !== '')) {
    const alter = `ALTER SUBSCRIPTION "${name}"`;
    ask(cluster, database, `${alter} DISABLE; ${alter} SET (slot_name = NONE); DROP SUBSCRIPTION "${name}";`);
  }
}

function ask(cluster: Cluster, database: string, input: string): string {
  const options = ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', database];
  return execFileSync('psql', options, { ...cluster.client, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}
