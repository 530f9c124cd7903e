/** The rules whose findings are errors, beyond the guide's examples. */
import { describe, expect, test } from 'vitest';
import { codeParts } from '../../tools/check/rules/code-parts.ts';
import { codeTokens } from '../../tools/check/rules/code-tokens.ts';
import { conflictMarker } from '../../tools/check/rules/conflict-marker.ts';
import { crossReferences } from '../../tools/check/rules/cross-references.ts';
import { footnoteMarks } from '../../tools/check/rules/footnote-marks.ts';
import { forbiddenHtml } from '../../tools/check/rules/forbidden-html.ts';
import { links } from '../../tools/check/rules/links.ts';
import { sourceAsTarget } from '../../tools/check/rules/source-as-target.ts';
import { unbalancedMarkdown } from '../../tools/check/rules/unbalanced-markdown.ts';
import { variables } from '../../tools/check/rules/variables.ts';
import { entry } from '../catalog/samples.ts';
import { pointed, remarks } from './samples.ts';

describe('code-tokens', () => {
  const of = (source: string, target: string) => pointed(codeTokens, source, target);

  test('points at what is altered and names what was probably meant', () => {
    expect(of('Run `boil_water`.', '运行 `boil_watre`。')).toEqual([
      ['`boil_watre`', '`boil_watre` is not in the English; did you mean `boil_water`?'],
    ]);
  });

  test('pairs what has nothing in common when nothing else is left', () => {
    expect(of('Set `true` or `off`.', '设为 `真` 或 `off`。')).toEqual([
      ['`真`', '`真` is not in the English; did you mean `true`?'],
    ]);
  });

  test('names what is missing, and what is only without its backticks', () => {
    expect(of('Run `boil` on `pot`.', '运行 `boil`。')).toEqual([
      ['运行 `boil`。', 'the English has `pot`, the translation does not'],
    ]);
    expect(of('Run `boil` on `pot`.', '对 pot 运行 `boil`。')).toEqual([
      ['pot', '`pot` is code in the English; here its backticks are missing'],
    ]);
    expect(of('Run `boil` on `pot`.', '对 spot 运行 `boil`。')).toEqual([
      ['对 spot 运行 `boil`。', 'the English has `pot`, the translation does not'],
    ]);
  });

  test.each([
    ['Run `a`, then `b`.', '在 `b` 之前运行 `a`；`a` 可重复。'],
    ['Run `a` twice: `a`.', '运行 `a` 两次。'],
    ['Run boil now.', '现在运行 `boil`。'],
    ['Use [`a`](#a).', '用 *[`a`](#a)*。'],
    ['Use <code>a <var>b</var></code>.', '用 <code>a <var>乙</var></code>。'],
    ['Use `a b`.', '用 <code>a b</code>。'],
    ['No code.', '没有代码。'],
  ])('lets %j, %j pass', (source, target) => {
    expect(of(source, target)).toEqual([]);
  });

  test('a long list of made-up code is counted', () => {
    const target = Array.from({ length: 50 }, (_, at) => `\`invented${at * 7919}\``).join('、');
    const found = remarks(codeTokens, 'Run `x`.', target);
    expect(found.length).toBeLessThan(25);
    expect(found.map(({ message }) => message)).toContainEqual('… and 30 more that are not in the English');
  });
});

describe('code-parts', () => {
  test('a part that is no longer marked, and one too many', () => {
    expect(pointed(codeParts, 'Type <code>fill <var>pot</var></code>.', '键入 `fill pot`。')).toEqual([
      ['`fill pot`', '`fill pot` has no part to replace, the English <code>fill <var>pot</var></code> has 1 part'],
    ]);
    expect(
      remarks(codeParts, 'Type <code>a <var>b</var></code>.', '键入 <code>a <var>甲</var><var>乙</var></code>。'),
    ).toHaveLength(1);
  });

  test('pieces that differ in their parts only are counted', () => {
    const source = 'From <code>(<var>x1</var>)</code> to <code>(<var>x2</var>)</code>.';
    expect(remarks(codeParts, source, '从 <code>(<var>x1</var>)</code> 起。')).toHaveLength(1);
    expect(remarks(codeParts, source, '从 <code>(<var>甲</var>)</code> 到 <code>(<var>乙</var>)</code>。')).toEqual([]);
  });

  test.each([
    ['Type <code>a <var>b</var></code> or `a `.', '键入 `a ` 或 <code>a <var>乙</var></code>。'],
    ['The `=` *spoon* piece.', '<code>=<var>spoon</var></code> 那一段。'],
    ['Type <code>a <var>b</var></code>.', '键入 `z`。'],
  ])('lets %j, %j pass', (source, target) => {
    expect(remarks(codeParts, source, target)).toEqual([]);
  });
});

describe('links', () => {
  test('another address, a lost one, an invented one', () => {
    expect(pointed(links, 'See [it](https://pots.example/a).', '见[它](https://pots.example/b)。')).toEqual([
      [
        '](https://pots.example/b)',
        'the link https://pots.example/b is not in the English; did you mean the link https://pots.example/a?',
      ],
    ]);
    expect(remarks(links, 'See [it](#lid).', '见它。').map(({ message }) => message)).toEqual([
      'the English has the link […](#lid), the translation does not',
    ]);
    expect(pointed(links, 'See it.', '见 <https://x.example>。').map(([at]) => at)).toEqual(['<https://x.example>']);
  });

  test('other words, another order and an address written out are fine', () => {
    expect(remarks(links, 'See [a](#a) and [b](#b).', '见[乙](#b)与[甲](#a)。')).toEqual([]);
    expect(remarks(links, 'See <https://x.example>.', '见[此处](https://x.example)。')).toEqual([]);
  });
});

describe('cross-references', () => {
  test('a changed id, and a link in its place, which is named once', () => {
    expect(pointed(crossReferences, 'See [[boiling]].', '见[[boilng]]。')).toEqual([
      ['[[boilng]]', '[[boilng]] is not in the English; did you mean [[boiling]]?'],
    ]);
    expect(pointed(crossReferences, 'See [[boiling]].', '见[烧水](#boiling)。')).toEqual([
      ['](#boiling)', 'the English has [[boiling]], whose words are generated; write it so, without words of your own'],
    ]);
    expect(remarks(links, 'See [[boiling]].', '见[烧水](#boiling)。')).toEqual([]);
  });
});

describe('footnote-marks', () => {
  test('a lost mark, a wrong number, a mark twice', () => {
    expect(remarks(footnoteMarks, 'A[^1].', '甲。')).toHaveLength(1);
    expect(pointed(footnoteMarks, 'A[^1].', '甲[^2]。').map(([at]) => at)).toEqual(['[^2]']);
    expect(remarks(footnoteMarks, 'A[^1].', '甲[^1]，乙[^1]。')).toEqual([
      { message: '[^1] stands here again; a footnote has one mark', from: 7, to: 11 },
    ]);
  });

  test('a mark inside code is code', () => {
    expect(remarks(footnoteMarks, 'A[^1] `[^1]`.', '`[^1]` 甲[^1]。')).toEqual([]);
  });
});

describe('variables', () => {
  test('the other one, and none', () => {
    expect(remarks(variables, 'Kettle &version;.', '水壶 &majorversion;。')[0]?.message).toMatch(/mean &version;/);
    expect(remarks(variables, 'Kettle &version;.', '水壶 4.2。')).toHaveLength(1);
    expect(remarks(variables, 'Kettle &version;.', '&version; 水壶。')).toEqual([]);
  });
});

describe('unbalanced-markdown', () => {
  test.each([
    ['用 `boil 烧', '`'],
    ['*热 的壶', '*'],
    ['热* 的壶', '*'],
    ['[盖子', '['],
    ['盖子]', ']'],
    ['<code>boil', '<code>'],
    ['boil</sub>', '</sub>'],
    ['[盖子](#lids 见', ']('],
    ['[盖子](两个 词)', ']('],
  ])('finds what is open in %j', (target, at) => {
    expect(pointed(unbalancedMarkdown, 'The lid.', target).map(([text]) => text)).toEqual([at]);
  });

  test.each(['3 * 4', '\\*', '\\[a', '[可选]', '[可选]\\(x)', '`*`', '“*热*”的', 'a[1]', '**“热”**的'])(
    'lets %j pass',
    (target) => {
      expect(remarks(unbalancedMarkdown, 'The lid.', target)).toEqual([]);
    },
  );
});

describe('forbidden-html', () => {
  test.each([
    ['<script>x</script>', ['<script>', '</script>']],
    ['壶<br/>盖', ['<br/>']],
    ['<code class="x">壶', ['<code class="x">']],
    ['<!-- 注 -->壶', ['<!-- 注 -->']],
    ['<img src=x onerror=y>', ['<img src=x onerror=y>']],
    ['[壶](javascript:x)', ['javascript:x']],
    ['[壶](JavaScript:x)', ['JavaScript:x']],
    ['[壶](<java script:x>)', ['java script:x']],
    ['<data:text/html,x>', ['data:text/html,x']],
  ])('finds %j', (target, at) => {
    expect(pointed(forbiddenHtml, 'The pot.', target).map(([text]) => text)).toEqual(at);
  });

  test.each([
    '\\<b>',
    '`<b>`',
    '<code>a</code>',
    'a < b > c',
    '<https://a.example>',
    '<壶>',
    '[壶](https://a.example)',
  ])('lets %j pass', (target) => {
    expect(remarks(forbiddenHtml, 'The pot.', target)).toEqual([]);
  });
});

describe('conflict-marker', () => {
  test.each(['  <<<<<<< HEAD', '=======', '>>>>>>> theirs', '||||||| base'])('finds %j', (line) => {
    expect(pointed(conflictMarker, 'The pot.', `壶\n${line}\n盖`).map(([at]) => at)).toEqual([line]);
  });

  test.each(['========', '= 七 =', 'a >>>>>>> b', '<<<<<<<x'])('lets %j pass', (line) => {
    expect(remarks(conflictMarker, 'The pot.', `壶\n${line}`)).toEqual([]);
  });
});

describe('source-as-target', () => {
  const others = [entry('Boil the water until it sings.', '烧水，直到水响。'), entry('hot water', '热水')];
  const of = (target: string) => remarks(sourceAsTarget, 'Fill the pot to its brim.', target, others);

  test('the English of another entry', () => {
    expect(of('Boil the water until it sings.')).toHaveLength(1);
  });

  test.each([['hot water'], ['Fill the pot to its brim.'], ['Boil the water until it sings!'], ['把壶装满。']])(
    'lets %j pass: a phrase, its own English, other words',
    (target) => {
      expect(of(target)).toEqual([]);
    },
  );
});
