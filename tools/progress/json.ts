/** Progress for programs: progress/progress.json and progress/<version>.json. Their shape is a promise (architecture.md). */
import type { Amount, PageFacts, PartFacts, VersionFacts } from './types.ts';

export function progressJson(language: string, versions: readonly VersionFacts[], more: object): string {
  return print({ language, versions: versions.map((facts) => ({ ...headOf(facts), ...whole(facts) })), ...more });
}

export function versionJson(language: string, facts: VersionFacts, more: object): string {
  const pages = [...facts.parts, facts.notes].flatMap((part) => part.pages.map(pageOf));
  return print({ language, ...headOf(facts), ...whole(facts), pages, ...more });
}

function headOf({ version, release, date, current }: VersionFacts) {
  return { version, release, date: date ?? null, current };
}

function whole({ parts, notes, words, segments }: VersionFacts) {
  return { ...amount({ words, segments }), releaseNotes: amount(notes), parts: parts.map(partOf) };
}

function partOf({ id, title, pages, ...counts }: PartFacts) {
  return { part: id, title: title ?? null, pages: pages.length, ...amount(counts) };
}

function pageOf({ name, title, part, file, isNotes, ...counts }: PageFacts) {
  return { page: name, title, part, file: file ?? null, releaseNotes: isNotes, ...amount(counts) };
}

const amount = ({ segments, words }: Amount) => ({ segments, words });

const print = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;
