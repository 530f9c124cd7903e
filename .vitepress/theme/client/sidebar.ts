/** In a long chapter, the list starts where the reader is. */

export function showCurrentPage(): void {
  const list = document.querySelector<HTMLElement>('nav.sidebar');
  const current = list?.querySelector<HTMLElement>('[aria-current]');
  if (!list || !current) return;
  // The frame lays the page out anyway; asked before it, the page would be laid out once more.
  requestAnimationFrame(() => {
    const below = current.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (below > list.clientHeight * 0.8) list.scrollTop = below - list.clientHeight / 3;
  });
}
