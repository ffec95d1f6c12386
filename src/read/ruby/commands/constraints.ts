import {
  defaultCheckConstraintName,
  defaultExclusionConstraintName,
} from '../../../dialect/rails/names.ts';
import {
  type Call,
  flagOption,
  givenOption,
  nameArgument,
  namesOf,
  textOption,
} from '../evaluate/call.ts';
import type { Session } from '../session.ts';
import type { CommandTable } from './command.ts';
import { defineCheck, defineExclusion, defineUnique } from './constraint-definition.ts';

export const CONSTRAINTS: CommandTable = {
  add_check_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const checkConstraint = defineCheck(table, nameArgument(call, 1), call);
    const ifNotExists = flagOption(call, 'if_not_exists');
    session.emit({ kind: 'addCheckConstraint', table, checkConstraint, ifNotExists }, call);
  },
  remove_check_constraint: (call, session) => {
    const table = nameArgument(call, 0);
    const checkConstraint = checkName(table, call, session);
    const ifExists = flagOption(call, 'if_exists');
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
  add_unique_constraint: (call, session) => {
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
