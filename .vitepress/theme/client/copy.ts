/** Copies text. Without the clipboard interface (plain http, file://) the old command does. */

export async function copyText(text: string): Promise<void> {
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
  say(text);
}

let timer = 0;

/** Tells, for two seconds, what was copied; screen readers hear it. */
function say(text: string): void {
  const place = document.querySelector<HTMLElement>('.said');
  if (!place) return;
  place.textContent = `${place.dataset.copied ?? ''} ${text}`;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    place.textContent = '';
  }, 2000);
}
