/**
 * Which file may import which. The rooms of tools/ stand in one order and import only what stands above them; the
 * picture is in docs/guide/architecture.md. Run by `npm run check`.
 */
const rooms = [
  'docbook',
  'project',
  'segment',
  'align',
  'catalog',
  'glossary',
  'check',
  'po',
  'draft',
  'status',
  'render',
  'articles',
  'page-markdown',
  'ledger',
  'review',
  'points',
  'progress',
  'elsewhere',
  'people',
  'io',
  'commands',
];

/** These look at no room at all; and no room looks at io. */
const alone = ['project', 'io'];

const inRoom = (names) => `^tools/(${names.join('|')})/`;

/** A room may import itself, rooms above it, and failure.ts. */
const order = rooms
  .filter((room) => room !== 'commands')
  .map((room, at) => {
    const above = alone.includes(room) ? [] : rooms.slice(0, at).filter((each) => each !== 'io');
    return {
      name: `${room}-imports-only-what-is-above`,
      comment: `tools/${room} may import ${[room, ...above].map((each) => `${each}/`).join(', ')} and failure.ts.`,
      severity: 'error',
      from: { path: inRoom([room]) },
      to: { path: '^(tools|\\.vitepress|test)/', pathNot: [inRoom([room, ...above]), '^tools/failure\\.ts$'] },
    };
  });

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'commands-import-rooms-only',
      comment: 'Arguments, terminal and exit codes belong to cli.ts and bot.ts, which import commands, not the other way.',
      severity: 'error',
      from: { path: inRoom(['commands']) },
      to: { path: '^(tools/([^/]+\\.ts$|cli/)|test/)', pathNot: '^tools/failure\\.ts$' },
    },
    {
      name: 'site-shell-knows-no-room',
      comment: 'The shell gets finished HTML; it may import failure.ts, and types.',
      severity: 'error',
      from: { path: '^\\.vitepress/' },
      to: { path: '^(tools|test)/', pathNot: '^tools/failure\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'failure-imports-nothing',
      severity: 'error',
      from: { path: '^tools/failure\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'no-network-and-no-files-in-rooms',
      comment: 'Rooms are pure: readers and writers are in io/, and commands wire them.',
      severity: 'error',
      from: { path: '^tools/', pathNot: ['^tools/(io|commands|cli)/', '^tools/(cli|bot|terminal)\\.ts$'] },
      to: {
        path: '^(node:)?(fs|fs/promises|http|https|net|child_process|os|worker_threads)$|node_modules/(simple-git|@octokit|write-file-atomic|proper-lockfile|tinyglobby)/',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over; sections/ is bundled by its path.',
      severity: 'error',
      from: { orphan: true, path: '^(tools|\\.vitepress)/', pathNot: '\\.d\\.ts$|^\\.vitepress/theme/sections/index\\.ts$' },
      to: {},
    },
    {
      name: 'no-unknown-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-tools',
      severity: 'error',
      from: { path: '^(tools|\\.vitepress)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)\\.cache/', '(^|/)\\.temp/', '(^|/)dist/', '^\\.vitepress/theme/.*\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
