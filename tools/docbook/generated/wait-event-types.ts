/**
 * wait_event_types.sgml: one table a class of wait events, classes and events in alphabetical order whatever their
 * case. As src/backend/utils/activity/generate-wait_event_types.pl writes it for the documentation.
 */
import type { Finding } from '../types.ts';
import { type InputLine, isWellFormed, linesOf, malformed, wellFormedText } from './input.ts';
import type { GeneratedFile, ReadInput } from './types.ts';

const path = 'src/backend/utils/activity/wait_event_names.txt';

export const waitEventInputs: readonly string[] = [path];

interface WaitEvent {
  /** As the input has it: ARCHIVER_MAIN. */
  readonly name: string;
  /** DocBook, without the quotes around it. */
  readonly description: string;
}

/** Writes wait_event_types.sgml. */
export function generateWaitEventTypes(read: ReadInput): GeneratedFile | undefined {
  const text = read(path);
  if (text === undefined) return undefined;
  const findings: Finding[] = [];
  const classes = readClasses(linesOf(path, text), findings);
  const tables = [...classes]
    .filter(([, events]) => events.length > 0)
    .sort(([a], [b]) => compareIgnoringCase(a, b))
    .map(([className, events]) => table(className, events));
  return { text: tables.join(''), findings };
}

/** Class ("Activity", "LWLock") -> its events. */
function readClasses(lines: readonly InputLine[], findings: Finding[]): Map<string, WaitEvent[]> {
  const classes = new Map<string, WaitEvent[]>();
  let className: string | undefined;
  for (const line of lines) {
    // The events after "ABI_compatibility:" only keep their place in C; in the manual they are sorted in.
    if (line.value.startsWith('#') || line.value.trim() === '' || line.value === 'ABI_compatibility:') continue;
    if (line.value.startsWith('Section:')) {
      className = /^Section: ClassName - WaitEvent(\w+)$/.exec(line.value)?.[1];
      if (className === undefined) findings.push(malformed(line, '"Section: ClassName - WaitEventIO" or the like'));
      else if (!classes.has(className)) classes.set(className, []);
      continue;
    }
    const [, name, description] = /^(\w+)\t+"(\w.*\.)"$/.exec(line.value) ?? [];
    if (className === undefined || name === undefined || description === undefined) {
      const expected = 'below a section, a name, a tab and a sentence in double quotes with its full stop';
      findings.push(malformed(line, expected));
    } else if (isWellFormed(description)) {
      classes.get(className)!.push({ name, description });
    } else {
      findings.push(malformed(line, wellFormedText));
    }
  }
  return classes;
}

/** ARCHIVER_MAIN -> ArchiverMain; locks already bear the name that users see. */
function shownName(className: string, name: string): string {
  if (className === 'LWLock' || className === 'Lock') return name;
  return name
    .split('_')
    .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
    .join('');
}

function table(className: string, events: readonly WaitEvent[]): string {
  const lower = className.toLowerCase();
  const sorted = [...events].sort((a, b) => compareIgnoringCase(a.name, b.name));
  const rows = sorted.map((event) => row(className, event));
  return `  <table id="wait-event-${lower}-table">
   <title>Wait Events of Type <literal>${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}</literal></title>
   <tgroup cols="2">
    <thead>
     <row>
      <entry><literal>${className}</literal> Wait Event</entry>
      <entry>Description</entry>
     </row>
    </thead>

    <tbody>
${rows.join('')}    </tbody>
   </tgroup>
  </table>

`;
}

function row(className: string, { name, description }: WaitEvent): string {
  return `     <row>
      <entry><literal>${shownName(className, name)}</literal></entry>
      <entry>${description}</entry>
     </row>
`;
}

// By character, not by locale: upstream's order, the same on every machine.
function compareIgnoringCase(a: string, b: string): number {
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}
