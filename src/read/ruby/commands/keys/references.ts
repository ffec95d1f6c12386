import { pluralize } from '../../../../dialect/rails/inflections.ts';
import {
  type Call,
  flagOption,
  givenOption,
  NO_OPTIONS,
  nameArgument,
  nameOf,
  textOption,
} from '../../evaluate/call.ts';
import { option, truth, type Value } from '../../evaluate/values.ts';
import { onlineOf } from '../../migration/sent-with.ts';
import type { Session } from '../../session.ts';
import { positionOf } from '../columns/column-definition.ts';
import { dropWithKey } from '../columns/columns.ts';
import type { Command, CommandTable } from '../command.ts';
import { referentialAction } from './foreign-key-definition.ts';
import { matchForeignKey } from './foreign-keys.ts';
import { defineReference } from './reference-definition.ts';
import { withUuidReference } from './uuid-keys.ts';

const addReference: Command = (given, session) => {
  const call = withUuidReference(given, session);
  const table = nameArgument(call, 0);
  const reference = defineReference(table, nameArgument(call, 1), call, session);
  const ifNotExists = flagOption(call, 'if_not_exists');
  for (const column of reference.columns) {
    const position = positionOf(call, session);
    session.emit({ kind: 'addColumn', table, column, ifNotExists, position }, call);
  }
  if (reference.index) {
    const concurrently = textOption(reference.indexCall, 'algorithm') === 'concurrently';
    const { index, indexCall } = reference;
    const how = onlineOf({ ...indexCall, name: 'add_index' }, session);
    session.sending({ isClause: false, ...how }, () => {
      session.emit({ kind: 'addIndex', table, index, ifNotExists, concurrently }, call);
    });
  }
  const { foreignKey } = reference;
  if (foreignKey) {
    session.sending({ isClause: false }, () => {
      session.emit({ kind: 'addForeignKey', table, foreignKey, ifNotExists }, call);
    });
  }
};

const removeReference: Command = (call, session) => {
  const table = nameArgument(call, 0);
  const name = nameArgument(call, 1);
  const key = givenOption(call, 'foreign_key');
  if (key && truth(key)) removeKey(table, name, key, call, session);
  dropWithKey(table, `${name}_id`, call, session);
  const polymorphic = givenOption(call, 'polymorphic');
  if (polymorphic && truth(polymorphic)) dropWithKey(table, `${name}_type`, call, session);
};

function removeKey(
  table: string,
  name: string,
  options: Value,
  call: Call,
  session: Session,
): void {
  const toTable = options.kind === 'hash' ? option(options, 'to_table') : undefined;
  const parent = toTable ? nameOf(toTable, call.name) : pluralize(name, session.inflections);
  const keyCall = { ...call, options: options.kind === 'hash' ? options : NO_OPTIONS };
  const wanted = {
    toTable: parent,
    columns: [`${name}_id`],
    name: null,
    onDelete: referentialAction(keyCall, 'on_delete'),
    onUpdate: referentialAction(keyCall, 'on_update'),
  };
  const foreignKey = matchForeignKey(session.table(table, call), wanted, session);
  const ifExists = flagOption(call, 'if_exists');
  if (foreignKey) {
    session.emit({ kind: 'dropForeignKey', table, foreignKey: foreignKey.name, ifExists }, call);
  } else if (!ifExists) {
    throw session.missing(
      `${table} has no foreign key on ${name}_id to ${parent}`,
      parent,
      [],
      call,
    );
  }
}

export const REFERENCES: CommandTable = {
  add_reference: addReference,
  add_belongs_to: addReference,
  remove_reference: removeReference,
  remove_belongs_to: removeReference,
};
