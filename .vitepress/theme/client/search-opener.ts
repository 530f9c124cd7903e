/**
 * Opens the search dialog: by its button, `/`, Ctrl+K, or an address that bears the question (`?q=words`). What searches
 * (theme/search) is loaded when the dialog is first opened.
 */
import { isSingleKey } from './shortcuts.ts';

export function searchOpener(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  const button = document.querySelector('.search-open');
  if (!dialog || typeof dialog.showModal !== 'function') return button?.remove();
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    load();
    dialog.querySelector('input')?.select();
    dialog.dispatchEvent(new Event('open'));
  };
  button?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && isSingleKey(event);
    if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has('q')) open();
}

let loading = false;

function load(): void {
  const own = document.querySelector<HTMLScriptElement>('script[data-search]');
  if (loading || !own) return;
  loading = true;
  const script = document.createElement('script');
  script.src = new URL(own.dataset.search ?? '', own.src).href;
  script.onerror = () => {
    loading = false;
    script.remove();
  };
  document.head.append(script);
}
