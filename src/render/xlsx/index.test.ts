import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CellValue, Workbook } from '../../report/types.ts';
import { HAS_LIBRE_OFFICE, pagesOf, sheetsOf } from '../../testing/libre-office.ts';
import { officePart, officeParts, packageProblems } from '../../testing/office-file.ts';
import { everyBlockIdentity } from '../../testing/report-document.ts';
import { everyCellWorkbook } from '../../testing/workbook.ts';
import { childOf, findAll } from '../../testing/xml.ts';
import { renderXlsx } from './index.ts';

let file: Uint8Array;
let steps: ExcelJS.Worksheet;
let summary: ExcelJS.Worksheet;

beforeAll(async () => {
  file = await renderXlsx(everyCellWorkbook(), everyBlockIdentity());
  steps = await sheetOf(file, 'Run sheet');
  summary = await sheetOf(file, 'Summary');
});

async function sheetOf(bytes: Uint8Array, name: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const worksheet = workbook.getWorksheet(name);
  if (worksheet === undefined) throw new Error(`There is no sheet ${name}`);
  return worksheet;
}

/** A workbook of one sheet with one column. */
function workbookOf(more: Partial<Workbook['sheets'][number]>): Workbook {
  const column = { key: 'a', title: 'A', width: 20, type: 'text', input: false } as const;
  return {
    lists: [],
    sheets: [
      {
        name: 'One',
        purpose: 'Purpose.',
        orientation: 'portrait',
        facts: [],
        columns: [{ ...column, choices: null, prompt: null, tones: {} }],
        rows: [],
        spareRows: 0,
        ...more,
      },
    ],
  };
}

/** The workbook with a wrong value for every formula, so that only working them out gives the right ones. */
function withoutResults(workbook: Workbook): Workbook {
  const forget = (value: CellValue): CellValue =>
    value !== null && typeof value === 'object' && 'formula' in value
      ? { ...value, result: 'wrong' }
      : value;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      facts: sheet.facts.map((fact) => ({ ...fact, value: forget(fact.value) })),
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(forget) })),
    })),
  };
}

describe('the package', () => {
  test('is sound', () => {
    expect(packageProblems(file)).toEqual([]);
  });

  test('names the digest of its inputs', () => {
    const core = officePart(file, 'docProps/core.xml');
    expect(childOf(core, 'cp:keywords')?.text).toContain(`sha256:${everyBlockIdentity().digest}`);
    expect(childOf(core, 'dcterms:created')?.text).toBe('2026-11-22T00:00:00Z');
  });

  test('has the parts of a sheet in the order of the schema', () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'tableParts',
    ];
    const sheets = [...officeParts(file)].filter(([path]) =>
      path.startsWith('xl/worksheets/sheet'),
    );
    expect(sheets).toHaveLength(4);
    for (const [, sheet] of sheets) {
      const places = sheet?.children.map(({ name }) => order.indexOf(name)) ?? [];
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('has tables of unique names whose headers are their columns', async () => {
    const tables = [...officeParts(file)].filter(([path]) => path.startsWith('xl/tables/'));
    const names = tables.map(([, table]) => table?.attributes['name']);
    expect(names).toEqual(['SummaryTable', 'RunsheetTable', 'ReadmeTable']);
    const columns = tables[1]?.[1] ? findAll(tables[1][1], 'tableColumn') : [];
    const header = columns.map((_, index) => steps.getCell(4, index + 1).value);
    expect(header).toEqual(columns.map(({ attributes }) => attributes['name']));
    expect(header.slice(0, 3)).toEqual(['Mark', 'Step', 'Action']);
  });

  test('refuses two columns of one title, which Excel would call damaged', async () => {
    const [column] = workbookOf({}).sheets[0]?.columns ?? [];
    if (column === undefined) throw new Error('The sheet has a column');
    const twice = workbookOf({ columns: [column, { ...column, key: 'b', title: 'a' }] });
    await expect(renderXlsx(twice, everyBlockIdentity())).rejects.toThrow('same title');
  });
});

describe('cells', () => {
  test('hold texts, numbers and dates as such', () => {
    expect(steps.getCell('C5').value).toMatch(/^Create the table order_notes/);
    expect(steps.getCell('G5').value).toBe(2);
    expect(steps.getCell('H5').value).toEqual(new Date('2026-11-23T20:00:00Z'));
    expect(steps.getCell('H6').value).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(steps.getCell('H6').numFmt).toBe('yyyy-mm-dd');
    expect(summary.getCell('A1').value).toBe('Summary');
  });

  test('hold a text that looks like a formula as a text', () => {
    expect(steps.getCell('C6').type).toBe(ExcelJS.ValueType.String);
    expect(steps.getCell('C6').value).toMatch(/^=cmd/);
  });

  test('say the mark of a row in a sign and a word', () => {
    expect([5, 6, 7].map((row) => steps.getCell(row, 1).value)).toEqual([
      '+ added',
      '− removed',
      null,
    ]);
  });

  test('cut what does not fit, and leave out what XML cannot hold', () => {
    expect(String(steps.getCell('D7').value)).toHaveLength(32_767);
    expect(steps.getCell('L6').value).toBe('controlcharacter and\ttab');
  });

  test('link to the row that is meant', () => {
    const links = findAll(officePart(file, 'xl/worksheets/sheet2.xml'), 'hyperlink');
    expect(links.map(({ attributes }) => attributes)).toEqual([
      { ref: 'E6', location: "'Run sheet'!A5" },
    ]);
    expect(steps.getCell('E6').text).toBe('S1');
  });

  test('are text where the row that is meant is not there', () => {
    expect(steps.getCell('E7').value).toBe('S9');
  });

  test('are high enough for their text', () => {
    expect(steps.getRow(6).height).toBeGreaterThanOrEqual(3 * 12);
    expect(steps.getRow(7).height).toBe(409);
    expect(steps.getRow(8).height).toBeLessThan(20);
  });
});

describe('formulas', () => {
  test('have addresses, and their value of now', () => {
    expect(steps.getCell('J5').value).toEqual({
      formula: 'IF(OR(H5="",I5=""),"",ROUND((I5-H5)*1440,0))',
      result: 5,
    });
    expect(summary.getCell('C6').value).toEqual({
      formula: 'COUNTIF(\'Run sheet\'!$K$5:$K$12,"Done")',
      result: 1,
    });
  });

  test('stand in the spare rows as well', () => {
    expect(steps.getCell('J12').formula).toBe('IF(OR(H12="",I12=""),"",ROUND((I12-H12)*1440,0))');
  });

  test.skipIf(!HAS_LIBRE_OFFICE)('are worked out by LibreOffice to the values given', async () => {
    const unsolved = await renderXlsx(withoutResults(everyCellWorkbook()), everyBlockIdentity());
    const sheets = sheetsOf(unsolved);
    const lineOf = (sheet: string, start: RegExp) =>
      sheets
        .get(sheet)
        ?.split('\n')
        .find((line) => start.test(line));
    expect(lineOf('Run sheet', /added,S1/)).toContain(',2026-11-23 20:05:00,5,Done');
    expect(lineOf('Summary', /^Steps done/)).toMatch(/^Steps done,+1,*$/);
    expect(lineOf('Summary', /^All steps done/)).toMatch(/^All steps done,open,*$/);
  });
});

describe('what people fill', () => {
  test('is open, and everything else is locked', () => {
    const isOpen = (address: string) => steps.getCell(address).protection?.locked === false;
    expect(['F5', 'K5', 'L6', 'B8', 'D12', 'K12'].filter((address) => !isOpen(address))).toEqual(
      [],
    );
    expect(['A5', 'B5', 'J5', 'J12', 'A12', 'B4'].filter(isOpen)).toEqual([]);
  });

  test('is protected without a password, with filters and sorting allowed', () => {
    const protection = findAll(officePart(file, 'xl/worksheets/sheet2.xml'), 'sheetProtection');
    expect(protection.map(({ attributes }) => attributes)).toEqual([
      { sheet: '1', formatColumns: '0', formatRows: '0', sort: '0', autoFilter: '0' },
    ]);
  });

  test('has a drop-down of a named list on a hidden sheet', async () => {
    expect(steps.getCell('K9').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['StepStatus'],
      prompt: 'Choose as you go.',
    });
    const lists = await sheetOf(file, 'Lists');
    expect(lists.state).toBe('veryHidden');
    expect(['A2', 'A5', 'B3'].map((address) => lists.getCell(address).value)).toEqual([
      'Not started',
      'Blocked',
      'production',
    ]);
    const names = findAll(officePart(file, 'xl/workbook.xml'), 'definedName');
    expect(names.map(({ attributes, text }) => [attributes['name'], text])).toContainEqual([
      'StepStatus',
      'Lists!$A$2:$A$5',
    ]);
  });

  test('takes dates and numbers where the column is of such', () => {
    expect(steps.getCell('H8').dataValidation?.type).toBe('date');
    expect(steps.getCell('G8').dataValidation?.type).toBe('decimal');
    expect(steps.getCell('J8').dataValidation).toBeUndefined();
  });

  test('has one rule a cell', () => {
    const ranges = findAll(officePart(file, 'xl/worksheets/sheet2.xml'), 'dataValidation');
    const columns = ranges.map(({ attributes }) => attributes['sqref']?.slice(0, 1));
    expect(new Set(columns).size).toBe(columns.length);
  });

  test('shows its tone', () => {
    const [formatting] = findAll(
      officePart(file, 'xl/worksheets/sheet2.xml'),
      'conditionalFormatting',
    ).slice(-1);
    expect(formatting?.attributes['sqref']).toBe('K5:K12');
    const formulas = formatting ? findAll(formatting, 'formula').map(({ text }) => text) : [];
    expect(formulas).toEqual(['"Done"', '"In progress"', '"Blocked"', '"Not started"']);
  });

  test('is nothing in a sheet without inputs or spare rows', async () => {
    const readMe = await sheetOf(file, 'Read me');
    expect(readMe.getCell('A5').protection?.locked).not.toBe(false);
  });
});

describe('on screen and paper', () => {
  test('the header stays in sight, unless that leaves no room for the rows', async () => {
    expect(steps.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 });
    const facts = Array.from({ length: 20 }, (_, index) => ({ label: `L${index}`, value: index }));
    const tall = await sheetOf(
      await renderXlsx(workbookOf({ facts }), everyBlockIdentity()),
      'One',
    );
    expect(tall.views[0]?.state).toBe('normal');
  });

  test('the header is printed on every page, a page wide', () => {
    expect(steps.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '4:4',
    });
    expect(steps.headerFooter.oddFooter).toBe('&F · &A · Page &P of &N');
  });

  test.skipIf(!HAS_LIBRE_OFFICE)('every sheet prints in LibreOffice, the hidden one aside', () => {
    const pages = pagesOf(file, 'xlsx');
    expect(pages).toHaveLength(3);
    expect(pages[1]?.text).toContain('Run sheet');
    expect(pages[1]?.width).toBeGreaterThan(pages[1]?.height ?? 0);
  });
});

describe('two runs', () => {
  test('give the same bytes', async () => {
    const again = await renderXlsx(everyCellWorkbook(), everyBlockIdentity());
    expect(Buffer.from(again).equals(file)).toBe(true);
  });
});
