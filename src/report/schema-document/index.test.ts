import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../model/proposal.ts';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { buildContext } from '../context.ts';
import type { CellContent, ReportSection, TableBlock } from '../types.ts';
import { buildSchemaDocument } from './index.ts';

function documentOf(proposal: Proposal) {
  return buildSchemaDocument(buildContext(proposal, '-a\n+b\n'));
}

const document = documentOf(sampleProposal());

function sectionOf(anchor: string, given = document): ReportSection {
  const found = given.sections.find((section) => section.anchor === anchor);
  if (found === undefined) throw new Error(`no section ${anchor}`);
  return found;
}

/** The table of the section whose columns begin with these titles. */
function tableOf(section: ReportSection, ...titles: readonly string[]): TableBlock {
  const found = section.blocks.find(
    (block): block is TableBlock =>
      block.kind === 'table' && titles.every((title, at) => block.columns[at]?.title === title),
  );
  if (found === undefined) throw new Error(`no table ${titles.join()} in ${section.anchor}`);
  return found;
}

function words(cell: readonly CellContent[] | undefined): string {
  return (cell ?? []).map((one) => (one.kind === 'text' ? one.text : one.prompt)).join('');
}

function wordsOf(table: TableBlock): readonly (readonly string[])[] {
  return table.rows.map((row) => row.cells.map(words));
}

describe('a section of a table', () => {
  const orders = sectionOf('table-orders');

  test('keeps a removed column at its place, marked, without a number', () => {
    const rows = tableOf(orders, '#', 'Column').rows;
    expect(rows.map((row) => [...row.cells.slice(0, 2).map(words), row.mark])).toEqual([
      ['1', 'id', 'none'],
      ['2', 'user_id', 'none'],
      ['3', 'status', 'renamed'],
      ['4', 'total_cents', 'altered'],
      ['–', 'legacy_ref', 'removed'],
      ['5', 'placed_at', 'none'],
    ]);
  });

  test('says before and after in the cell of the change', () => {
    const changes = wordsOf(tableOf(orders, '#', 'Column')).map((row) => row.at(-1));
    expect(changes).toContain('~ changed (C4): type integer → bigint');
    expect(changes).toContain('» renamed from state (C3)');
  });

  test('keeps a removed index', () => {
    expect(tableOf(orders, 'Name', 'Definition').rows.map((row) => row.mark)).toEqual([
      'removed',
      'none',
    ]);
  });

  test('shows who refers to it, also a table that is new', () => {
    const rows = tableOf(orders, 'Table', 'Column', 'On delete').rows;
    expect(rows.map((row) => [words(row.cells[0]), row.mark])).toEqual([
      ['order_items', 'none'],
      ['shipments', 'added'],
    ]);
  });

  test('says whether a foreign key has an index to be checked with', () => {
    const items = sectionOf('table-order-items');
    const rows = wordsOf(tableOf(items, 'Column', 'Refers to'));
    // The only index begins with order_id, so a search by product_id cannot use it.
    expect(rows.map((row) => [row[0], row[3]])).toEqual([
      ['order_id', 'yes'],
      ['product_id', 'no'],
    ]);
  });

  test('begins a page when it changes, and flows on when not', () => {
    // The first one follows the heading of the changed tables, which begins the page.
    expect(orders).toMatchObject({ startsOnNewPage: false, mark: 'altered' });
    expect(sectionOf('changed-tables').startsOnNewPage).toBe(true);
    expect(sectionOf('table-shipments')).toMatchObject({ startsOnNewPage: true, mark: 'added' });
    expect(sectionOf('table-products')).toMatchObject({ startsOnNewPage: false, mark: 'none' });
  });

  test('names views and functions whose text holds its name', () => {
    const lists = orders.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const named = lists.map(words);
    expect(named.some((text) => text.startsWith('view order_totals'))).toBe(true);
    expect(named.some((text) => text.startsWith('function touch_order'))).toBe(true);
    const shipments = sectionOf('table-shipments');
    expect(shipments.blocks.filter((block) => block.kind === 'list')).toEqual([]);
  });
});

describe('what is gone', () => {
  test('has a section of its own, behind all tables that stay', () => {
    const anchors = document.sections.map((section) => section.anchor);
    expect(anchors.indexOf('table-coupons')).toBeGreaterThan(anchors.indexOf('removed-objects'));
    expect(sectionOf('table-coupons').mark).toBe('removed');
    expect(tableOf(sectionOf('table-coupons'), '#', 'Column').rows).toHaveLength(3);
  });

  test('shows a removed program with its whole text', () => {
    const definition = `CREATE FUNCTION f() RETURNS trigger AS $$ ${'x := 1; '.repeat(40)} $$`;
    const sample = unchangedProposal();
    const before = { ...sample.before, functions: [{ name: 'f', definition }] };
    const given = documentOf({
      ...sample,
      before,
      after: { ...sample.before, functions: [] },
      changes: [
        {
          kind: 'removed',
          object: { type: 'function', table: null, name: 'f' },
          from: null,
          before: { name: 'f', definition },
          after: null,
          differences: [],
        },
      ],
      definitions: [{ before: [definition], after: null }],
    });
    expect(sectionOf('removed-objects', given).blocks).toContainEqual(
      expect.objectContaining({ kind: 'code', text: definition }),
    );
  });

  test('shows what creates a removed table again', () => {
    const text = JSON.stringify(sectionOf('table-coupons').blocks);
    expect(text).toContain('CREATE TABLE');
  });
});

describe('definitions', () => {
  test('are given before and after, the parts of a table together', () => {
    const codes = sectionOf('definitions').blocks.flatMap((block) =>
      block.kind === 'code' ? [block] : [],
    );
    const orders = codes.find(({ caption }) => caption === 'table orders')?.text.split('\n');
    expect(orders).toContain(' -- C4 column orders.total_cents changed');
    expect(orders?.filter((line) => line.includes('"total_cents"'))).toEqual([
      '-ALTER TABLE "orders" ADD "total_cents" integer DEFAULT 0 NOT NULL;',
      '+ALTER TABLE "orders" ADD "total_cents" bigint DEFAULT 0 NOT NULL;',
    ]);
  });
});

describe('tables', () => {
  test('that change come before those that stay, each by name', () => {
    const anchors = document.sections.map((section) => section.anchor);
    const first = anchors.indexOf('changed-tables');
    expect(anchors.slice(first + 1, anchors.indexOf('unchanged-tables'))).toEqual([
      'table-orders',
      'table-shipments',
      'table-users',
    ]);
  });

  test('leave out a column that would be empty in every row', () => {
    const titles = tableOf(sectionOf('table-products'), '#').columns.map(({ title }) => title);
    expect(titles).not.toContain('Change');
    expect(titles).toContain('Type');
  });
});

describe('the column dictionary', () => {
  const rows = wordsOf(tableOf(sectionOf('column-dictionary'), 'Column'));

  test('has the names that several tables use, by name', () => {
    const names = rows.map(([name]) => name ?? '').filter((name) => name !== '');
    expect(names).toEqual(names.toSorted());
    expect(names).not.toContain('loyalty_points');
  });

  test('marks a name of several types, the most frequent type first', () => {
    const at = rows.findIndex(([name]) => name === 'status (several types)');
    expect(rows.slice(at, at + 2).map(([name, type]) => [name, type])).toEqual([
      ['status (several types)', 'character varying'],
      ['', 'shipment_status'],
    ]);
  });
});

describe('findings', () => {
  const sample = sampleProposal();
  const [one] = sample.hazards;
  if (one === undefined) throw new Error('the sample has findings');
  const again = { ...one, instead: `${one.instead} Again.` };
  const section = sectionOf('findings', documentOf({ ...sample, hazards: [one, again] }));

  test('of one rule stand together, with their remedy once', () => {
    expect(wordsOf(tableOf(section, 'Id'))).toHaveLength(2);
    const text = JSON.stringify(section.blocks);
    expect(text.split(one.instead)).toHaveLength(2);
    expect(text).toContain('R1, and R2 alike with their own names');
  });
});

describe('the change summary', () => {
  test('counts objects by kind', () => {
    expect(wordsOf(tableOf(sectionOf('change-summary'), 'Object', 'Added'))).toEqual([
      ['Tables', '1', '1', '0', '0'],
      ['Columns', '1', '1', '1', '1'],
      ['Indexes', '1', '1', '0', '0'],
      ['Enums', '1', '0', '0', '0'],
    ]);
  });

  test('links each object to its section and each risk to its finding', () => {
    const row = tableOf(sectionOf('change-summary'), 'Id').rows[3];
    expect(row?.cells[1]).toMatchObject([
      { text: 'column ' },
      { text: 'orders.total_cents', link: '#table-orders' },
    ]);
    expect(row?.cells[3]).toMatchObject([{ text: 'danger: ' }, { text: 'R2', link: '#risk-r2' }]);
  });

  test('is one sentence when nothing changes', () => {
    const { blocks } = sectionOf('change-summary', documentOf(unchangedProposal()));
    expect(blocks).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain('The schema stays as it is.');
  });
});

describe('limits', () => {
  test('are stated: predicted, not run, how much was not understood, what was assumed', () => {
    const text = JSON.stringify(sectionOf('document-control').blocks);
    expect(text).toContain('predicted from files, not read from a live database');
    expect(text).toContain('1 statement');
    expect(text).toContain('Rails.env is taken to be production.');
  });

  test('name a statement that was not understood with its place', () => {
    const [row] = wordsOf(tableOf(sectionOf('not-understood'), 'Where'));
    expect(row?.[0]).toBe('db/migrate/20261106120000_drop_coupons.rb:4');
  });

  test('mark a table that such a statement names', () => {
    const sample = sampleProposal();
    const steps = sample.steps.map((step) =>
      step.operation.kind === 'opaque'
        ? { ...step, operation: { ...step.operation, touches: ['products'] } }
        : step,
    );
    const given = documentOf({ ...sample, steps });
    expect(sectionOf('table-products', given).mark).toBe('unknown');
  });
});

test('tables whose names differ in signs only have anchors of their own', () => {
  const sample = unchangedProposal();
  const [one] = sample.before.tables;
  if (one === undefined) throw new Error('the sample has tables');
  const tables = [
    { ...one, name: 'billing.invoices' },
    { ...one, name: 'billing_invoices' },
  ];
  const given = documentOf({
    ...sample,
    before: { ...sample.before, tables },
    after: { ...sample.before, tables },
  });
  const titles = given.sections.map((section) => [section.anchor, section.title]);
  expect(titles).toContainEqual(['table-billing-invoices', 'billing.invoices']);
  expect(titles).toContainEqual(['table-billing-invoices-2', 'billing_invoices']);
});

test('a table that is renamed keeps its removed column and says its name before', () => {
  const sample = unchangedProposal();
  const tables = sample.before.tables.map((one) =>
    one.name === 'coupons'
      ? { ...one, name: 'vouchers', columns: one.columns.filter((each) => each.name !== 'percent') }
      : one,
  );
  const change = { from: null, before: null, after: null, differences: [] };
  const given = documentOf({
    ...sample,
    after: { ...sample.before, tables },
    changes: [
      {
        ...change,
        kind: 'renamed',
        object: { type: 'table', table: null, name: 'vouchers' },
        from: 'coupons',
      },
      {
        ...change,
        kind: 'removed',
        object: { type: 'column', table: 'vouchers', name: 'percent' },
      },
    ],
  });
  const section = sectionOf('table-vouchers', given);
  expect(section.mark).toBe('renamed');
  expect(tableOf(section, '#').rows.map((row) => [words(row.cells[1]), row.mark])).toEqual([
    ['id', 'none'],
    ['code', 'none'],
    ['percent', 'removed'],
  ]);
  expect(JSON.stringify(section.blocks[0])).toContain('coupons');
});
