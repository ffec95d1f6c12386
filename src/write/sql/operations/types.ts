import type { Dialect } from '../../../dialect/dialect.ts';
import {
  allSequenceOptions,
  sequenceOptions,
} from '../../../dialect/postgresql/sequence-options.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable } from '../../../model/schema.ts';
import { statement } from '../statement.ts';
import {
  domainSql,
  enumSql,
  extensionSql,
  namespaceSql,
  sequenceOwnerSql,
  sequenceSql,
} from '../types.ts';
import type { WriterContext, Writers } from './writer.ts';

type TypeKind =
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain'
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace';

/** Types, sequences, extensions and schemas: PostgreSQL only. */
export const typeWriters: Writers<TypeKind> = {
  createEnum: ({ enum: type }, { before }) => enumSql(type, before),
  dropEnum: ({ enum: name, ...how }, { dialect }) => [dropType('TYPE', name, how, dialect)],
  renameEnum: ({ from, to }, { dialect }) => [
    alterType(from, `RENAME TO ${dialect.quoteIdentifier(to)}`, dialect),
  ],
  addEnumValue: ({ enum: name, value, position, ifNotExists }, { dialect }) => {
    const guard = ifNotExists ? ' IF NOT EXISTS' : '';
    const place = valuePosition(position, dialect);
    return [alterType(name, `ADD VALUE${guard} ${dialect.quoteString(value)}${place}`, dialect)];
  },
  renameEnumValue: ({ enum: name, from, to }, { dialect }) => [
    alterType(
      name,
      `RENAME VALUE ${dialect.quoteString(from)} TO ${dialect.quoteString(to)}`,
      dialect,
    ),
  ],
  createDomain: ({ domain }, { before }) => domainSql(domain, before),
  dropDomain: ({ domain, ...how }, { dialect }) => [dropType('DOMAIN', domain, how, dialect)],
  createSequence: ({ sequence }, { before, dialect }) => {
    const owner = sequence.ownedBy?.slice(0, sequence.ownedBy.lastIndexOf('.')) ?? null;
    const free = sequenceSql({ ...sequence, ownedBy: null }, before);
    const owned = owner !== null && findTable(before, owner) !== null;
    return owned ? [...free, ...sequenceOwnerSql(sequence, dialect)] : free;
  },
  dropSequence: ({ sequence, ...how }, { dialect }) => [
    dropType('SEQUENCE', sequence, how, dialect),
  ],
  setSequence,
  createExtension: ({ extension }, { before }) => extensionSql(extension, before),
  // As `disable_extension` sends it, with or without the extension there.
  dropExtension: ({ extension, cascade }, { dialect }) => {
    const name = dialect.quoteIdentifier(extension.split('.').at(-1) ?? extension);
    return [statement(`DROP EXTENSION IF EXISTS ${name}${cascade ? ' CASCADE' : ''}`)];
  },
  createNamespace: ({ namespace }, { before }) => namespaceSql(namespace, before),
  // As `drop_schema` sends it: everything in the schema goes along.
  dropNamespace: ({ namespace, ifExists, restrict }, { dialect }) => {
    const guard = ifExists ? 'IF EXISTS ' : '';
    const cascade = restrict ? '' : ' CASCADE';
    return [statement(`DROP SCHEMA ${guard}${dialect.quoteIdentifier(namespace)}${cascade}`)];
  },
  renameNamespace: ({ from, to }, { dialect }) => [
    statement(
      `ALTER SCHEMA ${dialect.quoteIdentifier(from)} RENAME TO ${dialect.quoteIdentifier(to)}`,
    ),
  ],
};

/** ALTER SEQUENCE has no word for the defaults: they are stated. */
function setSequence(
  { sequence }: OperationOf<'setSequence'>,
  { dialect }: WriterContext,
): readonly string[] {
  const name = dialect.quoteTable(sequence.name);
  const owner = sequence.ownedBy === null ? 'NONE' : dialect.quoteTable(sequence.ownedBy);
  return [
    statement(`ALTER SEQUENCE ${name} ${allSequenceOptions(sequenceOptions(sequence.options))}`),
    statement(`ALTER SEQUENCE ${name} OWNED BY ${owner}`),
  ];
}

interface DropClauses {
  readonly ifExists: boolean;
  readonly cascade?: true;
}

function dropType(
  kind: string,
  name: string,
  { ifExists, cascade }: DropClauses,
  dialect: Dialect,
): string {
  const guard = ifExists ? 'IF EXISTS ' : '';
  return statement(`DROP ${kind} ${guard}${dialect.quoteTable(name)}${cascade ? ' CASCADE' : ''}`);
}

function alterType(name: string, action: string, dialect: Dialect): string {
  return statement(`ALTER TYPE ${dialect.quoteTable(name)} ${action}`);
}

function valuePosition(
  position: { readonly before: string } | { readonly after: string } | null,
  dialect: Dialect,
): string {
  if (position === null) return '';
  return 'before' in position
    ? ` BEFORE ${dialect.quoteString(position.before)}`
    : ` AFTER ${dialect.quoteString(position.after)}`;
}
