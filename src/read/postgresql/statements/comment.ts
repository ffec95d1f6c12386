import type { CommentStmt } from '@pgsql/types';
import { indexOwner } from '../../../apply/lookup.ts';
import { findColumn, findTable } from '../../../model/schema.ts';
import { nameOfList, partOfList } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** COMMENT ON; an empty text takes the comment away, as NULL does. */
export function comment(node: CommentStmt, reading: Reading): Bodies {
  const items = nodeOf(node.object, 'List')?.items;
  const text = node.comment ? node.comment : null;
  if (node.objtype === 'OBJECT_TABLE') return onTable(nameOfList(items), text, reading);
  if (node.objtype === 'OBJECT_COLUMN') {
    const { owner, part } = partOfList(items);
    return onColumn(owner, part, text, reading);
  }
  if (node.objtype === 'OBJECT_INDEX') return onIndex(nameOfList(items), reading);
  return [noEffect(reading, 'comments on an object whose comment no dump shows')];
}

function onTable(table: string, text: string | null, reading: Reading): Bodies {
  if (!findTable(reading.schema, table)) return outside(table, reading);
  return [{ kind: 'setTableComment', table, comment: text }];
}

function onColumn(owner: string, name: string, text: string | null, reading: Reading): Bodies {
  const table = findTable(reading.schema, owner);
  if (!table) return outside(owner, reading);
  if (!findColumn(table, name)) throw new NotTold(`${owner} has no column "${name}" in the schema`);
  return [{ kind: 'setColumnComment', table: owner, column: name, comment: text }];
}

/** Active Record dumps comments of indexes; an index of the model has none that could be set alone. */
function onIndex(index: string, reading: Reading): Bodies {
  if (indexOwner(reading.schema, index) === null) return outside(index, reading);
  throw new NotTold('it sets the comment of an index');
}

function outside(name: string, reading: Reading): Bodies {
  const { schema } = reading;
  const isView = schema.views.some((view) => view.name === name);
  if (name.includes('.') || isView || schema.views.length === 0) {
    return [noEffect(reading, `comments on ${name}, which the schema file does not hold`)];
  }
  throw new NotTold(`the schema holds no table "${name}"`);
}
