import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { gatherWrites } from './gather.ts';
import { fontPath } from './text/fonts.ts';

function document() {
  const doc = new PDFDocument({ autoFirstPage: false, bufferPages: true, font: fontPath('text') });
  return { doc, file: gatherWrites(doc) };
}

test('every object stands where the table of references says', () => {
  const { doc, file } = document();
  doc.addPage().rect(10, 10, 20, 20).fill('#ff0000');
  doc.addPage().text('é and \u4e00');
  const text = Buffer.from(file.finish()).toString('latin1');
  const table = text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]));
  expect(table.startsWith('xref\n')).toBe(true);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets.length).toBeGreaterThan(5);
  for (const [index, offset] of offsets.entries()) {
    expect(text.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  }
});

test('an element that is not part of the structure is an error', () => {
  const { doc, file } = document();
  doc.addPage();
  doc.struct('P');
  expect(() => file.finish()).toThrow('never ended');
});
