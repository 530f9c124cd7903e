/** All that runs in the reader's browser. Every page is complete without it; each part finds its own elements. */
import { linkHeadings } from './headings.ts';
import { layOutForLinks } from './lazy.ts';
import { showLinked } from './link.ts';
import { copyListings } from './listings.ts';
import { switchModes } from './modes.ts';
import { paragraphPanel } from './panel.ts';
import { paragraphTools } from './paragraphs.ts';
import { scrollByKeyboard } from './scrolling.ts';
import { searchOpener } from './search-opener.ts';
import { shortcuts } from './shortcuts.ts';
import { showCurrentPage } from './sidebar.ts';

layOutForLinks();
switchModes();
paragraphTools();
paragraphPanel();
showLinked();
linkHeadings();
copyListings();
scrollByKeyboard();
searchOpener();
shortcuts();
showCurrentPage();
