import type { Dialect } from '../../../dialect/dialect.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import {
  addConstraint,
  checkClause,
  exclusionClause,
  foreignKeyClause,
  primaryKeyClause,
  uniqueClause,
} from '../constraints.ts';
import { DDL_FORMS } from '../forms.ts';
import { type ByEngine, baseName, statement } from '../statement.ts';
import { copyTable } from './table-copy.ts';
import type { WriterContext, Writers } from './writer.ts';

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

const VALID = { validated: true };

export const constraintWriters: Writers<ConstraintKind> = {
  addPrimaryKey: ({ table, primaryKey }, context) => {
    const { before, dialect } = context;
    // A column that numbers itself must be a key on MySQL and SQLite, so that it came with its key.
    const comesAlong = DDL_FORMS[dialect.engine].numberedColumnsAreKeys;
    if (comesAlong && numbersItself(before, table, primaryKey.columns)) return [];
    return inPlace(table, context, () => [
      addConstraint(table, primaryKeyClause(primaryKey, dialect), VALID, dialect),
    ]);
  },
  dropPrimaryKey: ({ table }, context) =>
    inPlace(table, context, ({ before, dialect }) => {
      const name = findTable(before, table)?.primaryKey?.name ?? `${baseName(table)}_pkey`;
      return [drop(table, primaryKeyDrops[dialect.engine](name, dialect), dialect)];
    }),
  addForeignKey: ({ table, foreignKey, ifNotExists }, context) => {
    if (ifNotExists && present(context.before, table, 'foreignKeys', foreignKey.name)) return [];
    return inPlace(table, context, ({ dialect }) => [
      addConstraint(table, foreignKeyClause(foreignKey, dialect), foreignKey, dialect),
    ]);
  },
  dropForeignKey: ({ table, foreignKey, ifExists }, context) => {
    if (ifExists && !present(context.before, table, 'foreignKeys', foreignKey)) return [];
    return dropNamed(table, foreignKey, foreignKeyWord, context);
  },
  addCheckConstraint: ({ table, checkConstraint, ifNotExists }, context) => {
    const there = present(context.before, table, 'checkConstraints', checkConstraint.name);
    if (ifNotExists && there) return [];
    return inPlace(table, context, ({ dialect }) => [
      addConstraint(table, checkClause(checkConstraint, dialect), checkConstraint, dialect),
    ]);
  },
  dropCheckConstraint: ({ table, checkConstraint, ifExists }, context) => {
    if (ifExists && !present(context.before, table, 'checkConstraints', checkConstraint)) return [];
    return dropNamed(table, checkConstraint, checkWord, context);
  },
  addUniqueConstraint: ({ table, uniqueConstraint, usingIndex }, context) =>
    inPlace(table, context, ({ dialect }) => [
      addConstraint(table, uniqueClause(uniqueConstraint, usingIndex, dialect), VALID, dialect),
    ]),
  dropUniqueConstraint: ({ table, uniqueConstraint, ifExists }, context) => {
    const there = present(context.before, table, 'uniqueConstraints', uniqueConstraint);
    if (ifExists && !there) return [];
    return dropNamed(table, uniqueConstraint, uniqueWord, context);
  },
  addExclusionConstraint: ({ table, exclusionConstraint }, { dialect }) => [
    addConstraint(table, exclusionClause(exclusionConstraint, dialect), VALID, dialect),
  ],
  dropExclusionConstraint: ({ table, exclusionConstraint, ifExists }, context) => {
    const there = present(context.before, table, 'exclusionConstraints', exclusionConstraint);
    if (ifExists && !there) return [];
    return dropNamed(table, exclusionConstraint, uniqueWord, context);
  },
  validateConstraint: ({ table, constraint }, { dialect }) => [
    drop(table, `VALIDATE CONSTRAINT ${dialect.quoteIdentifier(constraint)}`, dialect),
  ],
  renameConstraint: ({ table, from, to }, { dialect }) => {
    const names = [from, to].map(dialect.quoteIdentifier).join(' TO ');
    return [drop(table, `RENAME CONSTRAINT ${names}`, dialect)];
  },
};

/** SQLite's ALTER TABLE knows no constraints: the table is copied. */
function inPlace(
  table: string,
  context: WriterContext,
  write: (context: WriterContext) => readonly string[],
): readonly string[] {
  return context.dialect.altersColumnsInPlace ? write(context) : copyTable(table, context);
}

const foreignKeyWord: ByEngine<string> = {
  postgresql: 'CONSTRAINT',
  mysql: 'FOREIGN KEY',
  sqlite: 'CONSTRAINT',
};
/** Active Record says DROP CHECK to MySQL; both MariaDB and MySQL, from 8.0.19 on, take this one. */
const checkWord: ByEngine<string> = {
  postgresql: 'CONSTRAINT',
  mysql: 'CONSTRAINT',
  sqlite: 'CONSTRAINT',
};
/** A unique constraint of MySQL is an index. */
const uniqueWord: ByEngine<string> = {
  postgresql: 'CONSTRAINT',
  mysql: 'INDEX',
  sqlite: 'CONSTRAINT',
};
const primaryKeyDrops: ByEngine<(name: string, dialect: Dialect) => string> = {
  postgresql: (name, dialect) => `DROP CONSTRAINT ${dialect.quoteIdentifier(name)}`,
  mysql: () => 'DROP PRIMARY KEY',
  sqlite: () => 'DROP PRIMARY KEY',
};

function dropNamed(
  table: string,
  name: string,
  word: ByEngine<string>,
  context: WriterContext,
): readonly string[] {
  return inPlace(table, context, ({ dialect }) => [
    drop(table, `DROP ${word[dialect.engine]} ${dialect.quoteIdentifier(name)}`, dialect),
  ]);
}

function drop(table: string, action: string, dialect: Dialect): string {
  return statement(`ALTER TABLE ${dialect.quoteTable(table)} ${action}`);
}

type ConstraintList =
  | 'foreignKeys'
  | 'checkConstraints'
  | 'uniqueConstraints'
  | 'exclusionConstraints';

function present(schema: Schema, table: string, list: ConstraintList, name: string): boolean {
  const owner: Pick<Table, ConstraintList> | null = findTable(schema, table);
  return owner?.[list].some((constraint) => constraint.name === name) ?? false;
}

function numbersItself(schema: Schema, table: string, columns: readonly string[]): boolean {
  const owner = findTable(schema, table);
  if (!owner) return false;
  const leading = owner.indexes.map((index) => index.parts[0]?.column);
  return owner.columns.some(
    ({ name, autoIncrement }) =>
      autoIncrement !== null && columns[0] === name && !leading.includes(name),
  );
}
