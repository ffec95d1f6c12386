import { describe, expect, test } from 'vitest';
import { shopDiff } from '../../testing/shop-diff.ts';
import { renderDiffText, renderSchemaDiff } from './index.ts';
import { length, wrap } from './layout.ts';

const WIDTH = 100;

/** The escape that begins a colour. */
const ESCAPE = '\u001b';

test('the whole diff without colour', async () => {
  const text = renderDiffText(shopDiff(), { colour: false, width: WIDTH });
  await expect(text).toMatchFileSnapshot('golden/shop.txt');
  expect(text).not.toContain(ESCAPE);
});

test('the whole diff with colour says the same', async () => {
  const text = renderDiffText(shopDiff(), { colour: true, width: WIDTH });
  await expect(text).toMatchFileSnapshot('golden/shop.colour.txt');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken away
  const plain = text.replace(/\u001b\[[\d;]*m/g, '');
  expect(plain).toBe(renderDiffText(shopDiff(), { colour: false, width: WIDTH }));
});

test('no difference is said in one sentence', async () => {
  const view = shopDiff({
    changes: [],
    hazards: [],
    facts: [],
    possibleRenames: [],
    unknowns: [],
    schemaFile: { name: 'db/schema.rb', before: 'same', after: 'same' },
  });
  expect(renderDiffText(view, { colour: false, width: WIDTH })).toBe(
    [
      'Payments and order status',
      '─────────────────────────',
      '',
      'No difference: the schema stays as it is.',
      '',
      'migdocs 0.1.0 · digest sha256:0123456789ab',
      '',
    ].join('\n'),
  );
});

test.each([60, 80, 120])(
  'lines stay within %i characters, names and the file’s diff aside',
  (width) => {
    const text = renderDiffText(shopDiff(), { colour: false, width });
    const [changes = ''] = text.split('--- a/db/schema.rb');
    const long = changes.split('\n').filter((line) => length(line) > width);
    expect(long.filter((line) => !/index_orders_on_customer|^~ table orders/.test(line))).toEqual(
      [],
    );
  },
);

test('no line ends in a space', () => {
  const text = renderDiffText(shopDiff(), { colour: false, width: WIDTH });
  expect(text.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
});

describe('the schema file alone', () => {
  test('is a unified diff that begins with its file names', () => {
    const text = renderSchemaDiff(shopDiff(), { colour: false });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '--- a/db/schema.rb',
      '+++ b/db/schema.rb',
      '@@ -1,3 +1,3 @@',
    ]);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('is empty when nothing differs', () => {
    const same = { name: 'db/schema.rb', before: 'a\n', after: 'a\n' };
    expect(renderSchemaDiff(shopDiff({ schemaFile: same }), { colour: true })).toBe('');
  });

  test('has removed lines in red and added ones in green', () => {
    const text = renderSchemaDiff(shopDiff(), { colour: true });
    expect(text).toContain(`${ESCAPE}[31m-  create_table "carts" do |t|${ESCAPE}[0m`);
    expect(text).toContain(`${ESCAPE}[32m+  create_table "payments" do |t|${ESCAPE}[0m`);
  });
});

test('wrapping breaks at spaces, keeps indents and line ends, and never cuts a word', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('  indented words', 12)).toEqual(['  indented', '  words']);
  expect(wrap('a\nb', 80)).toEqual(['a', 'b']);
  expect(wrap('unbreakable', 4)).toEqual(['unbreakable']);
});
