import {
  type CheckConstraint,
  type ForeignKey,
  findTable,
  type Schema,
} from '../../model/schema.ts';
import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';

type ConstraintKind =
  | 'addPrimaryKey'
  | 'dropPrimaryKey'
  | 'addForeignKey'
  | 'dropForeignKey'
  | 'addCheckConstraint'
  | 'dropCheckConstraint'
  | 'addUniqueConstraint'
  | 'dropUniqueConstraint'
  | 'addExclusionConstraint'
  | 'dropExclusionConstraint'
  | 'validateConstraint'
  | 'renameConstraint';

/**
 * Adding a constraint touches no row, so that dropping it is exact. Adding a dropped one again
 * can fail on what was written in between.
 */
export const constraintInverters: Inverters<ConstraintKind> = {
  addPrimaryKey: ({ table, source }, { before, after, dialect }) =>
    inverse({
      action: `Drops the primary key of ${table}.`,
      ...restore(after, before, dialect, source, [{ kind: 'dropPrimaryKey', table }]),
      class: 'assisted',
    }),
  dropPrimaryKey: ({ table, source }, { before }) => {
    const primaryKey = findTable(before, table)?.primaryKey;
    if (!primaryKey) return nothingToUndo(`${table} had no primary key`);
    return inverse({
      action: `Adds the primary key (${primaryKey.columns.join(', ')}) of ${table} again.`,
      operations: [undoing(source, { kind: 'addPrimaryKey', table, primaryKey })],
      class: 'assisted',
      precondition: `No two rows of ${table} have the same ${primaryKey.columns.join(', ')}, and none has NULL there.`,
    });
  },
  addForeignKey: ({ table, foreignKey, source }, { before, after, dialect }) => {
    const { name } = foreignKey;
    if (foreignKeyOf(before, table, name)) {
      return nothingToUndo(`foreign key ${name} was there already`);
    }
    const drop = { kind: 'dropForeignKey', table, foreignKey: name, ifExists: false } as const;
    return inverse({
      action: `Drops foreign key ${name} of ${table}.`,
      ...restore(after, before, dialect, source, [drop]),
      class: dialect.altersColumnsInPlace ? 'automatic' : 'assisted',
    });
  },
  dropForeignKey: ({ table, foreignKey: name, source }, { before, after, dialect }) => {
    const key = foreignKeyOf(before, table, name);
    if (!key) return nothingToUndo(`there was no foreign key ${name}`);
    return inverse({
      action: `Adds foreign key ${name} from ${table} to ${key.toTable} again.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
      precondition: key.validated
        ? `Every ${key.columns.join(', ')} of ${table} has its row in ${key.toTable}.`
        : null,
    });
  },
  addCheckConstraint: ({ table, checkConstraint, source }, { before, after, dialect }) => {
    const { name } = checkConstraint;
    if (checkOf(before, table, name)) return nothingToUndo(`check ${name} was there already`);
    const drop = {
      kind: 'dropCheckConstraint',
      table,
      checkConstraint: name,
      ifExists: false,
    } as const;
    return inverse({
      action: `Drops check constraint ${name} of ${table}.`,
      ...restore(after, before, dialect, source, [drop]),
      class: dialect.altersColumnsInPlace ? 'automatic' : 'assisted',
    });
  },
  dropCheckConstraint: ({ table, checkConstraint: name, source }, { before, after, dialect }) => {
    const check = checkOf(before, table, name);
    if (!check) return nothingToUndo(`there was no check constraint ${name}`);
    return inverse({
      action: `Adds check constraint ${name} of ${table} again.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
      precondition: check.validated ? `Every row of ${table} satisfies ${check.expression}.` : null,
    });
  },
  addUniqueConstraint: (operation, { before, after, dialect }) => {
    const { table, uniqueConstraint, usingIndex, source } = operation;
    const { name } = uniqueConstraint;
    const drop = {
      kind: 'dropUniqueConstraint',
      table,
      uniqueConstraint: name,
      ifExists: false,
    } as const;
    return inverse({
      action:
        usingIndex === null
          ? `Drops unique constraint ${name} of ${table}.`
          : `Drops unique constraint ${name} of ${table} and builds index ${usingIndex} again, which it took over.`,
      ...restore(after, before, dialect, source, [drop]),
      class: 'assisted',
      precondition:
        usingIndex === null
          ? null
          : `There is time to build ${usingIndex} anew over all rows of ${table}.`,
    });
  },
  dropUniqueConstraint: ({ table, uniqueConstraint: name, source }, { before }) => {
    const owner = findTable(before, table);
    const constraint = owner?.uniqueConstraints.find((one) => one.name === name);
    if (!constraint) return nothingToUndo(`there was no unique constraint ${name}`);
    return inverse({
      action: `Adds unique constraint ${name} of ${table} again.`,
      operations: [
        undoing(source, {
          kind: 'addUniqueConstraint',
          table,
          uniqueConstraint: constraint,
          usingIndex: null,
        }),
      ],
      class: 'assisted',
      precondition: `No two rows of ${table} have the same ${constraint.columns.join(', ')}.`,
    });
  },
  addExclusionConstraint: ({ table, exclusionConstraint: { name }, source }) =>
    inverse({
      action: `Drops exclusion constraint ${name} of ${table}.`,
      operations: [
        undoing(source, {
          kind: 'dropExclusionConstraint',
          table,
          exclusionConstraint: name,
          ifExists: false,
        }),
      ],
      class: 'assisted',
    }),
  dropExclusionConstraint: ({ table, exclusionConstraint: name, source }, { before }) => {
    const owner = findTable(before, table);
    const constraint = owner?.exclusionConstraints.find((one) => one.name === name);
    if (!constraint) return nothingToUndo(`there was no exclusion constraint ${name}`);
    return inverse({
      action: `Adds exclusion constraint ${name} of ${table} again.`,
      operations: [
        undoing(source, {
          kind: 'addExclusionConstraint',
          table,
          exclusionConstraint: constraint,
        }),
      ],
      class: 'assisted',
      precondition: `No two rows of ${table} conflict in ${constraint.expression}.`,
    });
  },
  /** PostgreSQL has no command that takes a validation back: the constraint is added anew, NOT VALID. */
  validateConstraint: ({ table, constraint: name, source }, { before, after, dialect }) => {
    const was = foreignKeyOf(before, table, name) ?? checkOf(before, table, name);
    if (!was || was.validated) return nothingToUndo(`constraint ${name} was validated already`);
    return inverse({
      action: `Drops constraint ${name} of ${table} and adds it again without validation.`,
      ...restore(after, before, dialect, source),
    });
  },
  renameConstraint: ({ table, from, to, source }) =>
    inverse({
      action: `Renames constraint ${to} of ${table} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameConstraint', table, from: to, to: from })],
    }),
};

function foreignKeyOf(schema: Schema, table: string, name: string): ForeignKey | null {
  return findTable(schema, table)?.foreignKeys.find((key) => key.name === name) ?? null;
}

function checkOf(schema: Schema, table: string, name: string): CheckConstraint | null {
  return findTable(schema, table)?.checkConstraints.find((check) => check.name === name) ?? null;
}
