import {
  describeCheckConstraint,
  describeExclusionConstraint,
  describeForeignKey,
  describeUniqueConstraint,
  listing,
} from '../words/index.ts';
import { ifMissing, ifThere, type Sentences } from './sentence.ts';

export const CONSTRAINT_OPERATIONS: Sentences<
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
  | 'renameConstraint'
> = {
  addPrimaryKey: ({ table, primaryKey }) =>
    `Make ${listing(primaryKey.columns)} the primary key of ${table}.`,
  dropPrimaryKey: ({ table }) => `Drop the primary key of ${table}.`,
  addForeignKey: ({ table, foreignKey, ifNotExists }) =>
    `Add the foreign key ${foreignKey.name} to ${table}${ifMissing(ifNotExists)}: ${describeForeignKey(foreignKey)}.`,
  dropForeignKey: ({ table, foreignKey, ifExists }) =>
    `Drop the foreign key ${foreignKey} of ${table}${ifThere(ifExists)}.`,
  addCheckConstraint: ({ table, checkConstraint, ifNotExists }) =>
    `Add the check constraint ${checkConstraint.name} to ${table}${ifMissing(ifNotExists)}: ${describeCheckConstraint(checkConstraint)}.`,
  dropCheckConstraint: ({ table, checkConstraint, ifExists }) =>
    `Drop the check constraint ${checkConstraint} of ${table}${ifThere(ifExists)}.`,
  addUniqueConstraint: ({ table, uniqueConstraint, usingIndex }) =>
    usingIndex === null
      ? `Add the unique constraint ${uniqueConstraint.name} to ${table}: ${describeUniqueConstraint(uniqueConstraint)}.`
      : `Turn the index ${usingIndex} of ${table} into the unique constraint ${uniqueConstraint.name}.`,
  dropUniqueConstraint: ({ table, uniqueConstraint, ifExists }) =>
    `Drop the unique constraint ${uniqueConstraint} of ${table}${ifThere(ifExists)}.`,
  addExclusionConstraint: ({ table, exclusionConstraint }) =>
    `Add the exclusion constraint ${exclusionConstraint.name} to ${table}: ${describeExclusionConstraint(exclusionConstraint)}.`,
  dropExclusionConstraint: ({ table, exclusionConstraint, ifExists }) =>
    `Drop the exclusion constraint ${exclusionConstraint} of ${table}${ifThere(ifExists)}.`,
  validateConstraint: ({ table, constraint }) =>
    `Check all rows of ${table} against the constraint ${constraint}.`,
  renameConstraint: ({ table, from, to }) => `Rename the constraint ${from} of ${table} to ${to}.`,
};
