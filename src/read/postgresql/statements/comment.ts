import type { CommentStmt } from '@pgsql/types';
import { findColumn, findTable } from '../../../model/schema.ts';
import { ownerOfIndex } from './alter-elsewhere.ts';
import { kindOfObject, type ObjectName } from './object-names.ts';
import { objectOf } from './objects.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/**
 * COMMENT ON; an empty text takes the comment away, as NULL does. Tables and columns have it as a
 * property; on all else it is an object of its own, named after what it is about.
 */
export function comment(node: CommentStmt, reading: Reading): Bodies {
  const kind = kindOfObject(node.objtype);
  if (!kind) return [noEffect(reading, 'comments on an object whose comment no dump shows')];
  const text = node.comment ? node.comment : null;
  const about = kind.read(node.object);
  if (node.objtype === 'OBJECT_TABLE') return onTable(about.name, text, reading);
  if (node.objtype === 'OBJECT_COLUMN') return onColumn(about, text, reading);
  if (node.objtype === 'OBJECT_INDEX') {
    const owned = { name: about.name, table: ownerOfIndex(reading.schema, about.name) };
    return onObject(kind.words, owned, text, reading);
  }
  return onObject(kind.words, about, text, reading);
}

function onObject(
  words: string,
  { name, table }: ObjectName,
  text: string | null,
  reading: Reading,
): Bodies {
  const about = `${words} ${name}`;
  if (text === null)
    return [{ kind: 'dropObject', type: 'comment', name: about, table, ifExists: true }];
  const object = objectOf('comment', about, table, reading);
  return [{ kind: 'createObject', object, replace: true }];
}

function onTable(table: string, text: string | null, reading: Reading): Bodies {
  if (!findTable(reading.schema, table)) return outside(table, reading);
  return [{ kind: 'setTableComment', table, comment: text }];
}

/** A column of a view, a foreign table or a composite type is none of the model. */
function onColumn(
  { name, table: owner }: ObjectName,
  text: string | null,
  reading: Reading,
): Bodies {
  const table = findTable(reading.schema, owner ?? '');
  if (table) {
    if (!findColumn(table, name)) {
      throw new NotTold(`${table.name} has no column "${name}" in the schema`);
    }
    return [{ kind: 'setColumnComment', table: table.name, column: name, comment: text }];
  }
  if (!reading.schema.complete) return outside(owner ?? '', reading);
  return onObject('COLUMN', { name, table: owner }, text, reading);
}

function outside(name: string, reading: Reading): Bodies {
  const { schema } = reading;
  const isView = schema.views.some((view) => view.name === name);
  const isUnseen = name.includes('.') || isView || schema.views.length === 0;
  if (isUnseen && !schema.complete) {
    return [noEffect(reading, `comments on ${name}, which the schema file does not hold`)];
  }
  throw new NotTold(`the schema holds no table "${name}"`);
}
