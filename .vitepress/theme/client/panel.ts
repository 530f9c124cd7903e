/** The panel of a paragraph: filled from what the page knows (tools/render/paragraph-facts.ts) when it opens. */
import { copyText } from './copy.ts';
import { article, follow, here, partnerOf, toggle, tools, whenMoved } from './paragraphs.ts';
import { addressOf, fillForms, textOf } from './report.ts';

const panel = document.querySelector<HTMLElement>('.panel');
const more = tools?.querySelector('.more');
const part = <T extends HTMLElement>(selector: string) => panel?.querySelector<T>(selector);
let shown: HTMLElement | undefined;
let opener: HTMLElement | null = null;

export function paragraphPanel(): void {
  if (!article || !panel || !tools) return;
  const { page } = article.dataset;
  const parts = [panel, tools, article];
  tools.after(panel);
  more?.addEventListener('click', () => (panel.hidden ? openPanel() : close()));
  follow((block) => {
    // The pointer passes over paragraphs; only a tap or the keyboard means another one.
    if (!panel.hidden && matchMedia('(hover: none)').matches) show(block);
  });
  whenMoved(() => shown && !panel.hidden && standUnder(shown));
  const on = (selector: string, act: (block: HTMLElement) => void) =>
    part(selector)?.addEventListener('click', () => shown && act(shown));
  on('.close', close);
  on('.other', toggle);
  on('.link', (block) => void copyText(addressOf(block, location.href)));
  on('.copy', (block) => void copyText(`${page} ${block.dataset.key}`));
  for (const button of panel.querySelectorAll<HTMLElement>('.text'))
    button.addEventListener('click', () => shown && void copyText(textOf(shown), button.textContent ?? ''));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden && !document.querySelector('dialog[open]')) close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const isInside = parts.some((one) => one.contains(target as Node));
    if (!panel.hidden && !isInside) hide();
  });
}

/** Opens at the paragraph that is meant, and takes the focus, which goes back when it closes. */
export function openPanel(): void {
  const block = here();
  if (!block || !panel) return;
  opener = document.activeElement as HTMLElement | null;
  show(block);
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
}

function close(): void {
  hide();
  const back = opener?.isConnected && opener !== document.body ? opener : more;
  (back as HTMLElement | null)?.focus({ preventScroll: true });
}

function hide(): void {
  if (panel) panel.hidden = true;
  more?.setAttribute('aria-expanded', 'false');
}

function show(block: HTMLElement): void {
  if (!panel || !tools) return;
  shown = block;
  const key = block.dataset.key ?? '';
  const partner = partnerOf(block);
  const status = block.dataset.status ?? partner?.dataset.status ?? '';
  const { line, list } = factsOf(key);
  const head = part('.panel-head span');
  if (head) head.textContent = panel.dataset[status] ?? '';
  panel.dataset.status = status;
  const facts = [list, changeOf(key), list ? undefined : document.querySelector('.page-origin')];
  part('.panel-facts')?.replaceChildren(...facts.flatMap((one) => (one ? [one.cloneNode(true)] : [])));
  const other = part('.other');
  if (other) other.hidden = !partner;
  const edit = part<HTMLAnchorElement>('.edit');
  const catalog = document.querySelector<HTMLAnchorElement>('.page-status .edit')?.href;
  if (edit) {
    edit.hidden = catalog === undefined || line === 0;
    edit.href = `${catalog}#L${line}`;
  }
  fillForms(panel, block);
  panel.hidden = false;
  more?.setAttribute('aria-expanded', 'true');
  standUnder(block);
}

function standUnder(block: HTMLElement): void {
  if (!panel) return;
  const under = Math.max(block.getBoundingClientRect().bottom, partnerOf(block)?.getBoundingClientRect().bottom ?? 0);
  panel.style.top = `${under - (panel.offsetParent ?? document.body).getBoundingClientRect().top + 6}px`;
}

/** What the page's template has of a key: it follows the order in which keys first stand in the article. */
function factsOf(key: string): { line: number; list: Element | undefined } {
  const template = document.querySelector<HTMLTemplateElement>('template.facts');
  const keys = [...(article?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].map((one) => one.dataset.key ?? '');
  const at = [...new Set(keys)].indexOf(key);
  const number = (name: string) => Number(template?.dataset[name]?.split(' ')[at] ?? 0);
  return { line: number('lines'), list: template?.content.children[number('deeds') - 1] };
}

function changeOf(key: string): Element | null | undefined {
  return document.querySelector(`.changes [data-of="${key}"] p`);
}
