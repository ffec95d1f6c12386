import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import { findTable } from '../../../model/schema.ts';
import {
  checkArguments,
  deferrableOption,
  exclusionArguments,
  foreignKeyArguments,
  isRailsForeignKey,
  uniqueArguments,
} from './constraint-options.ts';
import type { RubyArguments } from './index-options.ts';
import { type RubyOption, rubyCall, rubyString, rubySymbol } from './ruby.ts';
import { executed, type RubyWriters } from './writer.ts';

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

export const constraintWriters: RubyWriters<ConstraintKind> = {
  addPrimaryKey: executed,
  dropPrimaryKey: executed,
  addForeignKey: (operation, context) => {
    const { table, foreignKey, ifNotExists } = operation;
    if (!isRailsForeignKey(foreignKey)) return executed(operation, context);
    const given = foreignKeyArguments(foreignKey);
    return added('add_foreign_key', table, given, ifNotExists ? ['if_not_exists', 'true'] : null);
  },
  dropForeignKey: ({ table, foreignKey: name, ifExists }, { schema }) => {
    const key = findTable(schema, table)?.foreignKeys.find((one) => one.name === name);
    return dropped('remove_foreign_key', table, name, key && foreignKeyArguments(key), ifExists);
  },
  addCheckConstraint: (operation, context) =>
    since(6, 1, context)
      ? added('add_check_constraint', operation.table, checkArguments(operation.checkConstraint))
      : executed(operation, context),
  dropCheckConstraint: (operation, context) => {
    if (!since(6, 1, context)) return executed(operation, context);
    const { table, checkConstraint: name, ifExists } = operation;
    const owner = findTable(context.schema, table);
    const check = owner?.checkConstraints.find((one) => one.name === name);
    return dropped(
      'remove_check_constraint',
      table,
      name,
      check && checkArguments(check),
      ifExists,
    );
  },
  addUniqueConstraint: (operation, context) => {
    const { table, uniqueConstraint, usingIndex } = operation;
    if (!since(7, 1, context)) return executed(operation, context);
    if (usingIndex === null) {
      return added('add_unique_constraint', table, uniqueArguments(uniqueConstraint));
    }
    const options: (RubyOption | null)[] = [
      ['using_index', rubyString(usingIndex)],
      ['name', rubyString(uniqueConstraint.name)],
      deferrableOption(uniqueConstraint),
    ];
    const taken = { positional: [], options: options.filter((option) => option !== null) };
    return added('add_unique_constraint', table, taken);
  },
  dropUniqueConstraint: (operation, context) => {
    if (!since(7, 1, context)) return executed(operation, context);
    const { table, uniqueConstraint: name } = operation;
    const owner = findTable(context.schema, table);
    const unique = owner?.uniqueConstraints.find((one) => one.name === name);
    return dropped(
      'remove_unique_constraint',
      table,
      name,
      unique && uniqueArguments(unique),
      false,
    );
  },
  addExclusionConstraint: (operation, context) => {
    const { table, exclusionConstraint } = operation;
    if (!since(7, 1, context)) return executed(operation, context);
    return added('add_exclusion_constraint', table, exclusionArguments(exclusionConstraint));
  },
  dropExclusionConstraint: (operation, context) => {
    if (!since(7, 1, context)) return executed(operation, context);
    const { table, exclusionConstraint: name } = operation;
    const owner = findTable(context.schema, table);
    const found = owner?.exclusionConstraints.find((one) => one.name === name);
    const given = found && exclusionArguments(found);
    return dropped('remove_exclusion_constraint', table, name, given, false);
  },
  validateConstraint: ({ table, constraint }, { schema }) => {
    const owner = findTable(schema, table);
    const names: readonly RubyOption[] = [['name', rubyString(constraint)]];
    if (owner?.foreignKeys.some(({ name }) => name === constraint)) {
      return rubyCall('validate_foreign_key', [rubySymbol(table)], names);
    }
    if (owner?.checkConstraints.some(({ name }) => name === constraint)) {
      return rubyCall('validate_check_constraint', [rubySymbol(table)], names);
    }
    return rubyCall('validate_constraint', [rubySymbol(table), rubySymbol(constraint)]);
  },
  renameConstraint: executed,
};

/** Check constraints came with Rails 6.1, unique and exclusion constraints with 7.1. */
function since(major: number, minor: number, { rails }: { rails: RailsVersion }): boolean {
  return railsAtLeast(rails, major, minor);
}

function added(
  command: string,
  table: string,
  { positional, options }: RubyArguments,
  extra: RubyOption | null = null,
): string {
  return rubyCall(
    command,
    [rubySymbol(table), ...positional],
    extra === null ? options : [...options, extra],
  );
}

/** With all that adding it would need, so that Rails can put it back; by its name when it is not known. */
function dropped(
  command: string,
  table: string,
  name: string,
  known: RubyArguments | undefined,
  ifExists: boolean,
): string {
  const { positional, options } = known ?? {
    positional: [],
    options: [['name', rubyString(name)] as const],
  };
  return rubyCall(
    command,
    [rubySymbol(table), ...positional],
    [...options, ...(ifExists ? [['if_exists', 'true'] as const] : [])],
  );
}
