/**
 * What people who use PostgreSQL type into the search of its manual, and the pages of version 18 that they hope to find.
 * Written down before anything was tuned: an expectation is changed only where it was plainly wrong, and then the commit says why.
 */

export interface Query {
  readonly query: string;
  /** Names of pages; any one of them among the first three results will do. */
  readonly wants: readonly string[];
}

export const CHINESE_QUERIES: readonly Query[] = [
  { query: '事务隔离级别', wants: ['transaction-iso'] },
  { query: '分区表', wants: ['ddl-partitioning'] },
  { query: '外键约束', wants: ['ddl-constraints', 'tutorial-fk'] },
  {
    query: '逻辑复制',
    wants: [
      'logical-replication',
      'logical-replication-quick-setup',
      'logical-replication-publication',
      'logical-replication-subscription',
    ],
  },
  { query: '窗口函数', wants: ['functions-window', 'tutorial-window'] },
  { query: '全文检索', wants: ['textsearch', 'textsearch-intro', 'textsearch-tables', 'functions-textsearch'] },
  { query: '查看执行计划', wants: ['using-explain', 'sql-explain'] },
  { query: '死锁', wants: ['explicit-locking', 'runtime-config-locks'] },
  { query: '时间点恢复', wants: ['continuous-archiving'] },
  {
    query: '物化视图',
    wants: ['rules-materializedviews', 'sql-creatematerializedview', 'sql-refreshmaterializedview'],
  },
  { query: '自动清理', wants: ['routine-vacuuming', 'runtime-config-vacuum'] },
  { query: '存储过程', wants: ['xproc', 'sql-createprocedure', 'sql-call'] },
  { query: '批量导入数据', wants: ['populate', 'sql-copy'] },
  { query: '递归查询', wants: ['queries-with', 'sql-select'] },
  { query: '流复制', wants: ['warm-standby', 'runtime-config-replication'] },
  { query: '修改用户密码', wants: ['sql-alterrole', 'sql-alteruser', 'app-psql'] },
  { query: '行级安全策略', wants: ['ddl-rowsecurity', 'sql-createpolicy'] },
  { query: '创建 GIN 索引', wants: ['gin', 'sql-createindex', 'textsearch-indexes'] },
  { query: 'jsonb 查询', wants: ['functions-json', 'datatype-json'] },
  { query: 'pg_hba.conf 配置', wants: ['auth-pg-hba-conf'] },
];

export const ENGLISH_QUERIES: readonly Query[] = [
  { query: 'max_connections', wants: ['runtime-config-connection'] },
  { query: 'work_mem', wants: ['runtime-config-resource'] },
  { query: 'idle_in_transaction_session_timeout', wants: ['runtime-config-client'] },
  { query: 'CREATE INDEX CONCURRENTLY', wants: ['sql-createindex'] },
  { query: 'ALTER TABLE ADD COLUMN', wants: ['sql-altertable', 'ddl-alter'] },
  { query: 'INSERT ON CONFLICT', wants: ['sql-insert'] },
  { query: 'SELECT FOR UPDATE SKIP LOCKED', wants: ['sql-select', 'explicit-locking'] },
  { query: 'pg_dump', wants: ['app-pgdump'] },
  { query: 'pg_stat_activity', wants: ['monitoring-stats'] },
  { query: 'generate_series', wants: ['functions-srf'] },
  { query: 'string_agg', wants: ['functions-aggregate'] },
  { query: 'row level security', wants: ['ddl-rowsecurity', 'sql-createpolicy'] },
  { query: 'transaction isolation', wants: ['transaction-iso', 'sql-set-transaction'] },
  { query: 'regular expression', wants: ['functions-matching'] },
  {
    query: 'foreign data wrapper',
    wants: ['ddl-foreign-data', 'postgres-fdw', 'fdwhandler', 'sql-createforeigndatawrapper'],
  },
  { query: 'partition pruning', wants: ['ddl-partitioning'] },
  { query: 'vacuum freeze wraparound', wants: ['routine-vacuuming'] },
  { query: 'point-in-time recovery', wants: ['continuous-archiving'] },
  { query: 'jsonb index', wants: ['datatype-json', 'gin'] },
  { query: 'upgrade to a new major version', wants: ['upgrading', 'pgupgrade'] },
];
