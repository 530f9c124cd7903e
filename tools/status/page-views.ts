/** How often pages are read: `page,views` a line, as web statistics give it. What is wrong comes back with its line. */

export interface PageViews {
  readonly views: ReadonlyMap<string, number>;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a CSV (RFC 4180) of two columns, whose first line is `page,views`. A page may bear its `.html`. */
export function parsePageViews(text: string): PageViews {
  const views = new Map<string, number>();
  const problems: { line: number; message: string }[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((row, at) => {
      const line = at + 1;
      if (row.trim() === '') return;
      const [page = '', count = '', ...more] = row.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      if (at === 0) {
        if (page !== 'page' || count !== 'views') problems.push({ line, message: '`page,views` expected' });
        return;
      }
      if (more.length > 0 || !/^[\w.-]+$/.test(page) || !/^\d{1,15}$/.test(count)) {
        problems.push({ line, message: `a page and a whole number expected, such as \`sql-select,1234\`: ${row}` });
        return;
      }
      const name = page.replace(/\.html$/, '');
      views.set(name, (views.get(name) ?? 0) + Number(count));
    });
  return { views, problems };
}
