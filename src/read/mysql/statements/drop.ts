import { indexOwner } from '../../../apply/lookup.ts';
import { findTable } from '../../../model/schema.ts';
import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { readHow } from './create-index.ts';
import { routineName } from './programs.ts';
import type { Bodies, MysqlStatement, Told } from './statement.ts';

const KINDS = [
  ...(['TABLE', 'VIEW', 'TRIGGER', 'FUNCTION', 'PROCEDURE', 'EVENT', 'SEQUENCE'] as const),
];

/** What DROP takes away. */
export function drop(statement: MysqlStatement, scope: MysqlScope): Bodies {
  const reader = statement.read();
  reader.take('DROP');
  const temporary = reader.take('TEMPORARY');
  if (reader.take('INDEX')) return [dropIndex(reader, scope)];
  const kind = reader.takeOne(...KINDS);
  if (kind === null) throw new NotTold('migdocs does not know what it drops');
  if (temporary) {
    return [{ kind: 'runSql', text: statement.text, purpose: 'drops a temporary table' }];
  }
  const ifExists = reader.take('IF', 'EXISTS');
  const names = [told(reader.name(), 'name')];
  while (reader.take(',')) names.push(told(reader.name(), 'name'));
  reader.takeOne('CASCADE', 'RESTRICT');
  readHow(reader);
  if (!reader.done) throw new NotTold('more follows the names');
  return names.map((name) => dropped(kind, name, ifExists, scope));
}

function dropped(
  kind: (typeof KINDS)[number],
  name: string,
  ifExists: boolean,
  scope: MysqlScope,
): Told {
  switch (kind) {
    case 'TABLE':
      // MySQL reads CASCADE and does nothing.
      return { kind: 'dropTable', table: name, ifExists, cascade: false };
    case 'VIEW':
      return { kind: 'dropView', view: name, materialized: false, ifExists, cascade: false };
    case 'TRIGGER': {
      const table = scope.schema.triggers.find((trigger) => trigger.name === name)?.table ?? null;
      return { kind: 'dropTrigger', trigger: name, table, ifExists };
    }
    case 'EVENT':
      return { kind: 'dropObject', type: 'event', name, table: null, ifExists };
    case 'SEQUENCE':
      return { kind: 'dropSequence', sequence: name, ifExists };
    default:
      return { kind: 'dropFunction', function: routineName(name, kind, scope), ifExists };
  }
}

/** `DROP INDEX name ON table`; without its table, as SQLite and Ruby's `execute` have it, the only one of that name. */
function dropIndex(reader: TokenReader, { schema }: MysqlScope): Told {
  const ifExists = reader.take('IF', 'EXISTS');
  const index = told(reader.identifier(), 'name of the index');
  const table = reader.take('ON') ? reader.name() : indexOwner(schema, index);
  const { mark } = readHow(reader);
  if (!reader.done) throw new NotTold('more follows the index');
  if (table === null || !findTable(schema, table)) {
    throw new NotTold(`no table has an index ${index}`);
  }
  if (/^primary$/i.test(index)) return { kind: 'dropPrimaryKey', table, ...mark };
  return { kind: 'dropIndex', table, index, ifExists, concurrently: false, ...mark };
}
