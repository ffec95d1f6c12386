import type { Query } from '../query/query.ts';
import { STEP } from './layout.ts';
import type { QueryPrinter } from './query.ts';

/** The WITH clause; empty without one (get_with_clause of ruleutils.c). */
export function printWith({ commonTables, recursive }: Query, printer: QueryPrinter): string {
  if (commonTables.length === 0) return '';
  const { layout, spelling } = printer;
  const line = (): string => layout.line('', { before: 0, after: 0, plus: 0 });
  layout.shift(STEP);
  const list = commonTables.map(({ name, columnAliases, materialized, query }) => {
    const columns = columnAliases.map((column) => spelling.name(column)).join(', ');
    const head = `${spelling.name(name)}${columns && `(${columns})`} AS ${materialized}(`;
    const begin = line();
    const body = query ? printer.nested(query, true) : '';
    return `${head}${begin}${body}${line()})`;
  });
  layout.shift(-STEP);
  return ` WITH ${recursive ? 'RECURSIVE ' : ''}${list.join(', ')}${line()}`;
}
