import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../model/proposal.ts';
import { emptySchema, type Table } from '../../model/schema.ts';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { column, foreignKey, ID, index, table } from '../../testing/sample/parts.ts';
import { buildContext, type ReportContext } from '../context.ts';
import { changedTablesDiagram, neighbourhoodDiagram, overviewDiagram } from './index.ts';

const context = buildContext(sampleProposal(), '');

function contextOf(tables: readonly Table[], over: Partial<Proposal> = {}): ReportContext {
  const schema = { ...emptySchema('postgresql'), tables };
  return buildContext({ ...unchangedProposal(), before: schema, after: schema, ...over }, '');
}

function child(name: string, nullable: boolean, unique: boolean): Table {
  return table(name, [ID, column('hub_id', 'bigint', { nullable })], {
    foreignKeys: [foreignKey(`fk_${name}`, 'hub_id', 'hub')],
    indexes: [index(`by_${name}`, ['hub_id'], { unique })],
  });
}

function hubWith(children: number): readonly Table[] {
  const others = Array.from({ length: children }, (_, at) => child(`child_${at}`, false, false));
  return [table('hub', [ID]), ...others];
}

describe('the diagram of changed tables', () => {
  const diagram = changedTablesDiagram(context);

  test('holds what changes and what is one foreign key away, nothing further', () => {
    expect(diagram?.boxes.map((box) => [box.table, box.mark])).toEqual([
      ['addresses', 'none'],
      ['coupons', 'removed'],
      ['order_items', 'none'],
      ['orders', 'altered'],
      ['shipments', 'added'],
      ['users', 'altered'],
    ]);
  });

  test('marks columns, removed ones included, and counts those left out', () => {
    const orders = diagram?.boxes.find((box) => box.table === 'orders');
    expect(orders?.rows.map((row) => [row.name, row.mark])).toEqual([
      ['id', 'none'],
      ['user_id', 'none'],
      ['status', 'renamed'],
      ['total_cents', 'altered'],
      ['legacy_ref', 'removed'],
      ['placed_at', 'none'],
    ]);
    const addresses = diagram?.boxes.find((box) => box.table === 'addresses');
    expect(addresses?.rows.map((row) => row.name)).toEqual(['id', 'user_id']);
    expect(addresses?.omitted).toBe(2);
  });

  test('says in words what it shows', () => {
    expect(diagram?.alt).toContain('shipments.order_id refers to orders (added)');
    expect(diagram?.alt).toContain(
      '6 tables: addresses, coupons (removed), order_items, orders (changed)',
    );
  });

  test('is not there when no table changes', () => {
    expect(changedTablesDiagram(buildContext(unchangedProposal(), ''))).toBeNull();
  });
});

describe('an edge', () => {
  test('is single when a unique key covers it, optional when the child may have no parent', () => {
    const tables = [table('hub', [ID]), child('a', false, true), child('b', true, false)];
    const diagram = overviewDiagram(contextOf(tables));
    expect(diagram?.edges.map((edge) => [edge.from.table, edge.single, edge.optional])).toEqual([
      ['a', true, false],
      ['b', false, true],
    ]);
  });
});

describe('a diagram stays readable', () => {
  test('a neighbourhood has at most 12 boxes, the table among them', () => {
    const crowded = contextOf(hubWith(20));
    const hub = crowded.tables.find(({ name }) => name === 'hub');
    if (hub === undefined) throw new Error('there is a hub');
    const boxes = neighbourhoodDiagram(crowded, hub)?.boxes.map((box) => box.table);
    expect(boxes).toHaveLength(12);
    expect(boxes).toContain('hub');
  });

  test('a table alone has no neighbourhood', () => {
    const lonely = contextOf([table('hub', [ID])]);
    const [hub] = lonely.tables;
    if (hub === undefined) throw new Error('there is a hub');
    expect(neighbourhoodDiagram(lonely, hub)).toBeNull();
  });

  test('the overview is drawn for 40 tables and not for 41', () => {
    expect(overviewDiagram(contextOf(hubWith(39)))?.boxes).toHaveLength(40);
    expect(overviewDiagram(contextOf(hubWith(40)))).toBeNull();
    expect(overviewDiagram(contextOf([]))).toBeNull();
  });
});
