/**
 * A page that opens at its top is `lazy` (document.ts): sections are laid out when they come near (css/docbook.css). A link to a place
 * further down ends that, so that the browser knows where the place is before it goes there.
 */
export function layOutForLinks(): void {
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a[href*="#"]')) document.documentElement.classList.remove('lazy');
  });
}

/** Whether an element is shown, and not in a section that still waits to be laid out. */
export function isLaidOut(element: HTMLElement): boolean {
  return element.checkVisibility?.({ contentVisibilityAuto: true }) ?? element.offsetParent !== null;
}
