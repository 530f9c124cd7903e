/**
 * An article -> HTML for WeChat's editor. It is written anew, element by element, so nothing of the article's own markup but
 * its words and addresses gets in. WeChat strips links out of its house: they become numbered notes at the end.
 */
import { posix } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { escapeHtml, safeUrl, tag } from '../../render/html.ts';
import { absoluteAddress } from '../absolute.ts';
import { sitePath, textOf } from '../outline.ts';
import { codeHtml } from './code.ts';
import { STYLES, type StyleName } from './styles.ts';

/** A picture, which a person has to upload. */
export interface WechatPicture {
  /** Site path. */
  readonly path: string;
  readonly alt: string;
  /** The words that come before it. */
  readonly after: string;
  readonly line: number;
}

export interface WechatArticle {
  readonly html: string;
  readonly pictures: readonly WechatPicture[];
  /** Addresses that became notes, in their order. */
  readonly notes: readonly string[];
}

export interface WechatSource {
  readonly tree: Root;
  /** Site path of the article. */
  readonly path: string;
  /** Makes a site path absolute. */
  readonly address: (path: string) => string;
  /** Heading of the notes. */
  readonly notesTitle: string;
}

export function wechatArticle(source: WechatSource): WechatArticle {
  const writer = new Writer(source);
  return writer.article();
}

/** Elements that keep their name, with a style. */
const PLAIN: ReadonlySet<string> = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  'del',
  'th',
  'td',
  'h2',
  'h3',
  'h4',
]);
const BARE: ReadonlySet<string> = new Set(['thead', 'tbody', 'tr', 'sub']);
const SUNK: Readonly<Record<string, StyleName & ('h2' | 'h4')>> = { h1: 'h2', h5: 'h4', h6: 'h4' };

class Writer {
  private readonly pictures: WechatPicture[] = [];
  private readonly notes: string[] = [];
  /** The last words written, to say where a picture stands. */
  private said = '';

  constructor(private readonly source: WechatSource) {}

  article(): WechatArticle {
    const { children } = this.source.tree;
    // The title goes into a field of its own.
    const title = children.findIndex((child) => child.type === 'element' && child.tagName === 'h1');
    const blocks = children.filter((_, at) => at !== title);
    const html = blocks.map((child) => (child.type === 'element' ? this.element(child) : '')).join('\n');
    const whole = html.replace(/\n{2,}/g, '\n').trim();
    const written = `${tag('section', { style: STYLES.article }, `\n${whole}\n${this.noteList()}`)}\n`;
    return { html: written, pictures: this.pictures, notes: this.notes };
  }

  private content(element: Element): string {
    return element.children.map((child) => this.node(child)).join('');
  }

  private node(node: ElementContent): string {
    if (node.type === 'element') return this.element(node);
    if (node.type !== 'text') return '';
    if (node.value.trim() !== '') this.said = (this.said + node.value).replace(/\s+/g, ' ').slice(-40);
    return escapeHtml(node.value);
  }

  private element(element: Element): string {
    const { tagName, properties } = element;
    if (tagName === 'pre') return this.listing(element);
    if (tagName === 'code') return styled('code', 'code', codeHtml(textOf(element)));
    if (tagName === 'a') return this.link(element);
    if (tagName === 'img') return this.picture(element);
    if (tagName === 'table') return styled('section', 'frame', styled('table', 'table', this.content(element)));
    if (tagName === 'sup') return styled('sup', 'sup', this.content(element));
    if (tagName === 'br') return '<br>';
    if (tagName === 'hr') return `<hr style="${STYLES.hr}">`;
    if (tagName === 'input') return properties.checked ? '\u2611' : '\u2610';
    const sunk = Object.hasOwn(SUNK, tagName) ? SUNK[tagName] : undefined;
    if (sunk) return styled(sunk, sunk, this.content(element));
    if (PLAIN.has(tagName)) return styled(tagName, tagName as StyleName, this.content(element));
    return BARE.has(tagName) ? tag(tagName, {}, this.content(element)) : this.content(element);
  }

  private listing(element: Element): string {
    const code = tag('code', { style: STYLES.pre }, codeHtml(textOf(element).replace(/\n$/, '')));
    return styled('section', 'listing', styled('pre', 'pre', code));
  }

  private link(element: Element): string {
    const { href } = element.properties;
    const words = this.content(element);
    // Links within the page lead nowhere there; the arrow back from a footnote is all arrow.
    if (element.properties.dataFootnoteBackref !== undefined) return '';
    if (typeof href !== 'string' || href.startsWith('#')) return words;
    const { path, address } = this.source;
    const target = safeUrl(absoluteAddress(href, path, address));
    if (target === undefined || target.startsWith('mailto:')) return words;
    if (/^https?:\/\/mp\.weixin\.qq\.com\//i.test(target)) return tag('a', { href: target, style: STYLES.a }, words);
    const known = this.notes.indexOf(target);
    const number = known >= 0 ? known + 1 : this.notes.push(target);
    return `${styled('span', 'linked', words)}${styled('sup', 'sup', `[${number}]`)}`;
  }

  private picture({ properties, position }: Element): string {
    const { path, address } = this.source;
    const src = String(properties.src ?? '');
    const alt = String(properties.alt ?? '');
    const site = sitePath(src, posix.dirname(path));
    this.pictures.push({ path: site, alt, after: this.said.trim(), line: position?.start.line ?? 1 });
    const href = safeUrl(absoluteAddress(src, path, address)) ?? '';
    return styled(
      'section',
      'figure',
      `<img src="${escapeHtml(href)}" alt="${escapeHtml(alt)}" style="${STYLES.img}">`,
    );
  }

  private noteList(): string {
    if (this.notes.length === 0) return '';
    const lines = this.notes.map((note, at) => styled('p', 'note', `[${at + 1}] ${escapeHtml(note)}`));
    const title = styled('p', 'note', styled('strong', 'strong', escapeHtml(this.source.notesTitle)));
    return `${styled('section', 'notes', `\n${[title, ...lines].join('\n')}\n`)}\n`;
  }
}

const styled = (name: string, style: StyleName, content: string): string =>
  tag(name, { style: STYLES[style] }, content);
