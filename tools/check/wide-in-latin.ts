/** Full-width marks where the English has the half-width one between the same letters; see rules/punctuation-width.ts. */
import { finder } from './finder.ts';
import type { Remark, Subject } from './types.ts';

/** What is compared on either side of a mark. */
const COMPARED = 20;
const BEFORE = new RegExp(`[A-Za-z0-9]{1,${COMPARED}}$`);
const AFTER = new RegExp(`^[A-Za-z0-9]{1,${COMPARED}}`);

/** @param wide half-width mark -> full-width one */
export function* latinMarkRemarks({ prose, entry }: Subject, wide: ReadonlyMap<string, string>): Iterable<Remark> {
  const inSource = finder(entry.source);
  for (const [narrow, mark] of wide) {
    for (let at = prose.indexOf(mark); at >= 0; at = prose.indexOf(mark, at + 1)) {
      const before = BEFORE.exec(prose.slice(Math.max(0, at - COMPARED), at))?.[0];
      const after = before === undefined ? undefined : AFTER.exec(prose.slice(at + 1, at + 1 + COMPARED))?.[0];
      if (after === undefined || !inSource(`${before}${narrow}${after}`)) continue;
      const message = `full-width "${mark}" in "${before}${mark}${after}"; expected "${narrow}", as in the English`;
      yield { message, from: at, to: at + 1, fix: narrow };
    }
  }
}
