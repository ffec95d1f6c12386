import type { ObjectName } from '../names.ts';
import type { Cursor } from './cursor.ts';
import type { EntryType } from './entry-type.ts';
import { ADDITION, globalHead, type Head, headOf, partHead } from './head.ts';

/** ALTER TABLE … ADD CONSTRAINT name, by the word behind the name. */
const CONSTRAINTS: { readonly [word: string]: EntryType } = {
  PRIMARY: 'CONSTRAINT',
  UNIQUE: 'CONSTRAINT',
  EXCLUDE: 'CONSTRAINT',
  CHECK: 'CHECK CONSTRAINT',
  NOT: 'CHECK CONSTRAINT',
  FOREIGN: 'FK CONSTRAINT',
};

/** What ALTER is about; an addition to the entry before it where it makes none of its own. */
export function alterHead(cursor: Cursor): Head | null {
  if (cursor.take('TABLE')) return alterTable(cursor);
  if (cursor.take('FOREIGN', 'TABLE')) return alterTable(cursor);
  if (cursor.take('SEQUENCE')) return alterSequence(cursor);
  if (cursor.take('INDEX')) return alterIndex(cursor);
  if (cursor.take('PUBLICATION')) return alterPublication(cursor);
  if (cursor.take('DEFAULT', 'PRIVILEGES')) return defaultPrivileges(cursor);
  return ADDITION;
}

function alterTable(cursor: Cursor): Head {
  const ifExists = cursor.take('IF', 'EXISTS');
  cursor.take('ONLY');
  const table = cursor.name();
  if (cursor.take('ADD', 'CONSTRAINT')) return addedConstraint(cursor, table);
  if (cursor.take('DROP', 'CONSTRAINT')) {
    cursor.take('IF', 'EXISTS');
    const head = partHead('CONSTRAINT', 'constraint', table, cursor.identifier());
    return { ...head, role: 'drop' };
  }
  if (cursor.take('ALTER', 'COLUMN')) return alterColumn(cursor, table);
  if (cursor.take('ATTACH', 'PARTITION')) {
    return headOf('TABLE ATTACH', 'tableAttach', cursor.name());
  }
  if (cursor.take('ENABLE', 'ROW')) {
    return { ...headOf('ROW SECURITY', 'rowSecurity', table), table: '' };
  }
  return ifExists ? { ...ADDITION, role: 'drop' } : ADDITION;
}

function addedConstraint(cursor: Cursor, table: ObjectName): Head {
  const name = cursor.identifier();
  const type = CONSTRAINTS[cursor.peek()] ?? 'CONSTRAINT';
  return partHead(type, 'constraint', table, name);
}

function alterColumn(cursor: Cursor, table: ObjectName): Head {
  const column = cursor.identifier();
  if (cursor.take('SET', 'DEFAULT')) return defaultHead(table, column);
  if (cursor.take('DROP', 'DEFAULT')) return { ...defaultHead(table, column), role: 'drop' };
  if (cursor.take('ADD', 'GENERATED')) {
    cursor.seek('NAME', '(');
    cursor.take('SEQUENCE', 'NAME');
    const sequence = cursor.name();
    const key = `identity:${table.namespace}.${table.name}.${column}`;
    return { ...headOf('SEQUENCE', 'relation', sequence), key };
  }
  return ADDITION;
}

/** Defaults are sorted by their table, then by the place of their column. */
function defaultHead(table: ObjectName, column: string): Head {
  const head = partHead('DEFAULT', 'default', table, column);
  return { ...head, name: table.name };
}

function alterSequence(cursor: Cursor): Head {
  cursor.take('IF', 'EXISTS');
  const sequence = cursor.name();
  return cursor.take('OWNED', 'BY') ? headOf('SEQUENCE OWNED BY', 'ownedBy', sequence) : ADDITION;
}

function alterIndex(cursor: Cursor): Head {
  cursor.take('IF', 'EXISTS');
  cursor.name();
  if (!cursor.take('ATTACH', 'PARTITION')) return ADDITION;
  return headOf('INDEX ATTACH', 'indexAttach', cursor.name());
}

function alterPublication(cursor: Cursor): Head {
  const publication = cursor.identifier();
  if (cursor.take('ADD', 'TABLE')) {
    cursor.take('ONLY');
    const { namespace, name } = cursor.name();
    const key = `publicationTable:${publication}.${namespace}.${name}`;
    const tag = `${publication} ${name}`;
    return {
      ...headOf('PUBLICATION TABLE', '', { namespace, name }),
      key,
      tag,
      table: publication,
    };
  }
  if (cursor.take('ADD', 'TABLES', 'IN', 'SCHEMA')) {
    const name = cursor.identifier();
    const head = globalHead('PUBLICATION TABLES IN SCHEMA', `${publication} ${name}`);
    return { ...head, namespace: name, name, table: publication };
  }
  return ADDITION;
}

function defaultPrivileges(cursor: Cursor): Head {
  const text = cursor.until(() => false);
  return { ...globalHead('DEFAULT ACL', text), tag: 'DEFAULT PRIVILEGES' };
}
