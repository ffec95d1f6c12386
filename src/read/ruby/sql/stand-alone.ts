import type { OperationBody } from '../../../model/operation.ts';
import { triggerTable } from '../commands/functions.ts';
import type { Session } from '../session.ts';
import { createIndex, dropIndex } from './create-index.ts';
import { type SqlReader, splitList } from './reader.ts';
import type { SqlStatement } from './statements.ts';

/** CREATE, DROP, COMMENT ON, ALTER TYPE and REFRESH of what is no part of a table; null when it is not certain. */
export function standAlone(
  reader: SqlReader,
  statement: SqlStatement,
  session: Session,
): OperationBody | null {
  if (reader.take('ALTER', 'TYPE')) return alterType(reader);
  if (reader.take('CREATE')) return create(reader, statement, session);
  if (reader.take('DROP')) return drop(reader, session);
  if (reader.take('COMMENT', 'ON')) return comment(reader);
  if (!reader.take('REFRESH', 'MATERIALIZED', 'VIEW')) return null;
  const concurrently = reader.take('CONCURRENTLY');
  const view = reader.name();
  return view === null ? null : { kind: 'refreshView', view, concurrently };
}

function alterType(reader: SqlReader): OperationBody | null {
  const name = reader.name();
  if (name === null) return null;
  if (reader.take('ADD', 'VALUE')) return addValue(name, reader);
  if (reader.take('RENAME', 'VALUE')) {
    const from = reader.string();
    const to = reader.take('TO') ? reader.string() : null;
    return from === null || to === null ? null : { kind: 'renameEnumValue', enum: name, from, to };
  }
  const to = reader.take('RENAME', 'TO') ? reader.name() : null;
  return to === null ? null : { kind: 'renameEnum', from: name, to };
}

function addValue(name: string, reader: SqlReader): OperationBody | null {
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const value = reader.string();
  const side = reader.take('BEFORE') ? 'before' : reader.take('AFTER') ? 'after' : null;
  const other = side === null ? null : reader.string();
  if (value === null || !reader.done || (side !== null && other === null)) return null;
  const position = other === null ? null : side === 'before' ? { before: other } : { after: other };
  return { kind: 'addEnumValue', enum: name, value, position, ifNotExists };
}

function create(
  reader: SqlReader,
  statement: SqlStatement,
  session: Session,
): OperationBody | null {
  const replace = reader.take('OR', 'REPLACE');
  if (reader.take('EXTENSION')) return createExtension(reader, session);
  if (reader.take('TYPE')) return createEnum(reader);
  if (reader.take('SCHEMA')) return createSchema(reader, session);
  if (reader.take('FUNCTION')) {
    const name = reader.name();
    return name === null
      ? null
      : { kind: 'createFunction', function: { name, definition: statement.text }, replace };
  }
  if (reader.take('TRIGGER')) return createTrigger(reader, statement);
  const materialized = reader.take('MATERIALIZED');
  if (reader.take('VIEW')) return createView(reader, statement, materialized, replace);
  return createIndex(reader, session);
}

function createExtension(reader: SqlReader, session: Session): OperationBody | null {
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  if (
    name === null ||
    session.schema.extensions.some((other) => other.name.replace(/^.*\./, '') === name)
  ) {
    return ifNotExists && name !== null
      ? {
          kind: 'runSql',
          text: `CREATE EXTENSION IF NOT EXISTS ${name}`,
          purpose: 'makes sure of an extension that is there',
        }
      : null;
  }
  return { kind: 'createExtension', extension: { name, version: null } };
}

function createEnum(reader: SqlReader): OperationBody | null {
  const name = reader.name();
  const group = reader.take('AS', 'ENUM') ? reader.group() : null;
  if (name === null || group === null || !reader.done) return null;
  const values = splitList(group).map(([token, ...more]) =>
    token?.kind === 'string' && more.length === 0
      ? token.text.slice(1, -1).replaceAll("''", "'")
      : null,
  );
  const known = values.filter((value) => value !== null);
  return known.length === values.length
    ? { kind: 'createEnum', enum: { name, values: known } }
    : null;
}

function createSchema(reader: SqlReader, session: Session): OperationBody | null {
  reader.take('IF', 'NOT', 'EXISTS');
  const namespace = reader.name();
  if (namespace === null || !reader.done || session.schema.namespaces.includes(namespace))
    return null;
  return { kind: 'createNamespace', namespace };
}

function createTrigger(reader: SqlReader, { text }: SqlStatement): OperationBody | null {
  const name = reader.name();
  const table = triggerTable(text);
  return name === null
    ? null
    : { kind: 'createTrigger', trigger: { name, table, definition: text } };
}

function createView(
  reader: SqlReader,
  { text }: SqlStatement,
  materialized: boolean,
  replace: boolean,
): OperationBody | null {
  if (reader.take('IF', 'NOT', 'EXISTS')) return null;
  const name = reader.name();
  const query = /\bAS\s+([\s\S]+)$/i.exec(text)?.[1]?.trim();
  if (name === null || !query || !reader.take('AS')) return null;
  return {
    kind: 'createView',
    view: { name, materialized, definition: query, indexes: [], comment: null },
    replace,
  };
}

function drop(reader: SqlReader, session: Session): OperationBody | null {
  if (reader.take('INDEX')) return dropIndex(reader, session);
  const materialized = reader.take('MATERIALIZED');
  const kind = ['VIEW', 'FUNCTION', 'TRIGGER', 'TYPE', 'EXTENSION', 'TABLE', 'SCHEMA'].find(
    (word) => reader.take(word),
  );
  const ifExists = reader.take('IF', 'EXISTS');
  const name = reader.name();
  if (!kind || name === null) return null;
  if (kind === 'FUNCTION') {
    reader.group();
    return { kind: 'dropFunction', function: name, ifExists };
  }
  if (kind === 'TRIGGER') {
    const table = reader.take('ON') ? reader.name() : null;
    return { kind: 'dropTrigger', trigger: name, table, ifExists };
  }
  const cascade = reader.take('CASCADE');
  if (!reader.done) return null;
  if (kind === 'VIEW') return { kind: 'dropView', view: name, materialized, ifExists, cascade };
  if (kind === 'TABLE') return { kind: 'dropTable', table: name, ifExists, cascade };
  if (kind === 'TYPE') return { kind: 'dropEnum', enum: name, ifExists };
  if (kind === 'SCHEMA') return { kind: 'dropNamespace', namespace: name, ifExists };
  return { kind: 'dropExtension', extension: name, cascade };
}

function comment(reader: SqlReader): OperationBody | null {
  const column = reader.take('COLUMN');
  if (!column && !reader.take('TABLE')) return null;
  const name = reader.name();
  const last = column && reader.take('.') ? reader.name() : null;
  if (name === null || !reader.take('IS')) return null;
  const text = reader.take('NULL') ? null : reader.string();
  if (!column) return { kind: 'setTableComment', table: name, comment: text };
  const [table, own] = last === null ? splitName(name) : [name, last];
  return own === null ? null : { kind: 'setColumnComment', table, column: own, comment: text };
}

function splitName(name: string): readonly [string, string | null] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)];
}
