/** The list of questions, narrowed to those that have every word typed. Without the script the list is whole. */
export function filterQuestions(): void {
  const box = document.querySelector<HTMLElement>('.question-filter');
  const input = box?.querySelector('input');
  const status = box?.querySelector<HTMLElement>('[role=status]');
  if (!box || !input || !status) return;
  const items = [...document.querySelectorAll<HTMLElement>('.category .questions li')].map((item) => ({
    item,
    text: `${item.textContent} ${item.dataset.tags}`.toLowerCase(),
  }));
  const categories = [...document.querySelectorAll<HTMLElement>('.category')];
  const narrow = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    for (const category of categories) category.hidden = !category.querySelector('li:not([hidden])');
    const told = shown === 0 ? status.dataset.none : status.dataset.count?.replace('{n}', String(shown));
    status.textContent = words.length === 0 ? '' : (told ?? '');
  };
  input.addEventListener('input', narrow);
  box.hidden = false;
  // A browser that goes back fills the box again.
  narrow();
}
