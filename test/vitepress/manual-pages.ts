/** Two pages of an invented manual, in the shape that the renderer gives a page. */
import type { SitePage } from '../../.vitepress/types.ts';

const article = `
<article data-page="grommets" lang="en"><div class="sect1" id="GROMMETS"><div class="titlepage">
<h1 class="title"><span lang="zh-CN" data-key="1111111111"
data-status="reviewed">4.1. 垫圈</span><span lang="en" data-key="1111111111">4.1. Grommets</span> <a class="id_link" href="#GROMMETS" data-extra>#</a></h1></div>
<p lang="zh-CN" data-key="aaaaaaaaaa" data-status="machine">垫圈孔里穿过电缆。</p>
<p lang="en" data-key="aaaaaaaaaa">A grommet lines the hole that a cable passes.</p>
<p lang="zh-CN" data-key="bbbbbbbbbb" data-status="stale">参见<a href="#GROMMETS">平垫</a>。</p>
<p lang="en" data-key="bbbbbbbbbb">See <a href="washers.html">washers</a>.</p>
<p lang="en" data-key="cccccccccc" data-status="untranslated">Nobody has translated this yet.</p>
<div class="note"><h3 class="title"><span lang="zh-CN">注意</span><span lang="en">Note</span></h3>
<p lang="zh-CN" data-key="dddddddddd" data-status="translated">橡胶会老化。</p><p lang="en" data-key="dddddddddd">Rubber ages.</p>
</div>
<div class="sect2" id="GROMMETS-SPINDLE"><div class="titlepage"><h2 class="title"><span lang="zh-CN" data-key="2222222222" data-status="translated">4.1.1. 安装</span><span lang="en"
data-key="2222222222">4.1.1. Fitting</span></h2></div>
<p lang="zh-CN" data-key="eeeeeeeeee" data-status="translated">用手转动 <code class="literal">spindle</code>。</p>
<p lang="en" data-key="eeeeeeeeee">Turn the <code class="literal">spindle</code> by hand.<a class="footnote"
href="#GROMMETS-SPINDLE"><sup class="footnote">[1]</sup></a></p>
<pre class="screen">hole=&gt; <strong class="userinput"><code><span class="hk">SELECT</span> <span class="hs">'<em class="replaceable"><code>size</code></em>'</span>,
  <span class="hn">7</span>; <span class="hc">-- &lt;wide&gt;</span></code></strong>
-\u200b-
</pre><pre class="synopsis">SPIN spindle</pre>
<pre class="programlisting">${'fit --grommet --with-a-very-long-option '.repeat(5)}</pre>
<div class="table" id="GROMMETS-SIZES"><p class="title"><strong><span
lang="zh-CN" data-key="3333333333" data-status="translated">表 4.1. 尺寸</span><span lang="en" data-key="3333333333">Table 4.1. Sizes</span></strong></p><div class="table-contents"><table class="table"><thead><tr>
${'<th>an_unbreakably_long_column_name</th>'.repeat(5)}</tr></thead><tbody><tr>${'<td>7</td>'.repeat(5)}</tr></tbody></table></div></div>
</div></div></article>`;

const around = (name: string, inside: string): string => `<div class="manual">
<nav class="sidebar" aria-label="Chapter" data-extra><ul><li><a href="grommets.html">4.1. Grommets</a></li>
<li><a href="${name}.html" aria-current="page">Here</a></li></ul></nav>
<main><nav class="crumbs" aria-label="Way up" data-extra><ol><li><a href="index.html">Manual</a></li></ol></nav>
<nav class="versions" aria-label="Versions" data-extra><a href="${name}.html" aria-current="page">18</a></nav>
<p class="page-status" data-extra>Five paragraphs, one not translated.</p>${inside}
<nav class="page-links" aria-label="Pages" data-extra><a rel="next" href="washers.html">Washers</a></nav></main></div>`;

const common = { lang: 'zh-CN', kind: 'manual', version: '18', searchable: true } as const;

export const grommets: SitePage = {
  ...common,
  path: 'docs/18/grommets',
  title: '4.1. Grommets',
  html: () => around('grommets', article),
};

export const washers: SitePage = {
  ...common,
  path: 'docs/18/washers',
  title: '4.2. Washers',
  html: () =>
    around(
      'washers',
      '<article data-page="washers" lang="en"><h1>4.2. Washers</h1><p lang="en" data-key="ffffffffff">Flat.</p></article>',
    ),
};
