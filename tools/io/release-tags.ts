/**
 * PostgreSQL's release tags: REL_18_6, REL_19_BETA1, REL_19_RC1; before version 10 REL9_6_24.
 *
 * @see https://www.postgresql.org/support/versioning/
 */
const TAG = /^REL_?([0-9]+(?:_[0-9]+)??)_(BETA|RC|)([0-9]+)$/;

interface ReleaseTag {
  /** `18`, `9.6` */
  readonly major: string;
  readonly stage: 'BETA' | 'RC' | '';
  readonly number: number;
}

function read(tag: string): ReleaseTag | undefined {
  const [, digits = '', stage = '', number = ''] = TAG.exec(tag) ?? [];
  if (digits === '') return undefined;
  return { major: digits.replace('_', '.'), stage: stage as ReleaseTag['stage'], number: Number(number) };
}

/** The newest release tag of a major: by number, a release before any candidate, a candidate before any beta. */
export function newestRelease(major: string, tags: readonly string[]): string | undefined {
  const rank = { BETA: 0, RC: 1, '': 2 };
  const found = tags.flatMap((tag) => {
    const release = read(tag);
    return release?.major === major ? [{ tag, ...release }] : [];
  });
  return found.toSorted((a, b) => rank[b.stage] - rank[a.stage] || b.number - a.number)[0]?.tag;
}

/** `18.6` of REL_18_6, `19beta1` of REL_19_BETA1; undefined for a name that is no release tag. */
export function releaseOfTag(tag: string): string | undefined {
  const release = read(tag);
  if (release === undefined) return undefined;
  const { major, stage, number } = release;
  return stage === '' ? `${major}.${number}` : `${major}${stage.toLowerCase()}${number}`;
}
