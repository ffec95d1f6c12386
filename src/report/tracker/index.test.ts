import { describe, expect, test } from 'vitest';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { buildContext } from '../context.ts';
import { buildReport } from '../index.ts';
import type { CellValue, Sheet, Workbook } from '../types.ts';
import { buildTracker } from './index.ts';

const tracker = buildTracker(buildContext(sampleProposal(), ''));
const calm = buildTracker(buildContext(unchangedProposal(), ''));

function sheetOf(name: string, workbook = tracker): Sheet {
  const found = workbook.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** Shown values of a column, as a spreadsheet has them when it is opened. */
function valuesOf(workbook: Workbook, name: string, key: string): readonly (string | number)[] {
  const sheet = sheetOf(name, workbook);
  const at = sheet.columns.findIndex((column) => column.key === key);
  if (at === -1) throw new Error(`no column ${key} in ${name}`);
  return sheet.rows.flatMap((row) => shown(row.cells[at] ?? null));
}

function shown(cell: CellValue): readonly (string | number)[] {
  if (cell === null || cell === '') return [];
  if (typeof cell !== 'object') return [cell];
  return 'formula' in cell ? [cell.result].filter((one) => one !== '') : [cell.text];
}

function formulasOf(workbook: Workbook) {
  return workbook.sheets.flatMap((sheet) => {
    const cells = [
      ...sheet.facts.map((fact) => fact.value),
      ...sheet.rows.flatMap((row) => row.cells),
    ];
    return cells.flatMap((cell) =>
      cell !== null && typeof cell === 'object' && 'formula' in cell ? [{ sheet, ...cell }] : [],
    );
  });
}

describe.each([
  ['of a change', tracker],
  ['of no change', calm],
])('the workbook %s', (_, workbook) => {
  test('has fourteen sheets whose names a workbook takes', () => {
    const names = workbook.sheets.map((sheet) => sheet.name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(14);
    expect(names.filter((name) => name.length > 31 || /[\\/*?:[\]]/.test(name))).toEqual([]);
  });

  test('has rows as wide as its columns, whose keys and titles are unique', () => {
    for (const { name, columns, rows } of workbook.sheets) {
      const keys = columns.map((column) => column.key);
      expect(new Set(keys).size, name).toBe(keys.length);
      expect(new Set(columns.map((column) => column.title)).size, name).toBe(columns.length);
      expect(
        keys.filter((key) => !/^[A-Za-z0-9]+$/.test(key)),
        name,
      ).toEqual([]);
      expect(
        rows.filter((row) => row.cells.length !== columns.length),
        name,
      ).toEqual([]);
    }
  });

  test('has formulas that name columns which are there', () => {
    for (const { sheet, formula } of formulasOf(workbook)) {
      for (const [, key] of formula.matchAll(/\[@(\w+)\]/g)) {
        expect(
          sheet.columns.map((column) => column.key),
          formula,
        ).toContain(key);
      }
      for (const [, name, key] of formula.matchAll(/\[([^\]@!]+)!(\w+)\]/g)) {
        const columns = sheetOf(name ?? '', workbook).columns.map((column) => column.key);
        expect(columns, formula).toContain(key);
      }
    }
  });

  test('has counting formulas whose value is what they count', () => {
    const counts = formulasOf(workbook).flatMap(({ formula, result }) => {
      const match = /^(COUNTA|COUNTIF)\(\[([^\]@!]+)!(\w+)\](?:,"([^"]*)")?\)$/.exec(formula);
      if (match === null) return [];
      const values = valuesOf(workbook, match[2] ?? '', match[3] ?? '');
      const counted = match[1] === 'COUNTA' ? values : values.filter((one) => one === match[4]);
      return [{ formula, result, counted: counted.length }];
    });
    expect(counts.length).toBeGreaterThan(5);
    for (const { formula, result, counted } of counts) expect(result, formula).toBe(counted);
  });

  test('has links to rows that are there', () => {
    const cells = workbook.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
    for (const cell of cells) {
      if (cell === null || typeof cell !== 'object' || !('link' in cell)) continue;
      const anchors = sheetOf(cell.link.sheet, workbook).rows.map((row) => row.anchor);
      expect(anchors, cell.text).toContain(cell.link.anchor);
    }
  });

  test('has lists for every column that offers choices, and values from those lists', () => {
    for (const sheet of workbook.sheets) {
      for (const { key, choices } of sheet.columns) {
        if (choices === null) continue;
        const list = workbook.lists.find((one) => one.name === choices);
        const strange = valuesOf(workbook, sheet.name, key).filter(
          (value) => !list?.values.includes(String(value)),
        );
        expect(strange, `${sheet.name} ${key}`).toEqual([]);
      }
    }
  });
});

describe('the run sheet', () => {
  test('begins with what must hold, then has the steps in order', () => {
    const ids = valuesOf(tracker, 'Run sheet', 'id');
    expect(ids[0]).toBe('P1');
    expect(ids.slice(-11)).toEqual(Array.from({ length: 11 }, (_, at) => `S${at + 1}`));
  });

  test('asks to save first only when something would be lost', () => {
    const saving = (workbook: Workbook) =>
      valuesOf(workbook, 'Run sheet', 'action').filter((text) => String(text).includes('RB2, RB6'));
    expect(saving(tracker)).toHaveLength(1);
    expect(valuesOf(calm, 'Run sheet', 'action').join()).not.toContain('would be lost');
  });

  test('gives a step that sends no SQL the text of its migration', () => {
    expect(valuesOf(tracker, 'Run sheet', 'command')).toContain(
      'User.in_batches.update_all("loyalty_points = 10")',
    );
  });
});

describe('the summary', () => {
  const gates = (workbook: Workbook) =>
    Object.fromEntries(
      valuesOf(workbook, 'Summary', 'gate').map((gate, at) => [
        gate,
        valuesOf(workbook, 'Summary', 'status')[at],
      ]),
    );

  test('opens no gate of a change that nobody has looked at', () => {
    expect(new Set(Object.values(gates(tracker)))).toEqual(new Set(['No-go']));
  });

  test('without a change waits for approvals and the run sheet only', () => {
    expect(gates(calm)).toEqual({
      'Not understood': 'Go',
      Review: 'Go',
      Risks: 'Go',
      'Open points': 'Go',
      Dependencies: 'Go',
      Rollback: 'Go',
      Approvals: 'No-go',
      'Run sheet': 'No-go',
      Verification: 'Go',
    });
  });

  test('names the overall risk, the open high ones and the next row', () => {
    const facts = new Map(sheetOf('Summary').facts.map((fact) => [fact.label, shown(fact.value)]));
    expect(facts.get('Overall risk')).toEqual(['critical']);
    expect(facts.get('High and critical risks open')).toEqual([6]);
    expect(facts.get('Next')).toEqual([
      'P1: A backup of the database is taken, and restoring it was tested.',
    ]);
    expect(facts.get('Point of no return')).toEqual([
      'S6: Drop the column orders.legacy_ref with all its values.',
    ]);
    expect(facts.get('Passed the point of no return')).toEqual(['not yet']);
  });
});

test('a removed column stays in the list of objects, marked', () => {
  const sheet = sheetOf('Objects');
  const removed = sheet.rows.filter((row) => row.mark === 'removed');
  expect(removed.map((row) => row.cells.slice(0, 2).join('.'))).toEqual([
    'coupons.id',
    'coupons.code',
    'coupons.percent',
    'orders.legacy_ref',
  ]);
});

test('a text longer than a cell holds is cut and says so', () => {
  const sample = sampleProposal();
  const steps = sample.steps.map((step, at) =>
    at === 0 ? { ...step, sql: [`SELECT '${'x'.repeat(40_000)}';`] } : step,
  );
  const workbook = buildTracker(buildContext({ ...sample, steps }, ''));
  const [sql] = valuesOf(workbook, 'Changes', 'sql');
  expect(String(sql).length).toBeLessThan(32_767);
  expect(String(sql)).toMatch(/cut; the whole text is in the sign-off document\.$/);
});

test('open points stand in their sheet and in the data under the same ids', () => {
  const report = buildReport(sampleProposal());
  const { rows } = sheetOf('Open points');
  expect(report.facts.openPoints.length).toBeGreaterThan(3);
  expect(rows.map(({ anchor, cells }) => [anchor, cells[1]])).toEqual(
    report.facts.openPoints.map(({ id, text }) => [id, text]),
  );
});
