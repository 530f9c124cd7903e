/** All that runs in the reader's browser. Every page is complete without it; each part finds its own elements. */
import { linkHeadings } from './headings.ts';
import { copyListings } from './listings.ts';
import { switchModes } from './modes.ts';
import { paragraphTools } from './paragraphs.ts';
import { scrollByKeyboard } from './scrolling.ts';
import { searchDialog } from './search.ts';
import { showCurrentPage } from './sidebar.ts';

switchModes();
paragraphTools();
linkHeadings();
copyListings();
scrollByKeyboard();
searchDialog();
showCurrentPage();
