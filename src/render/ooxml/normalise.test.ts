import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { normaliseOfficeFile } from './normalise.ts';
import { readParts } from './package.ts';
import { xmlText } from './text.ts';

function pack(parts: { readonly [path: string]: string }, mtime: Date): Uint8Array {
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime });
}

function textDocument(id: string, toc: number, created: string) {
  return {
    'word/document.xml': [
      `<w:document><w:hyperlink r:id="${id}"/><w:bookmarkStart w:name="_Toc${toc}" w:id="${toc}"/>`,
      `<w:bookmarkEnd w:id="${toc}"/><w:hyperlink w:anchor="_Toc${toc}"/>`,
      `<w:t>the word _Toc7 of r:id="x"</w:t></w:document>`,
    ].join(''),
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="${id}" Target="https://a.example/?Id=1"/></Relationships>`,
    'docProps/core.xml': `<cp><dcterms:created xsi:type="x">${created}</dcterms:created></cp>`,
    '[Content_Types].xml': '<Types/>',
  };
}

const DATE = '2026-11-22';

test('files that differ in clock, random ids and counters alone become equal', () => {
  const first = pack(textDocument('rIdx8f-', 12, '2020-01-01T10:00:00Z'), new Date(2020, 1, 1));
  const second = pack(textDocument('q_77', 99, '2031-05-05T05:00:00Z'), new Date(2031, 1, 1));
  const normal = normaliseOfficeFile(first, DATE);
  expect(Buffer.from(normaliseOfficeFile(second, DATE)).equals(normal)).toBe(true);
  expect(Buffer.from(normaliseOfficeFile(normal, DATE)).equals(normal)).toBe(true);
});

test('ids, bookmarks and dates are renamed where they are meant, and text is left alone', () => {
  const parts = readParts(
    normaliseOfficeFile(
      pack(textDocument('rIdx', 12, '2020-01-01T10:00:00Z'), new Date(2020, 1, 1)),
      DATE,
    ),
  );
  expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  expect(parts.get('word/document.xml')).toBe(
    [
      '<w:document><w:hyperlink r:id="rId1"/><w:bookmarkStart w:name="_Toc1" w:id="1"/>',
      '<w:bookmarkEnd w:id="1"/><w:hyperlink w:anchor="_Toc1"/>',
      '<w:t>the word _Toc7 of r:id="x"</w:t></w:document>',
    ].join(''),
  );
  expect(parts.get('docProps/core.xml')).toContain('>2026-11-22T00:00:00Z<');
});

test('a file without a date carries a fixed one', () => {
  const file = pack(textDocument('a', 1, '2020-01-01T10:00:00Z'), new Date(2020, 1, 1));
  expect(readParts(normaliseOfficeFile(file, null)).get('docProps/core.xml')).toContain(
    '>1980-01-01T00:00:00Z<',
  );
});

test('links inside a workbook point by their place alone', () => {
  const file = pack(
    {
      '[Content_Types].xml': '<Types/>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><hyperlink ref="A1" r:id="rId1" location="x"/><hyperlink ref="A2" r:id="rId2"/></worksheet>',
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="#\'Run sheet\'!A5" TargetMode="External"/><Relationship Id="rId2" Target="https://a.example/" TargetMode="External"/></Relationships>',
    },
    new Date(2020, 1, 1),
  );
  const parts = readParts(normaliseOfficeFile(file, DATE));
  expect(parts.get('xl/worksheets/sheet1.xml')).toBe(
    '<worksheet><hyperlink ref="A1" location="\'Run sheet\'!A5"/><hyperlink ref="A2" r:id="rId1"/></worksheet>',
  );
  expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toBe(
    '<Relationships><Relationship Id="rId1" Target="https://a.example/" TargetMode="External"/></Relationships>',
  );
});

test('text keeps what XML can hold', () => {
  expect(xmlText('a\u0000b\u000bc\ud800d\uffff\u{1f600}\te\r\nf\rg')).toBe(
    'abcd\u{1f600}\te\nf\ng',
  );
});
