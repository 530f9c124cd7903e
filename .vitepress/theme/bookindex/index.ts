/**
 * The index of the book, for readers with scripts: a box filters its entries in either language, and while the translation is read
 * they stand in the order of its words. Loaded on that page alone; works in a page opened from a folder, too.
 */
import './bookindex.css';
import { filterIndex } from './filter.ts';
import { orderIndex } from './order.ts';

const tools = document.querySelector<HTMLElement>('.index-tools');
const letters = document.querySelector<HTMLElement>('.indexdiv-quicklinks');

if (tools && letters) {
  // The letters stay in view with the box: both are ways into a very long page.
  letters.before(tools);
  tools.append(letters);
  tools.hidden = false;
  orderIndex(tools);
  filterIndex(tools);
}
