import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputError } from '../model/errors.ts';
import { sha256 } from './files.ts';
import { type OutputFile, writeOutputs } from './outputs.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migdocs-out-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function outputs(text: string): readonly OutputFile[] {
  const manifest = { outputs: [{ path: 'diff.txt', sha256: sha256(text) }] };
  return [
    { name: 'diff.txt', content: text },
    { name: 'manifest.json', content: JSON.stringify(manifest) },
  ];
}

test('a second run replaces what the first one wrote', () => {
  const folder = join(root, 'a/b');
  writeOutputs(folder, outputs('one'));
  expect(writeOutputs(folder, outputs('two')).kept).toEqual([]);
  expect(readFileSync(join(folder, 'diff.txt'), 'utf8')).toBe('two');
  expect(readdirSync(folder).sort()).toEqual(['diff.txt', 'manifest.json']);
});

test('what a person wrote into a file is kept beside the new one, each time', () => {
  writeOutputs(root, outputs('one'));
  writeFileSync(join(root, 'diff.txt'), 'one, with a remark');
  expect(writeOutputs(root, outputs('two')).kept).toEqual(['diff.edited-1.txt']);
  writeFileSync(join(root, 'diff.txt'), 'two, with a remark');
  expect(writeOutputs(root, outputs('two')).kept).toEqual(['diff.edited-2.txt']);
  expect(readFileSync(join(root, 'diff.edited-1.txt'), 'utf8')).toBe('one, with a remark');
  expect(readFileSync(join(root, 'diff.edited-2.txt'), 'utf8')).toBe('two, with a remark');
});

test('a file of that name that migdocs never wrote is kept too', () => {
  writeFileSync(join(root, 'diff.txt'), 'somebody else');
  expect(writeOutputs(root, outputs('one')).kept).toEqual(['diff.edited-1.txt']);
});

test('when one file cannot be written, none is, and the folders that were made are gone', () => {
  const folder = join(root, 'new/folder');
  const unwritable: OutputFile = { name: 'missing/part.txt', content: 'x' };
  expect(() => writeOutputs(folder, [...outputs('one'), unwritable])).toThrow(InputError);
  expect(existsSync(join(root, 'new'))).toBe(false);
});

test('a folder that is a file is one clear error', () => {
  writeFileSync(join(root, 'out'), 'a file');
  expect(() => writeOutputs(join(root, 'out/slug'), outputs('one'))).toThrow(
    /cannot write to .*out/,
  );
});

test('other files in the folder are left alone', () => {
  mkdirSync(join(root, 'o'));
  writeFileSync(join(root, 'o/notes.txt'), 'mine');
  writeOutputs(join(root, 'o'), outputs('one'));
  expect(readFileSync(join(root, 'o/notes.txt'), 'utf8')).toBe('mine');
});
