/** What a reader has chosen. Storage may be switched off; then a choice holds for this page. */
const here = new Map<string, string>();

export function keep(name: string, value: string): void {
  here.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {}
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}
