import type { Dialect } from '../../../dialect/dialect.ts';
import { hasOwnList, type OperationOf, type RenamedObjectType } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import {
  droppedName,
  dropSchemaObjectSql,
  kindOf,
  replaceSchemaObjectSql,
  schemaObjectSql,
} from '../schema-objects.ts';
import { baseName, namespacePrefix, statement } from '../statement.ts';
import type { Writers } from './writer.ts';

type RenameObject = OperationOf<'renameObject'>;

export const objectWriters: Writers<'createObject' | 'dropObject' | 'renameObject'> = {
  createObject: ({ object, replace }, { before }) =>
    replace ? replaceSchemaObjectSql(object, before) : schemaObjectSql(object),
  dropObject: (operation, { before }) => dropSchemaObjectSql(operation, operation, before),
  renameObject: (operation, { before, dialect }) => {
    const subject = `${renamedKind(operation, before)} ${renamedName(operation, dialect)}`;
    return moves(operation, dialect).map((action) => statement(`ALTER ${subject} ${action}`));
  },
};

/** RENAME TO, SET SCHEMA or both, where the name before and the name after differ in both. */
function moves({ from, to }: RenameObject, dialect: Dialect): readonly string[] {
  const [bareFrom, bareTo] = [from, to].map((name) => baseName(withoutArguments(name)));
  const [spaceFrom, spaceTo] = [from, to].map(namespacePrefix);
  return [
    ...(bareFrom === bareTo ? [] : [`RENAME TO ${dialect.quoteIdentifier(bareTo ?? to)}`]),
    ...(spaceFrom === spaceTo
      ? []
      : [`SET SCHEMA ${dialect.quoteIdentifier(spaceTo?.slice(0, -1) || 'public')}`]),
  ];
}

const OWN_KINDS = {
  domain: 'DOMAIN',
  function: 'FUNCTION',
  policy: 'POLICY',
  sequence: 'SEQUENCE',
  trigger: 'TRIGGER',
  view: 'VIEW',
} as const;

function renamedKind({ type, from }: RenameObject, schema: Schema): string {
  if (!hasOwnList(type)) return kindOf(type);
  const materialized = schema.views.some((view) => view.name === from && view.materialized);
  return type === 'view' && materialized ? 'MATERIALIZED VIEW' : OWN_KINDS[type];
}

function renamedName({ type, table, from }: RenameObject, dialect: Dialect): string {
  if (!hasOwnList(type)) return droppedName({ type, table, name: from }, dialect);
  const open = type === 'function' ? from.indexOf('(') : -1;
  const name =
    open < 0
      ? dialect.quoteTable(from)
      : `${dialect.quoteTable(from.slice(0, open))}${from.slice(open)}`;
  return isOfTable(type)
    ? `${dialect.quoteIdentifier(from)} ON ${dialect.quoteTable(table ?? '')}`
    : name;
}

function isOfTable(type: RenamedObjectType): boolean {
  return type === 'policy' || type === 'trigger';
}

function withoutArguments(name: string): string {
  const open = name.indexOf('(');
  return open < 0 ? name : name.slice(0, open);
}
