import {
  defaultCheckConstraintName,
  defaultExclusionConstraintName,
  dumperOmitsName,
} from '../../../../dialect/rails/names.ts';
import type { OperationBody } from '../../../../model/operation.ts';
import type { Table } from '../../../../model/schema.ts';
import {
  type Call,
  flagOption,
  givenOption,
  nameArgument,
  namesOf,
  textOption,
} from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { assertConstraintDeferrable, assertPostgresql, refusal } from '../refusals.ts';
import { defineCheck, defineExclusion, defineUnique } from './constraint-definition.ts';

export const CONSTRAINTS: CommandTable = {
  add_check_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const checkConstraint = defineCheck(table, nameArgument(call, 1), call, session);
    const ifNotExists = flagOption(call, 'if_not_exists');
    if (ifNotExists && isThere(table, checkConstraint.expression, call, session)) return;
    session.emit({ kind: 'addCheckConstraint', table, checkConstraint, ifNotExists }, call);
  },
  remove_check_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const checkConstraint = checkName(table, call, session);
    const ifExists = flagOption(call, 'if_exists');
    if (ifExists && textOption(call, 'name') === null) {
      throw refusal(
        'remove_check_constraint takes `if_exists` together with `name:` only',
        'Pass the name; Rails does not look at the expression there.',
        call,
      );
    }
    session.emit({ kind: 'dropCheckConstraint', table, checkConstraint, ifExists }, call);
  },
  validate_check_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    session.emit(
      { kind: 'validateConstraint', table, constraint: checkName(table, call, session) },
      call,
    );
  },
  validate_constraint: (call, session) => {
    const [table, constraint] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit({ kind: 'validateConstraint', table, constraint }, call);
  },
  /** By name, whatever kind it is: what the adapters' own removals come down to since 7.1. */
  remove_constraint: (call, session) => {
    const [table, name] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit(dropConstraint(session.table(table, call), name), call);
  },
  add_unique_constraint: (call, session) => {
    assertPostgresql(call, session);
    assertConstraintDeferrable(call, session);
    const table = nameArgument(call, 0);
    const usingIndex = textOption(call, 'using_index');
    const defined = defineUnique(table, call.args[1], call);
    const index = session.findTable(table)?.indexes.find(({ name }) => name === usingIndex);
    const columns = index ? index.parts.map((part) => part.column ?? '') : defined.columns;
    const uniqueConstraint = { ...defined, columns };
    session.emit({ kind: 'addUniqueConstraint', table, uniqueConstraint, usingIndex }, call);
  },
  remove_unique_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const uniqueConstraint = uniqueName(table, call, session);
    session.emit(
      {
        kind: 'dropUniqueConstraint',
        table,
        uniqueConstraint,
        ifExists: flagOption(call, 'if_exists'),
      },
      call,
    );
  },
  add_exclusion_constraint: (call, session) => {
    assertPostgresql(call, session);
    const table = nameArgument(call, 0);
    session.emit(
      {
        kind: 'addExclusionConstraint',
        table,
        exclusionConstraint: defineExclusion(table, call, 1),
      },
      call,
    );
  },
  remove_exclusion_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const name =
      textOption(call, 'name') ?? defaultExclusionConstraintName(table, nameArgument(call, 1));
    session.emit(
      {
        kind: 'dropExclusionConstraint',
        table,
        exclusionConstraint: name,
        ifExists: flagOption(call, 'if_exists'),
      },
      call,
    );
  },
};

function dropConstraint(owner: Table, name: string): OperationBody {
  const [table, ifExists] = [owner.name, false];
  const named = (parts: readonly { readonly name: string }[]) =>
    parts.some((part) => part.name === name);
  if (named(owner.foreignKeys))
    return { kind: 'dropForeignKey', table, foreignKey: name, ifExists };
  if (named(owner.uniqueConstraints))
    return { kind: 'dropUniqueConstraint', table, uniqueConstraint: name, ifExists };
  if (named(owner.exclusionConstraints))
    return { kind: 'dropExclusionConstraint', table, exclusionConstraint: name, ifExists };
  return { kind: 'dropCheckConstraint', table, checkConstraint: name, ifExists };
}

/**
 * The check that a call means: by name, else by its expression. The schema file holds the
 * expression as the database prints it, so that the name made of the author's may differ.
 */
function checkName(table: string, call: Call, session: Session): string {
  const given = call.args[1];
  const name = textOption(call, 'name') ?? (given?.kind === 'symbol' ? given.text : null);
  if (name !== null) return name;
  const expression = call.args[1] ? nameArgument(call, 1) : (textOption(call, 'expression') ?? '');
  const byDefault = defaultCheckConstraintName(table, expression);
  const checks = session.table(table, call).checkConstraints;
  if (checks.some((check) => check.name === byDefault)) return byDefault;
  return checks.find((check) => plain(check.expression) === plain(expression))?.name ?? byDefault;
}

/**
 * Whether the table has the check without a name of its own: the name is made of the author's
 * expression, of which the schema file has the database's form. SQLite's adapter does not look.
 */
function isThere(table: string, expression: string, call: Call, session: Session): boolean {
  if (session.dialect.engine === 'sqlite' || textOption(call, 'name') !== null) return false;
  if (session.conditions.length > 0) return false;
  return session
    .table(table, call)
    .checkConstraints.some(
      (check) =>
        dumperOmitsName('checkConstraint', check.name) &&
        plain(check.expression) === plain(expression),
    );
}

/** An expression without what PostgreSQL adds when it prints one: parentheses, casts, case, space. */
function plain(expression: string): string {
  return expression.replace(/::[a-z ]+(?:\(\d+\))?|[()\s"`]/gi, '').toLowerCase();
}

function uniqueName(table: string, call: Call, session: Session): string {
  const name = textOption(call, 'name');
  if (name !== null) return name;
  const columns = namesOf(
    call.args[1] ?? givenOption(call, 'column') ?? { kind: 'nil' },
    call.name,
  );
  const { uniqueConstraints } = session.table(table, call);
  const found = uniqueConstraints.find(
    (constraint) => constraint.columns.join() === columns.join(),
  );
  if (found) return found.name;
  const names = uniqueConstraints.map((constraint) => constraint.name);
  throw session.missing(
    `${table} has no unique constraint on ${columns.join(', ')}`,
    columns.join('_'),
    names,
    call,
  );
}
