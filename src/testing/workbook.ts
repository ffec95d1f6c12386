import type { Sheet, SheetColumn, SheetRow, Workbook } from '../report/types.ts';

/** A made-up workbook with every kind of cell, column and mark: what the XLSX renderer is tested with. */
export function everyCellWorkbook(): Workbook {
  return {
    sheets: [summary(), steps(), notes()],
    lists: [
      { name: 'StepStatus', values: ['Not started', 'In progress', 'Done', 'Blocked'] },
      { name: 'Environment', values: ['test', 'production'] },
    ],
  };
}

function column(
  key: string,
  title: string,
  width: number,
  more: Partial<SheetColumn> = {},
): SheetColumn {
  return {
    key,
    title,
    width,
    type: 'text',
    input: false,
    choices: null,
    prompt: null,
    tones: {},
    ...more,
  };
}

function row(anchor: string | null, mark: SheetRow['mark'], cells: SheetRow['cells']): SheetRow {
  return { anchor, mark, cells };
}

function summary(): Sheet {
  return {
    name: 'Summary',
    purpose: 'Where the change stands, worked out from the other sheets.',
    orientation: 'portrait',
    facts: [
      { label: 'Change', value: 'CHG-4711 Add order notes & drop the legacy reference' },
      { label: 'Date', value: '2026-11-22' },
      { label: 'Steps done', value: { formula: 'COUNTIF([Run sheet!status],"Done")', result: 1 } },
      { label: 'First step', value: { text: 'S1', link: { sheet: 'Run sheet', anchor: 's1' } } },
    ],
    columns: [
      column('gate', 'Gate', 18),
      column('state', 'State', 14, { tones: { open: 'attention', shut: 'good' } }),
    ],
    rows: [
      row(null, 'none', [
        'All steps done',
        {
          formula: 'IF(COUNTIF([Run sheet!status],"Done")=COUNTA([Run sheet!id]),"shut","open")',
          result: 'open',
        },
      ]),
    ],
    spareRows: 0,
  };
}

function steps(): Sheet {
  const minutes = {
    formula: 'IF(OR([@start]="",[@end]=""),"",ROUND(([@end]-[@start])*1440,0))',
    result: '',
  };
  const sql =
    "CREATE INDEX CONCURRENTLY index_orders_on_reference\n  ON orders USING btree (reference)\n  WHERE (state = 'open');";
  return {
    name: 'Run sheet',
    purpose:
      'What is run, in order. White cells are for you; grey ones are filled in. Choose a status as you go, and note the start and the end of every step, in the time zone of the summary.',
    orientation: 'landscape',
    facts: [],
    columns: [
      column('id', 'Step', 8),
      column('words', 'Action', 30),
      column('sql', 'Command', 44, { type: 'code' }),
      column('needs', 'Comes after', 10),
      column('environment', 'Environment', 14, { input: true, choices: 'Environment' }),
      column('estimate', 'Est. min', 10, {
        type: 'number',
        input: true,
        prompt: 'Minutes, from the rehearsal.',
      }),
      column('start', 'Actual start', 17, { type: 'date', input: true }),
      column('end', 'Actual end', 17, { type: 'date', input: true }),
      column('minutes', 'Minutes', 10, { type: 'number' }),
      column('status', 'Status', 14, {
        input: true,
        choices: 'StepStatus',
        prompt: 'Choose as you go.',
        tones: {
          Done: 'good',
          'In progress': 'attention',
          Blocked: 'bad',
          'Not started': 'neutral',
        },
      }),
      column('remarks', 'Notes', 24, { input: true, prompt: 'What the next shift must know.' }),
    ],
    rows: [
      row('s1', 'added', [
        'S1',
        'Create the table order_notes with its foreign key to orders, while nobody can read it yet.',
        'CREATE TABLE order_notes (id bigint);',
        null,
        'production',
        2,
        '2026-11-23T20:00',
        '2026-11-23T20:05',
        { ...minutes, result: 5 },
        'Done',
        null,
      ]),
      row('s2', 'removed', [
        'S2',
        '=cmd|/c calc: a text that only looks like a formula',
        sql,
        { text: 'S1', link: { sheet: 'Run sheet', anchor: 's1' } },
        null,
        null,
        '2026-11-24',
        null,
        minutes,
        'Not started',
        'control\u0007character and\ttab',
      ]),
      row(null, 'none', [
        'S3',
        'A long command is cut.',
        'SELECT 1; '.repeat(4000),
        { text: 'S9', link: { sheet: 'Run sheet', anchor: 'nowhere' } },
        null,
        null,
        null,
        null,
        minutes,
        null,
        null,
      ]),
    ],
    spareRows: 5,
  };
}

function notes(): Sheet {
  return {
    name: 'Read me',
    purpose: 'Blank on purpose.',
    orientation: 'portrait',
    facts: [],
    columns: [column('text', 'Text', 60)],
    rows: [],
    spareRows: 0,
  };
}
