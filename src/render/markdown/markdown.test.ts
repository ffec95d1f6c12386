import { describe, expect, test } from 'vitest';
import type { DiffView } from '../../report/types.ts';
import { shopDiff } from '../../testing/shop-diff.ts';
import { cell, fence, html } from './escape.ts';
import { renderDiffMarkdown } from './index.ts';
import { CHARACTER_LIMIT } from './shorten.ts';

test('the whole comment', async () => {
  await expect(renderDiffMarkdown(shopDiff())).toMatchFileSnapshot('golden/shop.md.txt');
});

test('the marker comes first, the digest last', () => {
  const lines = renderDiffMarkdown(shopDiff()).trimEnd().split('\n');
  expect(lines[0]).toBe('<!-- migdocs:propose -->');
  expect(lines.at(-1)).toContain('digest sha256:0123456789ab');
});

describe('a cell means what its text means', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['`drop` *all* [x]', '\\`drop\\` \\*all\\* \\[x\\]'],
    ['<b> & >', '&lt;b&gt; &amp; &gt;'],
    ['one\ntwo', 'one<br>two'],
    ['a\\b', 'a\\\\b'],
    ['fk_rails_1 _x_', 'fk_rails_1 \\_x\\_'],
    ['ask @admin, mail me@home', 'ask @&#8203;admin, mail me@home'],
    ['see #12', 'see #&#8203;12'],
  ])('%s', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  test('in HTML only what HTML reads is escaped', () => {
    expect(html('a|b <c>')).toBe('a|b &lt;c&gt;');
  });

  test('a table row has one line and as many cells as its head', () => {
    const [first] = shopDiff().risks;
    if (!first) throw new Error('the shop has risks');
    const risk = { ...first, object: 'a|b', message: 'one\ntwo | three' };
    const text = renderDiffMarkdown({ ...shopDiff(), risks: [risk] });
    const row = text.split('\n').find((line) => line.startsWith('| R2'));
    expect(row?.replaceAll('\\|', '').split('|')).toHaveLength(7);
  });
});

test('the fence is longer than any in the diff', () => {
  expect(fence('plain')).toBe('```');
  expect(fence('a ```` b')).toBe('`````');
  const schemaFile = { name: 'db/schema.rb', before: '', after: '```\n' };
  expect(renderDiffMarkdown(shopDiff({ schemaFile }))).toContain('\n````diff\n');
});

describe('a comment is never longer than GitHub takes', () => {
  const [block] = shopDiff().blocks;
  const [risk] = shopDiff().risks;
  if (!block || !risk) throw new Error('the shop has changes and risks');
  const many = <T>(number: number, make: (place: number) => T) =>
    Array.from({ length: number }, (_, place) => make(place));
  const tables = (number: number) =>
    many(number, (place) => ({ ...block, heading: `table t${place}` }));
  const big = (over: Partial<DiffView>) => renderDiffMarkdown({ ...shopDiff(), ...over });

  test('the schema file’s diff goes first, and that is said', () => {
    const text = big({ schemaFileDiff: `+${'x'.repeat(70_000)}\n` });
    expect(text.length).toBeLessThan(CHARACTER_LIMIT);
    expect(text).toContain('- the diff of db/schema.rb\n');
    expect(text).not.toContain('```diff');
    expect(text).toContain('table payments');
    expect(text).not.toContain('blocks of changes');
  });

  test('then blocks from the end, as few as needed, each by name', () => {
    const text = big({ blocks: tables(400) });
    const kept = [...text.matchAll(/<b>table t(\d+)<\/b>/g)].map(([, place]) => Number(place));
    expect(kept).toEqual(many(kept.length, (place) => place));
    expect(text).toContain(
      `- ${400 - kept.length} of 400 blocks of changes (table t${kept.length}, `,
    );
    expect(text.length).toBeLessThan(CHARACTER_LIMIT);
    expect(text.length).toBeGreaterThan(CHARACTER_LIMIT - 1_000);
  });

  test('risks go last, and the digest never', () => {
    const risks = many(3_000, (place) => ({ ...risk, id: `R${place + 1}` }));
    const text = big({ blocks: tables(5_000), risks });
    expect(text.length).toBeLessThan(CHARACTER_LIMIT);
    expect(text).toContain('- 5000 of 5000 blocks of changes (table t0, table t1, ');
    expect(text).toContain('| R1 |');
    expect(text).toMatch(/- \d+ of 3000 risks \(R\d+, /);
    expect(text.trimEnd().endsWith('</sub>')).toBe(true);
  });

  test('whatever single part is too long', () => {
    const long = 'x|'.repeat(40_000);
    for (const over of [
      { title: long },
      { facts: [{ label: 'Base', value: long }] },
      { unknowns: [long] },
      { possibleRenames: [long] },
      { risks: [{ ...risk, message: long }] },
      { blocks: [{ ...block, heading: long }] },
      { footer: long },
      { summary: long },
      { schemaFileName: long },
    ]) {
      expect(big(over).length).toBeLessThan(CHARACTER_LIMIT);
    }
  });
});
