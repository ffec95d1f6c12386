import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { fontPath } from './fonts.ts';
import { GlyphSetter } from './glyphs.ts';

const doc = new PDFDocument({ autoFirstPage: false, font: fontPath('text') });
const setter = new GlyphSetter(doc._font);

function widthByShaping(text: string): number {
  return doc.fontSize(1000).widthOfString(text);
}

describe('a text set from pairs', () => {
  test.each(['users', 'AVATAR To Yes', 'index_users_on_email', 'T, V. (L)', '~|{}'])(
    '%s is as wide as when pdfkit shapes it',
    (text) => {
      expect(setter.set(text)?.advance).toBeCloseTo(widthByShaping(text), 6);
    },
  );

  test('is kerned', () => {
    const single = (text: string) => setter.set(text)?.advance ?? 0;
    expect(setter.set('AV')?.advance).toBeLessThan(single('A') + single('V'));
    expect(setter.set('AV')?.operand).toMatch(/^\[<[0-9a-f]{4}> [1-9][\d.]* <[0-9a-f]{4}>\]$/);
  });

  test('has a glyph for each character, the same for the same one', () => {
    const glyphs = /^\[<([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})>\]$/.exec(
      setter.set('non')?.operand ?? '',
    );
    expect(glyphs?.[1]).toBe(glyphs?.[3]);
    expect(glyphs?.[1]).not.toBe(glyphs?.[2]);
  });
});

test('a text with a ligature or beyond ASCII is left to pdfkit', () => {
  expect(setter.set('file')).toBeNull();
  expect(setter.set('offset')).toBeNull();
  expect(setter.set('é')).toBeNull();
});
