import type { SqlToken } from '../../../dialect/sql-tokens.ts';
import type { OperationBody } from '../../../model/operation.ts';
import {
  type Column,
  findColumn,
  type GeneratedColumn,
  type Table,
} from '../../../model/schema.ts';
import type { Session } from '../session.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { defaultOfSql } from './defaults.ts';
import { joinTokens, SqlReader, splitList } from './reader.ts';

/** `ALTER TABLE …` with one or several actions; null unless every one of them is certain. */
export function alterTable(reader: SqlReader, session: Session): readonly OperationBody[] | null {
  if (!reader.take('ALTER', 'TABLE')) return null;
  reader.take('IF', 'EXISTS');
  const name = reader.name();
  const table = name === null ? null : session.findTable(name);
  if (!table) return null;
  const bodies: OperationBody[] = [];
  for (const tokens of splitList(reader.rest())) {
    const actions = actionsOf(tokens, table, session);
    if (actions === null) return null;
    bodies.push(...actions);
  }
  return bodies;
}

function actionsOf(
  tokens: readonly SqlToken[],
  table: Table,
  session: Session,
): readonly OperationBody[] | null {
  const reader = new SqlReader(tokens);
  const constraint = reader.take('ADD', 'CONSTRAINT');
  const body = constraint ? addConstraint(reader, table) : action(reader, table, session);
  return body && [body];
}

function action(reader: SqlReader, table: Table, session: Session): OperationBody | null {
  if (reader.take('DROP', 'CONSTRAINT') || reader.take('DROP', 'FOREIGN', 'KEY'))
    return dropConstraint(reader, table);
  if (reader.take('RENAME')) return rename(reader, table);
  if (reader.take('DROP')) return dropColumn(reader, table);
  if (reader.take('ALTER')) return alterColumn(reader, table, session);
  return reader.take('ADD') ? addColumn(reader, table, session) : null;
}

function rename(reader: SqlReader, { name: table }: Table): OperationBody | null {
  if (reader.take('TO')) {
    const to = reader.name();
    return to === null ? null : { kind: 'renameTable', from: table, to };
  }
  if (!reader.take('COLUMN')) return null;
  const from = reader.name();
  const to = reader.take('TO') ? reader.name() : null;
  return from === null || to === null ? null : { kind: 'renameColumn', table, from, to };
}

function dropColumn(reader: SqlReader, table: Table): OperationBody | null {
  reader.take('COLUMN');
  const ifExists = reader.take('IF', 'EXISTS');
  const column = reader.name();
  const cascade = reader.take('CASCADE');
  if (column === null || !reader.done || !findColumn(table, column)) return null;
  return { kind: 'dropColumn', table: table.name, column, ifExists, cascade };
}

function alterColumn(reader: SqlReader, table: Table, session: Session): OperationBody | null {
  reader.take('COLUMN');
  const name = reader.name();
  const column = name === null ? null : findColumn(table, name);
  if (!column) return null;
  const target = { table: table.name, column: column.name };
  if (reader.take('DROP', 'DEFAULT')) return { kind: 'setColumnDefault', ...target, default: null };
  if (!reader.take('SET', 'DEFAULT')) return null;
  const value = defaultOfSql(reader.rest(), column.type, session);
  return { kind: 'setColumnDefault', ...target, default: value };
}

function cutAt(
  tokens: readonly SqlToken[],
  word: string,
): readonly [readonly SqlToken[], readonly SqlToken[] | null] {
  const at = tokens.findIndex(
    (token) => token.kind === 'word' && token.text.toUpperCase() === word,
  );
  return at < 0 ? [tokens, null] : [tokens.slice(0, at), tokens.slice(at + 1)];
}

/** Clauses of ADD COLUMN that are left to a person. */
const CLAUSES =
  /^(?:REFERENCES|PRIMARY|UNIQUE|CHECK|COLLATE|AFTER|FIRST|CONSTRAINT|AUTO_INCREMENT|CHARACTER|COMMENT|INDEX|KEY)$/i;

/** Words that stand where a column's name would, and mean something else (MySQL). */
const NO_NAME = /^(?:INDEX|KEY|UNIQUE|PRIMARY|FOREIGN|CHECK|FULLTEXT|SPATIAL|PARTITION)$/i;

/** `ADD [COLUMN] name type [GENERATED ALWAYS AS (…) STORED] [DEFAULT …] [NOT NULL]`; null for other clauses. */
function addColumn(reader: SqlReader, table: Table, session: Session): OperationBody | null {
  reader.take('COLUMN');
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  if (name === null || NO_NAME.test(name)) return null;
  const column = newColumn(name, reader.rest(), session);
  return column && { kind: 'addColumn', table: table.name, column, ifNotExists, position: null };
}

function newColumn(name: string, tokens: readonly SqlToken[], session: Session): Column | null {
  const end = tokens.findIndex((token) => /^(?:NOT|NULL|DEFAULT|GENERATED)$/i.test(token.text));
  const typeTokens = end < 0 ? tokens : tokens.slice(0, end);
  const clauses = end < 0 ? [] : tokens.slice(end);
  const type = session.dialect.types.canonical(joinTokens(typeTokens));
  const generated = generatedClause(clauses);
  const rest = generated ? clauses.slice(generated.length) : clauses;
  if (rest.some((token) => CLAUSES.test(token.text) || /^GENERATED$/i.test(token.text)))
    return null;
  const value = (cutAt(rest, 'DEFAULT')[1] ?? []).filter(
    (token) => !/^(?:NOT|NULL)$/i.test(token.text),
  );
  return {
    name,
    type,
    nullable: !/\bNOT NULL\b/i.test(joinTokens(rest)),
    default: value.length > 0 ? defaultOfSql(value, type, session) : null,
    autoIncrement: null,
    generated: generated?.column ?? null,
    collation: null,
    comment: null,
    extraOptions: [],
  };
}

/** `GENERATED ALWAYS AS (expression) STORED` and how many tokens it takes; null when it does not come first. */
function generatedClause(
  tokens: readonly SqlToken[],
): { readonly column: GeneratedColumn; readonly length: number } | null {
  const reader = new SqlReader(tokens);
  if (!reader.take('GENERATED', 'ALWAYS', 'AS')) return null;
  const group = reader.group();
  const stored = reader.take('STORED');
  if (group === null || (!stored && !reader.take('VIRTUAL'))) return null;
  return {
    column: { expression: joinTokens(group), stored },
    length: tokens.length - reader.rest().length,
  };
}
