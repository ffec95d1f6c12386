import { type Column, findColumn, type Table } from '../../../model/schema.ts';
import { NotTold } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import type { StatedOptions } from '../stated/stated.ts';
import type { Told } from '../statements/statement.ts';
import { stringContent } from '../tokens/string-content.ts';
import { characterSetOf, collationOfCharset } from './charset.ts';
import { modelOptions } from './options.ts';
import { shownOptions, withCharset } from './table-options.ts';

/** What ALTER TABLE with options asks for; those that it does not name stay. */
export function optionBodies(
  table: Table,
  options: StatedOptions,
  scope: MysqlScope,
): readonly Told[] {
  const bodies: Told[] = [];
  const comment = options.get('COMMENT');
  if (comment !== undefined) {
    const text = stringContent(comment);
    bodies.push({ kind: 'setTableComment', table: table.name, comment: text === '' ? null : text });
  }
  const shown = shownOptions(table, options);
  if (shown !== table.options) {
    bodies.push({ kind: 'setTableOptions', table: table.name, options: shown });
  }
  if (options.has('CHARSET') || options.has('COLLATE')) {
    bodies.push(...charsetBodies(table, options, scope));
  }
  return bodies;
}

/** The columns keep their character set, which a dump then names; it leaves out what the table has. */
function charsetBodies(table: Table, options: StatedOptions, scope: MysqlScope): readonly Told[] {
  const { charset, collation } = modelOptions(options, scope);
  if (charset === null) throw new NotTold('the character set of the collation is not known');
  const before = collationBefore(table, scope);
  const after = collation ?? collationOfCharset(charset, serverIn(scope));
  const changed = table.columns.filter(hasText).map((column): Column => {
    const kept = column.collation ?? before;
    if (kept === null || after === null) {
      throw new NotTold('the collation that its columns keep depends on the server');
    }
    return { ...column, collation: kept === after ? null : kept };
  });
  return [
    ...withCharset(table, charset, collation),
    ...changed
      .filter((column) => findColumn(table, column.name)?.collation !== column.collation)
      .map((column): Told => {
        const on = { table: table.name, column, using: null, position: null };
        return { kind: 'setColumn', ...on, restates: true };
      }),
  ];
}

/** The collation of columns that name none; null when it is not certain. */
function collationBefore(table: Table, scope: MysqlScope): string | null {
  const own = table.collation ?? /\bCOLLATE=(\w+)/i.exec(table.options ?? '')?.[1] ?? null;
  const charset = characterSetOf(table);
  return own ?? (charset === null ? null : collationOfCharset(charset, serverIn(scope)));
}

const TEXT = /^(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set)\b/;

/** True for a column that has a character set. */
export function hasText({ type }: Column): boolean {
  return TEXT.test(type);
}
