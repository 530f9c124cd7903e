/** Wide listings and tables scroll sideways: those that do can be reached, and so scrolled, by keyboard. */

/**
 * A region is looked at when it has been laid out, and whenever its size changes; what is out of sight costs nothing, and can be reached
 * until it is known to need it not.
 */
export function scrollByKeyboard(): void {
  const sizes = new ResizeObserver((entries) => {
    const regions = entries.map(({ target }) => target as HTMLElement);
    const wide = regions.map((region) => region.scrollWidth > region.clientWidth);
    regions.forEach((region, at) => {
      if (wide[at]) region.tabIndex = 0;
      else region.removeAttribute('tabindex');
    });
  });
  for (const region of document.querySelectorAll<HTMLElement>(
    'main :is(pre, table, .table-contents, .informaltable)',
  )) {
    region.tabIndex = 0;
    sizes.observe(region);
  }
}
