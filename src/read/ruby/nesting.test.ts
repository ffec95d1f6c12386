import { expect, test } from 'vitest';
import { loadRubyParser } from './source.ts';

/** With a parser of its own: one that broke off is of no more use. */
async function read(text: string) {
  return (await loadRubyParser())(text, 'db/schema.rb').program.statements.body;
}

test.each([
  ['(', ')'],
  ['{', '}'],
  ['begin\n', '\nend\n'],
  ['class A\n', '\nend\n'],
  ['if true\n', '\nend\n'],
  ['each do |a|\n', '\nend\n'],
  ['-', ''],
  ['!', ''],
  ['puts ', ''],
])('a thousand levels of %j are refused, and the next file is read', async (open, close) => {
  const deep = `${open.repeat(1000)}1${close.repeat(1000)}`;
  await expect(read(deep)).rejects.toThrow(/nested too deeply/);
  expect(await read('a = [1]')).toHaveLength(1);
});

test('a file that closes what it opens is read, however long it is', async () => {
  const text = 'create_table "users" do |t|\n  t.check_constraint "((a) > (1))"\nend\n'.repeat(500);
  expect(await read(text)).toHaveLength(500);
});

test('a line of dashes in a comment or in SQL is no nesting', async () => {
  const line = '-'.repeat(1000);
  const text = `# ${line}\nexecute <<~SQL\n  ${line}\n  SELECT 1\nSQL\n`;
  expect(await read(text)).toHaveLength(1);
});
