/**
 * SQLite keeps a column's type as it was declared, so the canonical spelling is that in lower case
 * with single spaces: `varchar(255)`, `datetime(6)`, `decimal(10,2)`.
 *
 * @see {@link https://www.sqlite.org/datatype3.html | Datatypes in SQLite}
 */
export function canonicalType(sql: string): string {
  return sql
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\( ?/, '(')
    .replace(/ ?, ?/g, ',')
    .replace(/ ?\)/, ')');
}

/** The numbers between a type's parentheses; empty without them. */
export function typeNumbers(type: string): readonly number[] {
  const inside = /\(([^)]*)\)/.exec(type)?.[1];
  return inside === undefined ? [] : inside.split(',').map(Number);
}
