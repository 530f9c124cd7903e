/** How an article looks in WeChat: the editor takes inline styles alone, and keeps neither classes nor style sheets. */

const BASE = 'color:#20252b;font-size:16px;line-height:1.75;letter-spacing:0.3px;';
const MONO = 'font-family:Menlo,Consolas,monospace;';
const CELL = 'border:1px solid #dfe2e6;padding:6px 10px;text-align:left;';

export const STYLES = {
  article: `${BASE}font-family:-apple-system,BlinkMacSystemFont,'PingFang SC','Microsoft YaHei',sans-serif;`,
  p: `margin:0 0 16px;${BASE}`,
  h2: 'margin:32px 0 16px;padding-left:10px;border-left:4px solid #336791;font-size:20px;font-weight:bold;line-height:1.4;color:#20252b;',
  h3: 'margin:24px 0 12px;font-size:18px;font-weight:bold;line-height:1.4;color:#336791;',
  h4: 'margin:20px 0 10px;font-size:16px;font-weight:bold;line-height:1.4;color:#20252b;',
  ul: 'margin:0 0 16px;padding-left:24px;list-style-type:disc;',
  ol: 'margin:0 0 16px;padding-left:24px;list-style-type:decimal;',
  li: `margin:0 0 6px;${BASE}`,
  blockquote: 'margin:0 0 16px;padding:8px 14px;border-left:3px solid #dfe2e6;background:#f5f6f7;color:#5b6570;',
  code: `padding:1px 4px;border-radius:3px;background:#f0f2f4;color:#8f3b2e;font-size:14px;${MONO}`,
  listing: 'margin:0 0 16px;padding:12px 14px;border-radius:6px;background:#f5f6f7;overflow-x:auto;',
  pre: `margin:0;font-size:13px;line-height:1.6;color:#20252b;white-space:nowrap;${MONO}`,
  frame: 'margin:0 0 16px;overflow-x:auto;',
  table: 'border-collapse:collapse;font-size:14px;line-height:1.6;color:#20252b;',
  th: `${CELL}background:#f5f6f7;font-weight:bold;`,
  td: CELL,
  figure: 'margin:0 0 16px;text-align:center;',
  img: 'max-width:100%;border-radius:6px;',
  strong: 'font-weight:bold;',
  em: 'font-style:italic;',
  del: 'text-decoration:line-through;',
  a: 'color:#336791;text-decoration:underline;',
  linked: 'color:#336791;',
  sup: 'font-size:12px;line-height:0;color:#336791;vertical-align:super;',
  hr: 'margin:24px 0;border:0;border-top:1px solid #dfe2e6;',
  notes: 'margin:32px 0 0;padding-top:12px;border-top:1px solid #dfe2e6;',
  note: 'margin:0 0 4px;font-size:13px;line-height:1.6;color:#5b6570;word-break:break-all;',
} as const;

export type StyleName = keyof typeof STYLES;
