import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagram, ReportDocument } from '../../report/types.ts';
import { HAS_LIBRE_OFFICE, pagesOf } from '../../testing/libre-office.ts';
import { officePart, officeParts, packageProblems } from '../../testing/office-file.ts';
import { everyBlockDocument, everyBlockIdentity, text } from '../../testing/report-document.ts';
import { childOf, findAll, type XmlElement } from '../../testing/xml.ts';
import { renderDocx } from './index.ts';

let file: Uint8Array;
let body: XmlElement;

beforeAll(async () => {
  file = await renderDocx(everyBlockDocument(), everyBlockIdentity());
  body = officePart(file, 'word/document.xml');
});

const valOf = (element: XmlElement | null): string => element?.attributes['w:val'] ?? '';

function paragraphsOf(style: string): readonly string[] {
  return findAll(body, 'w:p')
    .filter((paragraph) => findAll(paragraph, 'w:pStyle').map(valOf).includes(style))
    .map((paragraph) => paragraph.text);
}

function headings(): readonly XmlElement[] {
  return findAll(body, 'w:p').filter((paragraph) =>
    findAll(paragraph, 'w:pStyle').some((style) => /^Heading/.test(valOf(style))),
  );
}

function controlOf(tag: string): XmlElement {
  const control = findAll(body, 'w:sdt').find((sdt) =>
    findAll(sdt, 'w:tag').map(valOf).includes(tag),
  );
  if (control === undefined) throw new Error(`There is no control ${tag}`);
  return control;
}

/** A document of one section. */
function documentOf(blocks: ReportDocument['sections'][number]['blocks']): ReportDocument {
  const section = {
    anchor: 'only',
    title: 'Only',
    level: 1,
    orientation: 'portrait',
    startsOnNewPage: false,
    mark: 'none',
  } as const;
  return { title: 'T', subtitle: 'S', cover: [], sections: [{ ...section, blocks }] };
}

describe('the package', () => {
  test('is sound', () => {
    expect(packageProblems(file)).toEqual([]);
  });

  test('names its document and the digest of its inputs', () => {
    const core = officePart(file, 'docProps/core.xml');
    expect(childOf(core, 'dc:title')?.text).toBe('Change proposal: add order notes');
    expect(childOf(core, 'cp:keywords')?.text).toContain(`sha256:${everyBlockIdentity().digest}`);
    expect(childOf(core, 'dcterms:created')?.text).toBe('2026-11-22T00:00:00Z');
    expect(officePart(file, 'docProps/custom.xml').text).toContain('migdocs-9f86d081884c');
  });

  test('is in English and asks for no update of fields', () => {
    const language = findAll(officePart(file, 'word/styles.xml'), 'w:lang')[0];
    expect(valOf(language ?? null)).toBe('en-GB');
    const update = findAll(officePart(file, 'word/settings.xml'), 'w:updateFields');
    expect(update.map(valOf).filter((value) => value !== 'false')).toEqual([]);
  });
});

describe('the text', () => {
  test('has a title and headings of their levels, with the mark in a sign and a word', () => {
    expect(paragraphsOf('Title')).toEqual(['Change proposal: add order notes']);
    expect(paragraphsOf('Heading1')).toEqual([
      '1 Summary',
      '2 Change detail',
      '3 Impact and dependencies',
      '4 Sign-off',
    ]);
    expect(paragraphsOf('Heading2')).toEqual(['3.1 order_notes  + added']);
  });

  test('lists every heading in the contents as a link to it, and not the contents themselves', () => {
    const lines = findAll(body, 'w:p').filter((paragraph) =>
      findAll(paragraph, 'w:pStyle').some((style) => valOf(style).startsWith('TOC')),
    );
    expect(lines.map(({ text }) => text.replace(/^TOC.*"/, ''))).toEqual([
      ...headings().map(({ text }) => text),
    ]);
    expect(lines).toHaveLength(5);
    for (const [index, line] of lines.entries()) {
      const target = findAll(line, 'w:hyperlink')[0]?.attributes['w:anchor'];
      const bookmarks = findAll(headings()[index] ?? body, 'w:bookmarkStart');
      expect(bookmarks.map(({ attributes }) => attributes['w:name'])).toContain(target);
    }
  });

  test('gives the contents no page numbers, which nobody knows who does not lay out the pages', () => {
    const instructions = findAll(body, 'w:instrText').map(({ text }) => text);
    expect(instructions.filter((text) => text.startsWith('TOC'))).toEqual([
      'TOC \\h \\n "1-3" \\o "1-3"',
    ]);
    expect(instructions.join()).not.toContain('PAGEREF');
    const starts = findAll(body, 'w:fldChar').map(({ attributes }) => attributes['w:dirty']);
    expect(starts.filter((dirty) => dirty === 'true')).toEqual([]);
  });

  test('keeps characters that mean something in XML, and other scripts', () => {
    expect(paragraphsOf('BodyText').join()).toContain('< & > " \' – Ünïcödé → ✓ ≤ γλώσσα язык');
  });

  test('leaves out characters that XML cannot hold', async () => {
    const made = await renderDocx(
      documentOf([{ kind: 'paragraph', content: [text('bell\u0007 and \ud800 half a pair')] }]),
      everyBlockIdentity(),
    );
    expect(officePart(made, 'word/document.xml').text).toContain('bell and  half a pair');
  });

  test('breaks lines where the text does, in code too', () => {
    const code = findAll(body, 'w:p').find((p) => p.text.startsWith('CREATE TABLE'));
    expect(findAll(code ?? body, 'w:br')).toHaveLength(3);
  });

  test('says the tone of a callout in a word', () => {
    const callouts = paragraphsOf('BodyText').filter((line) =>
      /^(Danger|Warning|Note): /.test(line),
    );
    expect(callouts.map((line) => line.split(':')[0])).toEqual(['Danger', 'Warning', 'Note']);
  });

  test('says what a table without rows has to say', () => {
    expect(paragraphsOf('BodyText')).toContain('The table has no triggers.');
  });
});

describe('links', () => {
  test('inside the document lead to bookmarks that are there', () => {
    const names = findAll(body, 'w:bookmarkStart').map(
      ({ attributes }) => attributes['w:name'] ?? '',
    );
    const anchors = findAll(body, 'w:hyperlink').flatMap(
      ({ attributes }) => attributes['w:anchor'] ?? [],
    );
    expect(anchors.length).toBeGreaterThan(6);
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 40)).toEqual([]);
  });

  test('to a place that the document does not have are plain text', async () => {
    const made = await renderDocx(
      documentOf([{ kind: 'paragraph', content: [text('gone', 'plain', '#nowhere')] }]),
      everyBlockIdentity(),
    );
    const document = officePart(made, 'word/document.xml');
    expect(findAll(document, 'w:hyperlink')).toEqual([]);
    expect(document.text).toContain('gone');
  });

  test('to the web keep their address', () => {
    const targets = findAll(officePart(file, 'word/_rels/document.xml.rels'), 'Relationship')
      .filter(({ attributes }) => attributes['TargetMode'] === 'External')
      .map(({ attributes }) => attributes['Target']);
    expect(targets).toEqual(['https://www.postgresql.org/docs/15/sql-altertable.html']);
  });

  test('reach a row by its anchor', () => {
    const row = findAll(body, 'w:tr').find((tr) => tr.text.includes('column_added'));
    const [bookmark] = findAll(row ?? body, 'w:bookmarkStart');
    const link = findAll(body, 'w:hyperlink').find(({ text }) => text === 'risk R1');
    expect(bookmark?.attributes['w:name']).toBe(link?.attributes['w:anchor']);
  });
});

describe('tables', () => {
  test('repeat their header and keep rows whole', () => {
    const rows = findAll(body, 'w:tr').filter(({ text }) => text.startsWith('Mark#'));
    expect(rows.map((row) => findAll(row, 'w:tblHeader').map(valOf))).toEqual([['']]);
    const long = findAll(body, 'w:tr').find(({ text }) => text.includes('long_name_7'));
    expect(findAll(long ?? body, 'w:cantSplit')).toHaveLength(1);
  });

  test('let a row break that may be taller than a page', async () => {
    const cell = Array.from({ length: 90 }, (_, line) => `line ${line}`).join('\n');
    const made = await renderDocx(
      documentOf([
        {
          kind: 'table',
          caption: null,
          columns: [{ title: 'SQL', width: 1, align: 'left' }],
          rows: [{ cells: [[text(cell)]], mark: 'none', anchor: null }],
          whenEmpty: '',
        },
      ]),
      everyBlockIdentity(),
    );
    const row = findAll(officePart(made, 'word/document.xml'), 'w:tr')[1];
    expect(
      findAll(row ?? body, 'w:cantSplit')
        .map(valOf)
        .filter((value) => value !== 'off' && value !== 'false'),
    ).toEqual([]);
  });

  test('of facts keep their first row with the second, and no other', async () => {
    const facts = ['Before', 'After', 'Steps'].map((label) => ({ label, value: [text('x')] }));
    const made = await renderDocx(documentOf([{ kind: 'facts', facts }]), everyBlockIdentity());
    const rows = findAll(officePart(made, 'word/document.xml'), 'w:tr').slice(-3);
    expect(rows.map((row) => findAll(row, 'w:keepNext').length)).toEqual([2, 0, 0]);
  });

  test('fill the width of their page', () => {
    const widths = findAll(body, 'w:tbl').map((table) =>
      findAll(table, 'w:gridCol').reduce(
        (sum, { attributes }) => sum + Number(attributes['w:w']),
        0,
      ),
    );
    expect(new Set(widths)).toEqual(new Set([9638, 14570]));
  });

  test('say the mark of a row in a sign and a word', () => {
    for (const mark of ['+ added', '− removed', '~ changed', '» renamed', '? unknown']) {
      expect(findAll(body, 'w:tc').map((cell) => cell.text)).toContain(mark);
    }
  });

  test('are parted by a paragraph, as Word joins those that touch', () => {
    const children = childOf(body, 'w:body')?.children.map(({ name }) => name) ?? [];
    const touching = children.filter(
      (name, index) => name === 'w:tbl' && children[index + 1] !== 'w:p',
    );
    expect(touching).toEqual([]);
  });
});

describe('diagrams', () => {
  test('are pictures whose words say the tables and relations', () => {
    const [properties, ...others] = findAll(body, 'wp:docPr');
    expect(others).toEqual([]);
    expect(properties?.attributes).toEqual({
      id: '1',
      name: 'orders',
      title: 'Orders and their notes',
      descr: expect.stringContaining('order_notes (added) belongs to orders'),
    });
    expect([...officeParts(file).keys()]).toContain('word/media/image1.png');
  });

  test('fit the width of the page', () => {
    const [extent] = findAll(body, 'wp:extent');
    // 12 700 English metric units are a point, and the text is 481.9 points wide.
    expect(Number(extent?.attributes['cx']) / 12_700).toBeLessThanOrEqual(482);
    expect(Number(extent?.attributes['cy'])).toBeGreaterThan(0);
  });

  test('too large to read on the page are tables of their relations', async () => {
    const made = await renderDocx(
      documentOf([{ kind: 'diagram', diagram: largeDiagram() }]),
      everyBlockIdentity(),
    );
    const document = officePart(made, 'word/document.xml');
    expect(findAll(document, 'w:drawing')).toEqual([]);
    expect(findAll(document, 'w:tr')).toHaveLength(61);
    expect(document.text).toContain('child_59 (parent_id)parents (id)many to one');
    expect(document.text).toContain('Sixty children of one parent.');
  });
});

function largeDiagram(): Diagram {
  const children = Array.from({ length: 60 }, (_, index) => `child_${index}`);
  const row = { name: 'id', type: 'bigint', keys: ['PK'], mark: 'none', nullable: false } as const;
  return {
    id: 'large',
    caption: 'Large',
    alt: 'Sixty children of one parent.',
    boxes: ['parents', ...children].map((table) => ({
      table,
      mark: 'none',
      link: null,
      omitted: 0,
      rows: [row, row, row],
    })),
    edges: children.map((table) => ({
      from: { table, columns: ['parent_id'] },
      to: { table: 'parents', columns: ['id'] },
      single: false,
      optional: false,
      mark: 'none',
    })),
  };
}

describe('form fields', () => {
  test('are controls with a tag and an id of their own', () => {
    const controls = findAll(body, 'w:sdtPr').filter((properties) => childOf(properties, 'w:tag'));
    const tags = controls.map((properties) => valOf(childOf(properties, 'w:tag')));
    const ids = controls.map((properties) => valOf(childOf(properties, 'w:id')));
    expect(tags).toContain('signoff.dba.decision');
    expect(tags).toHaveLength(14);
    expect(new Set(tags).size).toBe(tags.length);
    expect(ids).toEqual(tags.map((_, index) => String(index + 1)));
  });

  test('have their properties in the order of the schema', () => {
    const order = [
      'w:alias',
      'w:tag',
      'w:id',
      'w:lock',
      'w:showingPlcHdr',
      'w:date',
      'w:docPartObj',
      'w:dropDownList',
      'w:text',
      'w14:checkbox',
    ];
    for (const { children } of findAll(body, 'w:sdtPr')) {
      const places = children.map(({ name }) => order.indexOf(name));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('show the prompt until they are filled', () => {
    const open = controlOf('signoff.release-manager.decision');
    expect(findAll(open, 'w:showingPlcHdr')).toHaveLength(1);
    expect(findAll(open, 'w:rStyle').map(valOf)).toEqual(['PlaceholderText']);
    expect(open.text).toBe('[Choose a decision]');
    const filled = controlOf('signoff.dba.decision');
    expect(findAll(filled, 'w:showingPlcHdr')).toEqual([]);
    expect(filled.text).toBe('Approve');
  });

  test('offer their choices', () => {
    const items = findAll(controlOf('signoff.release-manager.decision'), 'w:listItem');
    expect(items.map(({ attributes }) => attributes['w:value'])).toEqual([
      'Approve',
      'Approve with conditions',
      'Reject',
      'Defer',
      'Not applicable',
    ]);
  });

  test('hold a date as a date', () => {
    const date = (tag: string) => findAll(controlOf(tag), 'w:date')[0]?.attributes['w:fullDate'];
    expect(date('signoff.dba.date')).toBe('2026-11-23T00:00:00Z');
    expect(date('signoff.release-manager.date')).toBeUndefined();
  });

  test('show whether a box is checked', () => {
    const checked = (tag: string) =>
      findAll(controlOf(tag), 'w14:checked')[0]?.attributes['w14:val'] + controlOf(tag).text;
    expect(checked('dependency.d1.notified')).toBe('1☒');
    expect(checked('dependency.d2.notified')).toBe('0☐');
  });

  test('with a tag that Word does not take are refused', async () => {
    const field = {
      kind: 'field',
      control: 'text',
      tag: 'a'.repeat(65),
      prompt: 'Name',
      choices: [],
      value: null,
    } as const;
    const block = { kind: 'facts', facts: [{ label: 'Name', value: [field] }] } as const;
    await expect(renderDocx(documentOf([block]), everyBlockIdentity())).rejects.toThrow('64');
  });
});

describe('pages', () => {
  test('lie on their side where the section does', () => {
    const sizes = findAll(body, 'w:pgSz').map(({ attributes }) => [
      attributes['w:w'],
      attributes['w:h'],
      attributes['w:orient'],
    ]);
    expect(sizes).toEqual([
      ['11906', '16838', 'portrait'],
      ['16838', '11906', 'landscape'],
      ['11906', '16838', 'portrait'],
    ]);
  });

  test('name the change, the classification, the document and the page', () => {
    expect(officePart(file, 'word/header1.xml').text).toBe('CHG-4711 · Add order notesInternal');
    const footer = officePart(file, 'word/footer1.xml');
    expect(footer.text).toMatch(/^migdocs-9f86d081884cPage .* of /);
    expect(findAll(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE', 'NUMPAGES']);
  });

  test.skipIf(!HAS_LIBRE_OFFICE)('come out in LibreOffice with headers on every one', () => {
    const pages = pagesOf(file, 'docx');
    expect(pages.length).toBeGreaterThan(6);
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(pages.some(({ width, height }) => width > height)).toBe(true);
    const withRows = pages.filter(({ text }) => text.includes('attribute_with_a_rather'));
    expect(withRows.length).toBeGreaterThan(1);
    for (const { text } of withRows) expect(text).toMatch(/Mark +# +Name/);
  });
});

describe('two runs', () => {
  test('give the same bytes, whatever came before in the process', async () => {
    await renderDocx(documentOf([]), everyBlockIdentity());
    const again = await renderDocx(everyBlockDocument(), everyBlockIdentity());
    expect(Buffer.from(again).equals(file)).toBe(true);
  });

  test('differ when the digest differs', async () => {
    const identity = { ...everyBlockIdentity(), digest: 'other' };
    const other = await renderDocx(everyBlockDocument(), identity);
    expect(Buffer.from(other).equals(file)).toBe(false);
  });
});
