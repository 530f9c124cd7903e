/** Wide listings and tables scroll sideways: those that do can be reached, and so scrolled, by keyboard. */

export function scrollByKeyboard(): void {
  const regions = document.querySelectorAll<HTMLElement>('main :is(pre, table, .table-contents, .informaltable)');
  const mark = (): void => {
    const wide = [...regions].map((region) => region.scrollWidth > region.clientWidth);
    regions.forEach((region, at) => {
      if (wide[at]) region.tabIndex = 0;
      else region.removeAttribute('tabindex');
    });
  };
  mark();
  addEventListener('resize', mark);
}
