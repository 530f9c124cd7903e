/** The question in the page's address: it can be shared, and coming back from a result finds the results again. */

export interface Asked {
  readonly words: string;
  readonly version: string | null;
  readonly part: string | null;
}

export function readAddress(): Asked {
  const query = new URLSearchParams(location.search);
  return { words: query.get('q') ?? '', version: query.get('in'), part: query.get('part') };
}

/** @param asked nothing when the dialog has been closed */
export function writeAddress(
  asked: { readonly q: string; readonly in: string; readonly part: string } | undefined,
): void {
  const address = new URL(location.href);
  for (const name of ['q', 'in', 'part'] as const) {
    const value = asked?.[name] ?? '';
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
