/** Pages of the miniature manual that the story is about, and what people write there, by key. */

export const NUMBERS = 'translations/zh-CN/sql/functions-small.md';
export const ROWS = 'translations/zh-CN/sql/locking-rows.md';
export const NAPS = 'translations/zh-CN/admin/config-naps.md';

/** Of NUMBERS; nothing of it is translated when the story begins. */
export const numbers = {
  b0640f0fc4: '数字',
  '20d83f8fb6':
    '数字有两种：`tiny`（–128 到 127）和`small`（–32,768 到 32,767）。它们怎样互相转换，见[[functions-small-casts]]。',
  '0dda633071': '对标签来说够精确了。谁需要更多位数，就需要更多数据库。',
  a2942ed882: '一个数的一半，向零舍入',
} as const;

/** Of ROWS, where everything is translated: a better wording. */
export const rows = { '2327684d93': '看一眼', '8e685d5409': '握在手里' } as const;
