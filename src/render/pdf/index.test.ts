import { expect, test } from 'vitest';
import type {
  CellContent,
  ReportBlock,
  ReportDocument,
  ReportSection,
} from '../../report/types.ts';
import { type PdfFile, readPdf } from '../../testing/pdf.ts';
import { everyBlockDocument, everyBlockIdentity, text } from '../../testing/report-document.ts';
import { type PdfOptions, renderPdf } from './index.ts';

async function render(document: ReportDocument, options: PdfOptions = {}): Promise<PdfFile> {
  return readPdf(await renderPdf(document, everyBlockIdentity(), options));
}

/** A document of one section with these blocks. */
function documentOf(blocks: readonly ReportBlock[], more: Partial<ReportSection> = {}) {
  const section: ReportSection = {
    anchor: 'only',
    title: '1 Only section',
    level: 1,
    orientation: 'portrait',
    startsOnNewPage: true,
    mark: 'none',
    blocks,
    ...more,
  };
  return { title: 'Title', subtitle: 'Subtitle', cover: [], sections: [section] };
}

function values(pdf: PdfFile, part: string): readonly string[] {
  return [...pdf.objects.values()].filter((value) => value.includes(part));
}

function squeeze(value: string): string {
  return value.replace(/\s/g, '');
}

function wordsOf(content: readonly CellContent[]): readonly string[] {
  return content.flatMap((item) => (item.kind === 'text' ? item.text.split(/\s+/) : [item.prompt]));
}

const WORDS: {
  readonly [K in ReportBlock['kind']]: (
    block: Extract<ReportBlock, { readonly kind: K }>,
  ) => readonly string[];
} = {
  paragraph: ({ content }) => wordsOf(content),
  subheading: (block) => [block.text],
  list: ({ items }) => items.flatMap(wordsOf),
  facts: ({ facts }) => facts.flatMap(({ label, value }) => [label, ...wordsOf(value)]),
  table: ({ caption, columns, rows, whenEmpty }) => [
    caption ?? '',
    ...(rows.length === 0 ? [whenEmpty] : columns.map(({ title }) => title)),
    ...rows.flatMap(({ cells }) => cells.flatMap(wordsOf)),
  ],
  code: (block) => [block.caption ?? '', ...block.text.split(/\s+/)],
  diagram: ({ diagram }) => [diagram.caption, ...diagram.boxes.map(({ table }) => table)],
  callout: ({ title, content }) => [title, ...wordsOf(content)],
  contents: () => [],
};

function wordsOfBlock<K extends ReportBlock['kind']>(
  block: Extract<ReportBlock, { readonly kind: K }>,
): readonly string[] {
  // The table has one entry a kind, so the entry of this block's kind takes this block.
  const words = WORDS[block.kind] as (typeof WORDS)[K];
  return words(block);
}

/** A field that somebody has filled shows its value in place of the prompt. */
function isPrompt(document: ReportDocument, word: string): boolean {
  return JSON.stringify(document).includes(`"prompt":${JSON.stringify(word)}`);
}

test('every word of every block is on a page', async () => {
  const document = everyBlockDocument();
  const { pages } = await render(document);
  const all = squeeze(pages.flat().join(''));
  const words = document.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => wordsOfBlock(block)),
  ]);
  expect(words.length).toBeGreaterThan(400);
  const missing = words.filter((word) => !isPrompt(document, word) && !all.includes(squeeze(word)));
  expect(missing).toEqual([]);
});

test('an open field shows what is asked, a filled one its value', async () => {
  const field = { kind: 'field', control: 'text', tag: 'a', prompt: 'Owner', choices: [] } as const;
  const facts = (value: string | null) =>
    documentOf([{ kind: 'facts', facts: [{ label: 'Who', value: [{ ...field, value }] }] }]);
  expect((await render(facts(null))).pages[1]).toContain('Owner');
  const filled = (await render(facts('Dana'))).pages[1];
  expect(filled).toContain('Dana');
  expect(filled).not.toContain('Owner');
});

test('the contents name the page of every section', async () => {
  const { pages } = await render(everyBlockDocument());
  const contents = pages[1] ?? [];
  const heading = '4 Sign-off';
  const page = pages.findIndex((lines, index) => index > 1 && lines.includes(heading)) + 1;
  expect(page).toBeGreaterThan(2);
  const titles = ['1 Summary', '2 Change detail', '3 Impact and dependencies', heading];
  expect(titles.filter((title) => !contents.includes(title))).toEqual([]);
  const numbers = contents.filter((line) => /^\d+$/.test(line));
  expect(numbers.at(-1)).toBe(String(page));
  expect(numbers).toHaveLength(5);
});

test('every page but the cover has title and classification, and every page its number', async () => {
  const { pages } = await render(everyBlockDocument());
  for (const [index, lines] of pages.entries()) {
    expect(lines).toContain(`Page ${index + 1} of ${pages.length}`);
    if (index > 0) expect(lines).toContain('Internal');
    if (index > 0) expect(lines).toContain('Change proposal: add order notes');
  }
});

test('a table repeats its header on every page, and only there as decoration', async () => {
  const pdf = await render(everyBlockDocument());
  const withRows = pdf.pages.filter((lines) =>
    lines.some((line) => line.startsWith('attribute_with')),
  );
  expect(withRows.length).toBeGreaterThan(1);
  for (const lines of withRows) expect(lines).toContain('Comment');
  expect(values(pdf, '/S /THead')).toHaveLength(values(pdf, '/S /Table\n').length - 3);
});

test('a row that is taller than a page is split without losing a line', async () => {
  const lines = Array.from({ length: 150 }, (_, index) => `statement ${index}`);
  const column = { title: 'SQL', width: 1, align: 'left' } as const;
  const rows = [
    { cells: [[text(lines.join('\n'), 'code')]], mark: 'removed', anchor: null } as const,
  ];
  const pdf = await render(
    documentOf([{ kind: 'table', caption: null, columns: [column], rows, whenEmpty: '' }]),
  );
  const drawn = pdf.pages.flat().filter((line) => line.startsWith('statement'));
  expect(drawn).toEqual(lines);
  expect(pdf.pages.length).toBeGreaterThan(3);
  expect(values(pdf, '/S /TR\n')).toHaveLength(2);
});

test('a heading stays with the block below it', async () => {
  const filler: ReportBlock = { kind: 'paragraph', content: [text('filler')] };
  for (let count = 30; count < 44; count += 1) {
    const blocks = Array.from({ length: count }, () => filler);
    const last: ReportBlock[] = [{ kind: 'subheading', text: 'Below' }, { ...filler }];
    const { pages } = await render(documentOf([...blocks, ...last]));
    const page = pages.find((lines) => lines.includes('Below')) ?? [];
    expect(page.indexOf('filler', page.indexOf('Below'))).toBeGreaterThan(-1);
  }
});

test('every link is in the structure, described, and goes to a place that exists', async () => {
  const pdf = await render(everyBlockDocument());
  const links = values(pdf, '/Subtype /Link');
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) {
    expect(link).toMatch(/\/StructParent \d+/);
    expect(link).toMatch(/\/Contents \((Go to|Open) .+\)/);
  }
  const targets = values(pdf, '/S /GoTo').map((value) => /\/D \(([^)]+)\)/.exec(value)?.[1]);
  const names = [...pdf.objects.values()].join('\n');
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) expect(names).toContain(`(${target}) [`);
});

test('a link to nothing is plain text', async () => {
  const pdf = await render(
    documentOf([{ kind: 'paragraph', content: [text('gone', 'plain', '#nowhere')] }]),
  );
  expect(values(pdf, '/Subtype /Link')).toEqual([]);
  expect(pdf.pages[1]).toContain('gone');
});

test('bookmarks are the headings, with their marks', async () => {
  const pdf = await render(documentOf([], { mark: 'added', title: '1 users' }));
  expect(values(pdf, '/Title (1 users \\(+ added\\))')).toHaveLength(1);
});

test('a character that no font has is drawn as a replacement and kept in the text layer', async () => {
  const pdf = await render(documentOf([{ kind: 'paragraph', content: [text('表 orders')] }]));
  expect(pdf.pages[1]).toContain('\uFFFD');
  expect(pdf.contents[1]).toContain('/ActualText (\u00fe\u00ff\u0088\u0068)');
});

test('a mark is read out as its word where only its sign is drawn', async () => {
  const pdf = await render(everyBlockDocument());
  const index = pdf.pages.findIndex((lines) => lines.includes('column_removed'));
  expect(pdf.pages[index]).toEqual(expect.arrayContaining(['+', '−', '~', '»', '?']));
  const spoken = pdf.contents[index]?.match(/(?<=ActualText \()\w+/g);
  expect(spoken).toEqual(['added', 'changed', 'removed', 'renamed', 'unknown']);
});

test('a diagram is a figure with its description', async () => {
  const pdf = await render(everyBlockDocument());
  const figures = values(pdf, '/S /Figure');
  expect(figures).toHaveLength(1);
  expect(figures[0]).toContain('order_notes \\(added\\) belongs to orders by order_id.');
});

test('a landscape section has landscape pages, and the next section upright ones again', async () => {
  const pdf = await render(everyBlockDocument(), { pageSize: 'Letter' });
  const boxes = values(pdf, '/Type /Page\n').map(
    (value) => /MediaBox \[([^\]]+)\]/.exec(value)?.[1],
  );
  expect(new Set(boxes)).toEqual(new Set(['0 0 612 792', '0 0 792 612']));
});

test('only the four faces are in the file, once each', async () => {
  const pdf = await render(everyBlockDocument());
  const files = values(pdf, '/FontFile2');
  const names = files.map((value) => /\/FontName \/[A-Z]+\+(\S+)/.exec(value)?.[1]);
  expect(names.sort()).toEqual([
    'DejaVuSansCondensed',
    'DejaVuSansCondensed-Bold',
    'DejaVuSansMono',
    'DejaVuSansMono-Bold',
  ]);
});

test('an attachment travels with the document, which then is PDF/A-3', async () => {
  const attachment = { name: 'proposal.json', type: 'application/json', data: '{}' };
  const bytes = await renderPdf(everyBlockDocument(), everyBlockIdentity(), {
    attachments: [attachment],
  });
  const source = Buffer.from(bytes).toString('latin1');
  expect(source).toContain('(proposal.json)');
  expect(source).toContain('/AFRelationship /Data');
  expect(source).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('the same document gives the same bytes, in every time zone', async () => {
  const zone = process.env['TZ'];
  const once = await renderPdf(everyBlockDocument(), everyBlockIdentity());
  process.env['TZ'] = 'Asia/Tokyo';
  const again = await renderPdf(everyBlockDocument(), everyBlockIdentity());
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
});

test('a document without a date says 2000-01-01, and its digest makes its id its own', async () => {
  const identity = { ...everyBlockIdentity(), date: null };
  const one = Buffer.from(await renderPdf(documentOf([]), identity)).toString('latin1');
  const other = { ...identity, digest: '0'.repeat(64) };
  const two = Buffer.from(await renderPdf(documentOf([]), other)).toString('latin1');
  expect(one).toContain('(D:20000101000000Z)');
  expect(one.match(/\(D:\d+Z\)/g)).toEqual(['(D:20000101000000Z)', '(D:20000101000000Z)']);
  const id = (source: string) => /\/ID \[([^\]]+)\]/.exec(source)?.[1];
  expect(id(one)).toBeDefined();
  expect(id(one)).not.toBe(id(two));
});
