/** The theme: a layout and style sheets. Everything a page says stands in its slot. */
import type { Theme } from 'vitepress';
import './css/base.css';
import './css/shell.css';
import './css/manual.css';
import './css/docbook.css';
import './css/code.css';
import './css/reading.css';
import './css/panel.css';
import './css/search.css';
import './css/print.css';
import Layout from './Layout.vue';

const theme: Theme = { Layout };
export default theme;
