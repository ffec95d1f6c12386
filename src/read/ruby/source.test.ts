import { expect, test } from 'vitest';
import { InputError } from '../../model/errors.ts';
import { loadRubyParser } from './source.ts';

const parse = await loadRubyParser();

function failure(text: string): InputError {
  try {
    parse(text, 'db/schema.rb');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was read');
}

test('a syntax error is told with its line and what Ruby says', () => {
  const error = failure('def change\n  add_column :users, [\nend\n');
  expect(error.location?.line).toBe(2);
  expect(error.message).toMatch(/^This is not valid Ruby: \S/);
});

test('conflict markers are told as such, not as a syntax error', () => {
  const error = failure('class A\n<<<<<<< HEAD\n  x\n=======\n  y\n>>>>>>> main\nend\n');
  expect(error.message).toContain('conflict markers');
  expect(error.location?.line).toBe(2);
});

test.each(['a\0b', 'caf\uFFFD'])('%j is no text', (text) => {
  expect(failure(text).message).toBe('This is not a text file in UTF-8.');
});

test('places are counted in characters, not in bytes', () => {
  const source = parse('# größer 😀\nx = 1; puts "é", y\n', 'a.rb');
  const [, call] = source.program.statements.body;
  expect(call && source.textOf(call)).toBe('puts "é", y');
  expect(call && source.locate(call)).toEqual({ path: 'a.rb', line: 2, column: 8, endLine: 2 });
});

test('the body of a heredoc belongs to the statement that opens it', () => {
  const source = parse('execute <<~SQL\n  SELECT 1\nSQL\nputs 1\n', 'a.rb');
  const [execute] = source.program.statements.body;
  expect(execute && source.textOf(execute)).toBe('execute <<~SQL\n  SELECT 1\nSQL\n');
  expect(execute && source.locate(execute).endLine).toBe(3);
});

test('a text that is nested too deeply for the parser is told as such, and others are read afterwards', async () => {
  const deep = `x = ${'('.repeat(5000)}1${')'.repeat(5000)}\n`;
  expect(failure(deep).message).toContain('nested too deeply');
  const parseAgain = await loadRubyParser();
  expect(parseAgain('puts 1\n', 'a.rb').program.statements.body).toHaveLength(1);
});
