import {
  defaultCheckConstraintName,
  defaultExclusionConstraintName,
  defaultUniqueConstraintName,
} from '../../../../dialect/rails/names.ts';
import type {
  CheckConstraint,
  ExclusionConstraint,
  UniqueConstraint,
} from '../../../../model/schema.ts';
import { type Call, flagOption, nameArgument, namesOf, textOption } from '../../evaluate/call.ts';
import type { Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { deferrableOf, isValidated } from './foreign-key-definition.ts';

/** A check as `add_check_constraint` and `t.check_constraint` define it. */
export function defineCheck(
  table: string,
  expression: string,
  call: Call,
  session: Session,
): CheckConstraint {
  return {
    name: textOption(call, 'name') ?? defaultCheckConstraintName(table, expression),
    expression,
    validated: isValidated(call, session),
  };
}

/** @param columns - undefined when the constraint takes over an index (`using_index:`). */
export function defineUnique(
  table: string,
  columns: Value | undefined,
  call: Call,
): UniqueConstraint {
  const names = columns && columns.kind !== 'nil' ? namesOf(columns, call.name) : [];
  const usingIndex = textOption(call, 'using_index');
  return {
    name:
      textOption(call, 'name') ??
      defaultUniqueConstraintName(table, usingIndex ? [usingIndex] : names),
    columns: names,
    deferrable: deferrableOf(call),
    nullsNotDistinct: flagOption(call, 'nulls_not_distinct'),
  };
}

/** The expression stands in the call's place `position`. */
export function defineExclusion(table: string, call: Call, position: number): ExclusionConstraint {
  const expression = nameArgument(call, position);
  return {
    name: textOption(call, 'name') ?? defaultExclusionConstraintName(table, expression),
    expression,
    using: textOption(call, 'using'),
    where: textOption(call, 'where'),
    deferrable: deferrableOf(call),
  };
}

/** In CREATE TABLE a constraint holds at once, whatever `validate:` says: there is no row yet. */
export function holding<T extends { readonly validated: boolean }>(
  constraint: T,
  session: Session,
): T {
  return session.dumped ? constraint : { ...constraint, validated: true };
}
