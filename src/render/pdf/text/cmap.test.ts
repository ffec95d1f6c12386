import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCoverage } from './cmap.ts';
import { fontPath } from './fonts.ts';

test('the text face covers Latin, Greek, Cyrillic and the marks, and no Chinese', () => {
  const covers = readCoverage(readFileSync(fontPath('text')));
  for (const character of 'aÅéßαЖ+−~»?→✓≤≥…–“☐☑\uFFFD') {
    expect([character, covers(character.codePointAt(0) ?? 0)]).toEqual([character, true]);
  }
  expect(covers('日'.codePointAt(0) ?? 0)).toBe(false);
  expect(covers(0xffff)).toBe(false);
});

test('bytes that are no font are refused', () => {
  expect(() => readCoverage(new Uint8Array(64))).toThrow('no cmap table');
});
