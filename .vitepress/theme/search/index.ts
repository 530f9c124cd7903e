/**
 * The search dialog, once it has been opened (client/search-opener.ts): asks while the reader types, shows pages by their
 * titles at once and their passages after a pause, and moves through them by keyboard.
 */
import { readAddress, writeAddress } from './address.ts';
import { type Bundle, ownBundle, ownTitles, versionBundle } from './bundle.ts';
import { Filters, OWN } from './filters.ts';
import { type Found, find, findByName, type Hit, rehearse } from './find.ts';
import type { Side } from './languages.ts';
import { type Labels, ResultList } from './results.ts';
import { wordsOf } from './words.ts';

/** Milliseconds without typing after which the index is asked, and from then on until the text of pages is fetched. */
const PAUSE = { index: 60, text: 240 };
/** Pixels from the end of the list at which more is fetched. */
const NEAR = 80;
/** A single Latin letter, which begins a word that is still being typed, would fetch much and say nothing. */
const BEGUN = /(?:^|\s+)[a-z]$/i;

const html = document.documentElement;

function start(dialog: HTMLDialogElement, input: HTMLInputElement, list: HTMLElement): void {
  const say = (text: string | undefined) => {
    const note = dialog.querySelector('.search-note');
    if (note) note.textContent = text ?? '';
  };
  const { dataset } = dialog;
  const isFolder = location.protocol === 'file:';
  const results = new ResultList(list, input);
  const filters = new Filters(dialog, () => void ask(0));
  const idle = new Set((dataset.idle ?? '').split(/\s+/));
  const lang = { target: html.dataset.target ?? dialog.lang, source: 'en' };
  let timer = 0;
  let asked = 0;
  let found: Found | undefined;
  let labels: Labels | undefined;
  let fetching = false;

  function reading(): Side {
    return html.dataset.reading === 'source' ? 'source' : 'target';
  }

  function labelsOf({ parts }: Pick<Bundle, 'parts'>): Labels {
    const side = reading();
    const name = ({ part }: Hit) => parts[part]?.[side === 'source' ? 2 : 1] ?? parts[part]?.[1];
    return { part: name, reading: side, lang };
  }

  async function opened(): Promise<void> {
    if (isFolder) return say(dataset.served);
    const mine = asked;
    try {
      const bundle = await versionBundle(filters.chosen.version);
      filters.offer(bundle, reading());
      if (mine === asked) await rehearse(bundle, lang.target);
      // Small, and then at hand when the manual has answered.
      ownTitles().catch(() => undefined);
    } catch {
      if (mine === asked) say(dataset.missing);
    }
  }

  /**
   * Waits for a pause in typing; an answer that comes after a newer question is dropped. What an input method has put
   * in, and nobody typed letter by letter, is a whole word: it waits for nothing.
   */
  function later(): void {
    clearTimeout(timer);
    const isTyped = /^\p{ASCII}$/u.test(input.value.trim().slice(-1));
    timer = window.setTimeout(() => void ask(isTyped ? PAUSE.text : 0), isTyped ? PAUSE.index : 0);
  }

  /** @param wait milliseconds that have to pass before text is fetched, so that nobody pays for words half typed */
  async function ask(wait: number): Promise<void> {
    if (isFolder || !dialog.open) return;
    asked += 1;
    const mine = asked;
    const isCurrent = () => mine === asked;
    const typed = input.value.trim().replace(BEGUN, '');
    found = undefined;
    if (typed === '') {
      results.show([], { part: () => undefined, reading: reading(), lang });
      say('');
      return opened();
    }
    say(dataset.loading);
    try {
      await answer(typed, wait, isCurrent);
    } catch {
      if (isCurrent()) say(dataset.missing);
    }
  }

  async function answer(typed: string, wait: number, isCurrent: () => boolean): Promise<void> {
    const { version, part } = filters.chosen;
    const question = {
      asked: typed,
      words: wordsOf(typed, lang.target, idle),
      part: part === OWN ? '' : part,
      reading: reading(),
    };
    const manual = versionBundle(version);
    const bundle = part === OWN ? await ownBundle(manual) : await manual;
    const got = await find(bundle, question);
    if (!isCurrent()) return;
    filters.offer(await manual, question.reading);
    labels = labelsOf(bundle);
    results.show(got.outline, labels);
    say(got.partly ? dataset.partly : counted(got.total));
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (!isCurrent()) return;
    writeAddress({ q: typed, in: version === html.dataset.version ? '' : version, part });
    const hits = await got.more();
    if (!isCurrent()) return;
    results.show([...hits, ...got.outline.slice(hits.length)], labels);
    if (part === '') {
      // Without the site's own pages, the manual's answer stands.
      const own = await ownTitles().catch(() => undefined);
      if (isCurrent() && own) results.appendGroup(findByName(own, question.words), labelsOf(own), dataset.own ?? '');
    }
    if (isCurrent()) found = got;
  }

  function counted(total: number): string | undefined {
    return total === 0 ? dataset.none : dataset.count?.replace('{count}', String(total));
  }

  /** Adds the next pages to the list. @returns whether there were any */
  async function showMore(): Promise<boolean> {
    const mine = found;
    if (!mine || fetching) return false;
    fetching = true;
    const hits = await mine.more().catch(() => []);
    fetching = false;
    if (mine !== found || !labels) return false;
    results.append(hits, labels);
    return hits.length > 0;
  }

  /** What is still under way comes to nothing: else it would put the question into the address again. */
  function closed(): void {
    clearTimeout(timer);
    asked += 1;
    writeAddress(undefined);
  }

  async function key(event: KeyboardEvent): Promise<void> {
    if (!['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(event.key) || event.isComposing) return;
    event.preventDefault();
    // By itself, Escape would empty the box first.
    if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter') results.chosen()?.click();
    else if (event.key === 'ArrowUp') results.move(-1);
    else if (!results.move(1) && (await showMore())) results.move(1);
  }

  dialog.addEventListener('open', () => void opened());
  dialog.addEventListener('close', closed);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  input.addEventListener('input', (event) => (event instanceof InputEvent && event.isComposing) || later());
  input.addEventListener('compositionend', later);
  input.addEventListener('keydown', (event) => void key(event));
  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    // A place on this page is shown only once the dialog is out of the way.
    if (link?.pathname === location.pathname && !event.ctrlKey && !event.metaKey) dialog.close();
  });
  list.addEventListener('scroll', () => {
    if (list.scrollTop + list.clientHeight > list.scrollHeight - NEAR) void showMore();
  });
  const { words, version, part } = readAddress();
  filters.choose(version, part);
  if (input.value === '') input.value = words;
  void opened();
  if (input.value !== '') void ask(0);
}

const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector<HTMLElement>('#search-results');
if (dialog && input && list) start(dialog, input, list);
