/** An artifact with something of everything, and parts of one. */
import type { Artifact, ArtifactFinding, ArtifactSegment } from '../../tools/review/artifact.ts';

const counts = { untranslated: 1, machine: 0, stale: 0, translated: 2, reviewed: 0 };
export const HEAD = 'a'.repeat(40);

/** Nothing is wrong, and nothing changed. */
export const quiet: Artifact = {
  schema: 1,
  pullRequest: 7,
  head: HEAD,
  base: 'b'.repeat(40),
  mergeBase: 'c'.repeat(40),
  kinds: [{ kind: 'translation', total: 1, paths: ['translations/zh-CN/sql/jars.md'] }],
  maintainer: false,
  boxes: { machine: false, read: true },
  isSync: false,
  pages: 1,
  entries: { before: counts, after: { ...counts, untranslated: 0, translated: 3 } },
  words: { before: counts, after: counts },
  moves: [{ from: 'untranslated', to: 'translated', entries: 1, words: 12 }],
  segments: { total: 1, list: [] },
  findings: { errors: 0, warnings: 0, list: [] },
  replacement: null,
  people: [{ id: 1, login: 'ada', points: 1234 }],
  others: [],
  notes: [],
};

export const finding = (message: string, severity: ArtifactFinding['severity'] = 'error'): ArtifactFinding => ({
  severity,
  rule: 'links',
  file: 'translations/zh-CN/sql/jars.md',
  line: 5,
  message,
});

export const segment = (text: string): ArtifactSegment => ({
  file: 'translations/zh-CN/sql/jars.md',
  page: 'jars',
  key: '0123456789',
  line: 5,
  from: 'stale',
  to: 'translated',
  words: 3,
  english: [
    ['same', 'Open '],
    ['gone', text],
  ],
  target: [
    ['same', text],
    ['same', text],
    ['gone', text],
    ['come', text],
  ],
  terms: [{ term: text, targets: [text] }],
  memory: [
    { percent: 90, page: text, source: text, target: text },
    { percent: 100, page: text, source: text, target: text },
  ],
});

/** With this text in every place that takes a text. */
export const full = (text: string): Artifact => ({
  ...quiet,
  kinds: [{ kind: 'guarded', total: 1, paths: [text] }],
  segments: { total: 1, list: [{ ...segment(text), file: text, page: text }] },
  findings: {
    errors: 2,
    warnings: 1,
    list: [finding(text), { ...finding(text), file: text }, finding(text, 'warning')],
  },
  replacement: { old: text, new: text, proved: false, entries: 1, places: 1 },
  others: [{ number: 8, title: text, entries: [{ page: text, key: '0123456789' }], total: 1 }],
  notes: [text],
});
