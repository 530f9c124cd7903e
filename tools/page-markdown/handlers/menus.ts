/** A way through menus: items follow their menu by an arrow, other choices are joined by `+`. */
import { elements } from '../../docbook/tree.ts';
import { joined, plain, textOf } from '../texts.ts';
import type { Both, Handler } from '../types.ts';

const PARTS = ['guimenu', 'guisubmenu', 'guimenuitem', 'guibutton', 'guilabel', 'guiicon'];
const ITEMS = new Set(['guisubmenu', 'guimenuitem']);

export const menuchoice: Handler<Both> = (element, context) =>
  joined(
    elements(element, ...PARTS).flatMap((part, i) => {
      const text = textOf(part, context);
      return i === 0 ? [text] : [plain(ITEMS.has(part.name) ? ' → ' : '+'), text];
    }),
    plain(''),
  );
