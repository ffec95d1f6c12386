import { tokenizeSql } from '../../dialect/sql-tokens.ts';
import type { Index } from '../../model/schema.ts';

/**
 * What the columns of an index are called, as the name that the server chooses for the index holds
 * them: a column by its name, an expression by the function that it calls or the column that it
 * casts, else `expr` (ChooseIndexColumnNames and FigureIndexColname, PostgreSQL 15).
 */
export function indexColumnNames({ parts }: Index): readonly string[] {
  const names: string[] = [];
  const all = parts.flatMap(({ column, expression }) =>
    column === null ? separate(expression ?? '').map(figured) : [column],
  );
  for (const base of all) {
    let unique = base;
    for (let number = 1; names.includes(unique); number += 1) unique = `${base}${number}`;
    names.push(unique);
  }
  return names;
}

/** The elements of a list of expressions. */
function separate(list: string): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let element = '';
  for (const { text } of tokenizeSql(list, 'postgresql')) {
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (text === ',' && depth === 0) {
      elements.push(element.trim());
      element = '';
    } else element += text;
  }
  return [...elements, element.trim()];
}

const NAME = String.raw`"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*`;
/** `email DESC`, `lower(email)`, `((email)::text)`, `date_trunc('day'::text, at)`. */
const NAMED = [
  new RegExp(String.raw`^(${NAME})(?:\s[^(]*)?$`, 'u'),
  new RegExp(String.raw`^(?:(?:${NAME})\.)?(${NAME})\(`, 'u'),
  new RegExp(String.raw`^\(+(${NAME})\)*::[^()]*\)*$`, 'u'),
];

function figured(expression: string): string {
  for (const pattern of NAMED) {
    const name = pattern.exec(expression)?.[1];
    if (name !== undefined) {
      return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
    }
  }
  return 'expr';
}
