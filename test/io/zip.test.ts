import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { onlyFile } from '../../tools/io/zip.ts';

interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** What the archive says of the size; the truth by default. */
  readonly claimed?: number;
}

/** A zip archive with deflated files. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zip(...parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length } of parts) {
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed, 18);
    common.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, label]));
    bodies.push(body);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...entries, end]);
}

const expected = { name: 'check.json', most: 1000 };
const text = (name: string, words = '{}'): Part => ({ name, content: Buffer.from(words) });

test('the one file is read', async () => {
  expect((await onlyFile(zip(text('check.json', '{"x": 1}')), expected)).toString()).toBe('{"x": 1}');
});

test.each([
  ['two files', zip(text('check.json'), text('more.json'))],
  ['the same name twice', zip(text('check.json'), text('check.json'))],
  ['no file', zip()],
  ['another name', zip(text('other.json'))],
  ['a path that leads out', zip(text('../check.json'))],
  ['an absolute path', zip(text('/check.json'))],
  ['a path of Windows', zip(text('..\\check.json'))],
  ['a folder', zip(text('check.json/'))],
  ['no archive', Buffer.from('{}')],
  ['nothing', Buffer.alloc(0)],
  ['half an archive', zip(text('check.json')).subarray(0, 40)],
  ['a file larger than allowed', zip({ name: 'check.json', content: Buffer.alloc(1001, 'x') })],
])('%s is refused', async (_, archive) => {
  await expect(onlyFile(archive, expected)).rejects.toThrow(Failure);
});

test('a bomb of 1 GB is refused with no more inflated than allowed, whatever size it claims', async () => {
  const piece = deflateRawSync(Buffer.alloc(1 << 30));
  const bomb = (claimed: number) => {
    const whole = zip({ name: 'check.json', content: Buffer.alloc(0), claimed });
    // The deflated gigabyte in place of the deflated nothing.
    const empty = deflateRawSync(Buffer.alloc(0)).length;
    const at = 30 + 'check.json'.length;
    const archive = Buffer.concat([whole.subarray(0, at), piece, whole.subarray(at + empty)]);
    const directory = archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'), at + piece.length);
    archive.writeUInt32LE(piece.length, 18);
    archive.writeUInt32LE(piece.length, directory + 20);
    archive.writeUInt32LE(directory, archive.length - 6);
    return archive;
  };
  const before = process.memoryUsage().rss;
  await expect(onlyFile(bomb(1 << 30), expected)).rejects.toThrow('larger than 1000 bytes');
  await expect(onlyFile(bomb(10), expected)).rejects.toThrow(Failure);
  await expect(onlyFile(bomb(999), { ...expected, most: 100_000_000 })).rejects.toThrow(Failure);
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
}, 60_000);
