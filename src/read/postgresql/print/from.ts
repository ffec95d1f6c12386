import type { Expression } from '../query/expression.ts';
import { Beyond, type FromItem, type Join, type Source } from '../query/query.ts';
import { beginsLine, JOIN_STEP, PART_STEP, STEP } from './layout.ts';
import type { QueryPrinter } from './query.ts';

/** The FROM clause with its line break; empty without one (get_from_clause of ruleutils.c). */
export function printFrom(items: readonly FromItem[], printer: QueryPrinter): string {
  let text = '';
  for (const [at, item] of items.entries()) {
    if (at === 0) {
      text += `${printer.layout.clause(' FROM ', 2)}${printItem(item, printer)}`;
      continue;
    }
    const part = printItem(item, printer);
    const begin = beginsLine(part) ? '' : printer.layout.clause('', PART_STEP);
    text += `, ${begin}${part}`;
  }
  return text;
}

function printItem(item: FromItem, printer: QueryPrinter): string {
  return item.kind === 'source' ? printSource(item.source, printer) : printJoin(item, printer);
}

function printJoin(join: Join, printer: QueryPrinter): string {
  const left = printItem(join.left, printer);
  const word = printer.layout.line(` ${join.type} `, {
    before: -STEP,
    after: STEP,
    plus: JOIN_STEP,
  });
  const right = printItem(join.right, printer);
  return `(${left}${word}${right}${matching(join, printer)})`;
}

function matching({ using, condition, type }: Join, printer: QueryPrinter): string {
  if (using.length > 0)
    return ` USING (${using.map((name) => printer.spelling.name(name)).join(', ')})`;
  if (condition) return ` ON (${printer.print(condition, false)})`;
  return type === 'CROSS JOIN' ? '' : ' ON TRUE';
}

function printSource(source: Source, printer: QueryPrinter): string {
  const lateral = source.lateral ? 'LATERAL ' : '';
  const ordinality = source.withOrdinality ? ' WITH ORDINALITY' : '';
  return `${lateral}${sourceText(source, printer)}${ordinality}${aliasOf(source, printer)}`;
}

function sourceText(source: Source, printer: QueryPrinter): string {
  const { names, spelling } = printer;
  if (source.query) return `(${printer.nested(source.query, true)})`;
  if (source.call) return fromCall(source.call, printer);
  if (source.kind === 'values') return `(${printer.values(source.values)})`;
  const relation = names.relation(source);
  if (!relation) return spelling.name(source.ownName);
  return spelling.relation(relation.name, printer.namesCommonTable(relation.name));
}

/** An alias is shown where the author gave one, and where the name alone would not be right. */
function aliasOf(source: Source, printer: QueryPrinter): string {
  const { names, spelling } = printer;
  const name = names.of(source);
  const showsColumns = names.showsColumns(source);
  const goesWithout = source.kind === 'relation' || source.kind === 'cte';
  const isOwn = goesWithout && name === names.ownName(source);
  if (source.alias === null && isOwn && !showsColumns) return '';
  const columns = source.definesColumns
    ? definitions(source, printer)
    : columnList(source, printer);
  return ` ${spelling.name(name)}${showsColumns ? `(${columns})` : ''}`;
}

function columnList(source: Source, { names, spelling }: QueryPrinter): string {
  return names
    .columns(source)
    .map((name) => spelling.name(name))
    .join(', ');
}

function definitions(source: Source, { names, spelling }: QueryPrinter): string {
  return source.columns
    .map(
      (column, at) =>
        `${spelling.name(names.columns(source)[at] ?? column.name)} ${spelling.type(column)}`,
    )
    .join(', ');
}

/** What is not called like a function is left to the server. */
function fromCall(call: Expression, printer: QueryPrinter): string {
  if (call.kind !== 'call' && call.kind !== 'value') throw new Beyond('a cast in FROM');
  return printer.print(call, true);
}
