/** A manual of a few sentences as a plain folder, for tests that sync it many times. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SGML } from './upstream.ts';

/** Paragraphs of each chapter, by part; parts and chapters are named by their ids. */
export type SmallManual = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function writeManual(dir: string, manual: SmallManual): void {
  const parts = Object.entries(manual).map(([part, chapters]) => {
    const inside = Object.entries(chapters).map(([id, paragraphs]) => {
      const text = paragraphs.map((words) => `<para>${words}</para>`).join('\n');
      return `<chapter id="${id}"><title>About ${id}</title>\n${text}\n</chapter>`;
    });
    return `<part id="${part}"><title>Part ${part}</title>\n${inside.join('\n')}\n</part>`;
  });
  const declarations = '<!ENTITY version "1.0">\n<!ENTITY majorversion "1">';
  const book = `<book id="postgres">\n<title>Jars</title>\n${parts.join('\n')}\n</book>`;
  mkdirSync(join(dir, SGML), { recursive: true });
  writeFileSync(join(dir, SGML, 'postgres.sgml'), `<!DOCTYPE book [\n${declarations}\n]>\n${book}\n`);
}
