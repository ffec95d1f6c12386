import type { Node, PartitionBoundSpec } from '@pgsql/types';
import { literalFromSql } from '../../../dialect/postgresql/defaults.ts';
import { quoteString } from '../../../dialect/postgresql/quoting.ts';
import { tableOptions } from '../../../dialect/postgresql/table-options.ts';
import type { Column, Table } from '../../../model/schema.ts';
import { nodeOf, textsOf } from '../nodes.ts';
import { NotTold } from './reading.ts';

/**
 * The bound of a partition as the server prints it: `FOR VALUES FROM ('2026-01-01') TO (MAXVALUE)`.
 *
 * @throws {NotTold} for values that are computed.
 */
export function boundText(bound: PartitionBoundSpec | undefined, parent: Table): string {
  if (!bound || bound.is_default) return 'DEFAULT';
  const columns = keyColumns(parent);
  const values = (nodes: readonly Node[] | undefined): string =>
    (nodes ?? []).map((node, place) => value(node, columns[place] ?? null)).join(', ');
  switch (bound.strategy) {
    case 'h':
      return `FOR VALUES WITH (modulus ${bound.modulus ?? 0}, remainder ${bound.remainder ?? 0})`;
    case 'l': {
      const [first = null] = columns;
      const list = (bound.listdatums ?? []).map((node) => value(node, first)).join(', ');
      return `FOR VALUES IN (${list})`;
    }
    default:
      return `FOR VALUES FROM (${values(bound.lowerdatums)}) TO (${values(bound.upperdatums)})`;
  }
}

/** The columns of the partition key; null in the place of an expression. */
function keyColumns({ columns, options }: Table): readonly (Column | null)[] {
  const list = /\((.*)\)$/s.exec(tableOptions(options).partitionBy ?? '')?.[1] ?? '';
  return list.split(',').map((part) => {
    const name = part.trim().replace(/^"(.*)"$/, '$1');
    return columns.find((column) => column.name === name) ?? null;
  });
}

/** get_range_partbound_string and get_const_expr of ruleutils.c: numbers stand bare unless negative. */
function value(node: Node, column: Column | null): string {
  const word = textsOf(nodeOf(node, 'ColumnRef')?.fields)[0];
  if (word === 'minvalue' || word === 'maxvalue') return word.toUpperCase();
  const constant = nodeOf(node, 'A_Const') ?? nodeOf(nodeOf(node, 'TypeCast')?.arg, 'A_Const');
  if (!constant) throw new NotTold('a value of its bound is computed');
  if (constant.isnull) return 'NULL';
  if (constant.boolval) return String(constant.boolval.boolval ?? false);
  if (constant.sval) return quoteString(moment(constant.sval.sval ?? '', column));
  const number = constant.fval?.fval ?? String(constant.ival?.ival ?? 0);
  const isNumber = column === null || NUMBERS.test(column.type);
  return isNumber && !number.startsWith('-') ? number : quoteString(number);
}

const NUMBERS = /^(?:smallint|integer|bigint|numeric|real|double precision)/;

/** Midnight is printed in full. The dump's session has the time zone of the server, mostly UTC. */
function moment(text: string, column: Column | null): string {
  if (
    !column ||
    !/^timestamp/.test(column.type) ||
    !/^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/.test(text)
  ) {
    return text;
  }
  const zone = column.type.includes('with time zone') ? '+00' : '';
  const full = literalFromSql(text, 'timestamp without time zone');
  return typeof full === 'string' ? `${full}${zone}` : text;
}
