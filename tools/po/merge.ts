/**
 * PO files into catalogs, message by message. Nothing in a catalog is overwritten that was not what was exported, and
 * every text that does not end in a catalog is named, whole, with its reason. Pure.
 */
import { entriesOf } from '../catalog/entries.ts';
import type { Catalog, Entry } from '../catalog/types.ts';
import { keyOf, targetHash } from '../segment/key.ts';
import { type Decision, decide, decideOlder, type Offer } from './decide.ts';
import { Places } from './places.ts';
import { exportedState, parseContext } from './state.ts';
import { asTarget, whyNoTarget } from './target.ts';
import type { PoFile, PoMessage } from './types.ts';

/** A file that was read, with the name that notes bear. */
export interface NamedPo {
  readonly file: string;
  /** The page that messages without a context are of. */
  readonly page: string;
  readonly po: PoFile;
}

/**
 * What a person should look at. `conflict` both sides changed · `unknown` no entry has this English · `broken` it
 * cannot be read or would break the catalog · `emptied`, `unfinished`, `unlifted` as `decide` says · `remark` a
 * comment that a person wrote, which only PO files hold.
 */
export type PoNoteKind = 'conflict' | 'unknown' | 'broken' | 'emptied' | 'unfinished' | 'unlifted' | 'remark';

export interface PoNote {
  readonly kind: PoNoteKind;
  readonly file: string;
  readonly line: number;
  readonly page: string;
  readonly key: string;
  readonly message: string;
  /** English, and the two texts; empty where there is none. */
  readonly source: string;
  readonly here: string;
  readonly outside: string;
}

export interface PoMerge {
  /** In the order given; one that nothing changed is the same object. */
  readonly catalogs: readonly Catalog[];
  readonly notes: readonly PoNote[];
  readonly messages: number;
  readonly obsolete: number;
  /** Files that something was taken from. */
  readonly takenFrom: ReadonlySet<string>;
  /** What became of messages; `older` was taken as stale, `accepted` lifted flags of an unchanged text. */
  readonly counts: Readonly<Record<'same' | 'taken' | 'accepted' | 'older', number>>;
}

/** A message with what names it. */
interface Named {
  readonly message: PoMessage;
  readonly file: string;
  readonly page: string;
  readonly key: string;
}

/** @param files in the order in which notes name them; what is wrong in them is noted, never thrown */
export function mergePo(catalogs: readonly Catalog[], files: readonly NamedPo[]): PoMerge {
  return new Merge(catalogs).run(files);
}

class Merge {
  private readonly places: Places;
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new Map<string, Entry>();
  private readonly takenFrom = new Set<string>();
  private readonly notes: PoNote[] = [];
  private readonly counts = { same: 0, taken: 0, accepted: 0, older: 0 };

  constructor(private readonly catalogs: readonly Catalog[]) {
    this.places = new Places(catalogs);
    for (const catalog of catalogs)
      for (const entry of entriesOf(catalog)) this.entries.set(`${catalog.page}:${entry.key}`, entry);
  }

  run(files: readonly NamedPo[]): PoMerge {
    for (const { file, page, po } of files)
      for (const { line, message } of po.problems)
        this.notes.push({ kind: 'broken', file, line, page, key: '', message, source: '', here: '', outside: '' });
    const later = this.singles(this.named(files)).filter((named) => {
      const place = this.places.exact(named.page, named.key, named.message.source);
      if (place) this.put(place.page, place.key, named, (entry, offer) => decide(entry, offer));
      return !place;
    });
    // What was made for older sources comes second: a text for the source of now goes before it.
    for (const named of later) this.putOlder(named);
    const order = new Map(files.map(({ file }, at) => [file, at]));
    return {
      catalogs: this.catalogs.map((catalog) => this.apply(catalog)),
      notes: this.notes.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line),
      messages: files.reduce((all, { po }) => all + po.messages.length, 0),
      obsolete: files.reduce((all, { po }) => all + po.obsolete, 0),
      takenFrom: this.takenFrom,
      counts: this.counts,
    };
  }

  /** Messages that say which entry they are of; the others are noted. */
  private named(files: readonly NamedPo[]): Named[] {
    return files.flatMap(({ file, page: ownPage, po }) =>
      po.messages.flatMap((message) => {
        const key = keyOf(message.source);
        const context = parseContext(message.context);
        const named = { message, file, page: context?.page ?? ownPage, key: context?.key ?? key };
        if (message.remarks.length > 0) this.note('remark', named, message.remarks.join(' '));
        if (message.plural) this.note('broken', named, 'a message with plural forms; a catalog has none');
        else if (message.context !== undefined && !context)
          this.note('unknown', named, `the context ${JSON.stringify(message.context)} is not of the form page:key`);
        else if (named.key !== key)
          this.note('broken', named, 'the English does not match its key; only sync changes the English');
        else return [named];
        return [];
      }),
    );
  }

  /** Messages that stand once, or alike wherever they stand. Which of several texts is meant, only people know. */
  private singles(all: readonly Named[]): Named[] {
    const groups = new Map<string, Named[]>();
    for (const named of all) {
      const name = `${named.page}:${named.key}`;
      const group = groups.get(name);
      if (group) group.push(named);
      else groups.set(name, [named]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group as [Named, ...Named[]];
      const say = ({ message }: Named) => `${message.fuzzy} ${message.target}`;
      if (group.every((each) => say(each) === say(first))) return [first];
      for (const each of group)
        this.note('broken', each, `stands ${group.length} times with different texts; none was taken`);
      return [];
    });
  }

  private putOlder(named: Named): void {
    const { message, page, key } = named;
    const offer = offerOf(message);
    const place = isUnchanged(offer) ? undefined : this.places.successor(page, key, message.source);
    if (place) {
      const older = { key, source: message.source };
      return this.put(page, place.key, named, (entry, each) => decideOlder(entry, each, older));
    }
    if (isUnchanged(offer)) this.counts.same++;
    else this.putElsewhere(named);
  }

  /** A source that its page has no more fills the empty entries that it has on other pages. */
  private putElsewhere(named: Named): void {
    const pages = this.places.elsewhere(named.key);
    const empty = pages.filter((page) => this.entries.get(`${page}:${named.key}`)?.target === '');
    for (const page of empty) this.put(page, named.key, named, (entry, offer) => decide(entry, offer));
    if (empty.length > 0) return;
    const where = pages.length > 0 ? `; it stands on ${pages.slice(0, 5).join(', ')}` : '';
    this.note('unknown', named, `the page ${JSON.stringify(named.page)} has no entry of this English${where}`);
  }

  private put(page: string, key: string, named: Named, rule: (entry: Entry, offer: Offer) => Decision): void {
    const name = `${page}:${key}`;
    const entry = this.entries.get(name) as Entry;
    const decision = rule(entry, offerOf(named.message));
    if (decision.kind === 'same') this.counts.same++;
    else if ('message' in decision) this.note(decision.kind, named, decision.message, entry);
    else {
      const reason = whyNoTarget(decision.entry);
      if (reason !== undefined) return this.note('broken', named, reason, entry);
      this.counts[decision.kind]++;
      this.entries.set(name, decision.entry);
      this.changed.set(name, decision.entry);
      this.takenFrom.add(named.file);
    }
  }

  private note(kind: PoNoteKind, { message, file, page, key }: Named, text: string, entry?: Entry): void {
    const { line, source, target } = message;
    this.notes.push({ kind, file, line, page, key, message: text, source, here: entry?.target ?? '', outside: target });
  }

  private apply(catalog: Catalog): Catalog {
    const nameOf = (item: Catalog['items'][number]) => (item.type === 'entry' ? `${catalog.page}:${item.key}` : '');
    if (!catalog.items.some((item) => this.changed.has(nameOf(item)))) return catalog;
    return { ...catalog, items: catalog.items.map((item) => this.changed.get(nameOf(item)) ?? item) };
  }
}

function offerOf(message: PoMessage): Offer {
  const target = asTarget(message.target);
  const hashes = new Set([targetHash(message.target), targetHash(target)]);
  return { target, fuzzy: message.fuzzy, exported: exportedState(message), is: (hash) => hashes.has(hash) };
}

const isUnchanged = ({ target, exported, is }: Offer) =>
  target === '' || (exported !== undefined && is(exported.target));
