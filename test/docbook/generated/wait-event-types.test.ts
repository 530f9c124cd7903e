import { expect, test } from 'vitest';
import { generateFrom, placesOf } from './inputs.ts';

const path = 'src/backend/utils/activity/wait_event_names.txt';
const generate = (text: string) => generateFrom('wait_event_types.sgml', { [path]: text });
const namesIn = (text: string) =>
  [...text.matchAll(/<entry><literal>(\w+)<\/literal><\/entry>/g)].map(([, name]) => name);

test('a class becomes a table, its names in camel case', () => {
  const { text, findings } = generate(`# A comment

Section: ClassName - WaitEventIPC

GULL_FEED_2\t"Waiting for <literal>fish</literal>, see <xref linkend="fish"/>."
`);
  expect(text).toBe(`  <table id="wait-event-ipc-table">
   <title>Wait Events of Type <literal>Ipc</literal></title>
   <tgroup cols="2">
    <thead>
     <row>
      <entry><literal>IPC</literal> Wait Event</entry>
      <entry>Description</entry>
     </row>
    </thead>

    <tbody>
     <row>
      <entry><literal>GullFeed2</literal></entry>
      <entry>Waiting for <literal>fish</literal>, see <xref linkend="fish"/>.</entry>
     </row>
    </tbody>
   </tgroup>
  </table>

`);
  expect(findings).toEqual([]);
});

test('classes and events are sorted whatever their case, late additions too; locks keep their names', () => {
  const { text } = generate(`Section: ClassName - WaitEventLWLock
ropeEnd\t"Waiting for a rope."
OarSLRU\t"Waiting for an oar."
Section: ClassName - WaitEventBuoy
TIDE\t"Waiting for the tide."
FOG_LIFT\t"Waiting for fog."
ABI_compatibility:
MOON\t\t"Waiting for the moon."
Section: ClassName - WaitEventEmpty
`);
  expect([...text.matchAll(/<table id="(.*?)">/g)].map(([, id]) => id)).toEqual([
    'wait-event-buoy-table',
    'wait-event-lwlock-table',
  ]);
  expect(namesIn(text)).toEqual(['FogLift', 'Moon', 'Tide', 'OarSLRU', 'ropeEnd']);
});

test('malformed and hostile lines are left out, each with its place', () => {
  const generated = generate(`EARLY\t"Waiting outside of a section."
Section: ClassName - WaitEventBuoy
NO_STOP\t"Waiting for a full stop"
NO_QUOTES\tWaiting for quotes.
SPACES "Waiting for a tab."
BROKEN\t"Waiting for </entry><entry>."
GOOD\t"Waiting well."
Section: Buoys
LOST\t"Waiting in an unknown section."
`);
  expect(placesOf(generated)).toEqual([1, 3, 4, 5, 6, 8, 9].map((line) => `${path}:${line}`));
  expect(namesIn(generated.text)).toEqual(['Good']);
});
