/** The 404 page: reads the address, and offers the page of that name in the current manual, and a search for its words. */

/** An address as upstream's site has had them: `docs/9.6/static/sql-select.html`, `docs/devel/SQL-SELECT`. */
const MANUAL = /^docs\/[^/]+\/(?:static\/)?([\w.-]+?)(?:\.html?)?\/?$/i;

export function helpTheLost(): void {
  const box = document.querySelector<HTMLElement>('.lost');
  const base = box?.dataset.base;
  if (!box || base === undefined || !location.pathname.startsWith(base)) return;
  const path = location.pathname.slice(base.length);
  const words = wordsOf(path);
  if (words === '') return;
  offer(
    box,
    `${base}index.html?q=${encodeURIComponent(words)}`,
    (box.dataset.search ?? '').replace('{words}', () => words),
  );
  const page = MANUAL.exec(path)?.[1]?.toLowerCase();
  if (page === undefined) return;
  const there = `docs/current/${page}.html`;
  fetch(base + there, { method: 'HEAD' })
    .then(({ ok }) => ok && offer(box, base + there, there))
    .catch(() => undefined);
}

/** The last part of the address as words: `sql-createtable.html` → `sql createtable`. */
function wordsOf(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/\.\w+$/, '')
      .replace(/[-_.+\s]+/g, ' ')
      .trim();
  } catch {
    return '';
  }
}

/** The page first, then the search. */
function offer(box: HTMLElement, href: string, text: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  const item = document.createElement('li');
  item.append(link);
  box.querySelector('ul')?.prepend(item);
  box.hidden = false;
}
