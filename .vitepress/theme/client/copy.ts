/** Copies text. Without the clipboard interface (plain http, file://) the old command does. */

/** @param name what the message calls it; the text itself, where that is short */
export async function copyText(text: string, name = text): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'off-screen';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  say(name);
}

let timer = 0;

/** Tells, for two seconds, what was copied; screen readers hear it. */
function say(name: string): void {
  const place = document.querySelector<HTMLElement>('.said');
  if (!place) return;
  place.textContent = `${place.dataset.copied ?? ''} ${name}`;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    place.textContent = '';
  }, 2000);
}
