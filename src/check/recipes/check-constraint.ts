import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { RuleContext } from '../context.ts';
import { symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';

/** What advice is written for. */
export type Audience = Pick<RuleContext, 'engine' | 'rails' | 'server'>;

/** A CHECK that is added NOT VALID, validated and dropped, each as a line of a migration. */
export interface StagedCheck {
  readonly add: string;
  readonly validate: string;
  readonly drop: string;
}

/** Rails has methods for check constraints from 6.1 on; before, the lines are SQL. */
export function stagedCheck(
  table: string,
  name: string,
  expression: string,
  { engine, rails }: Audience,
): StagedCheck {
  if (!hasCheckMethods(rails)) {
    const alter = `ALTER TABLE ${sqlName(table, engine)}`;
    const constraint = `CONSTRAINT ${sqlName(name, engine)}`;
    return {
      add: `execute ${text(`${alter} ADD ${constraint} CHECK (${expression}) NOT VALID`)}`,
      validate: `execute ${text(`${alter} VALIDATE ${constraint}`)}`,
      drop: `execute ${text(`${alter} DROP ${constraint}`)}`,
    };
  }
  const named = `name: ${text(name)}`;
  return {
    add: `add_check_constraint ${symbol(table)}, ${text(expression)}, ${named}, validate: false`,
    validate: `validate_check_constraint ${symbol(table)}, ${named}`,
    drop: `remove_check_constraint ${symbol(table)}, ${text(expression)}, ${named}`,
  };
}

function hasCheckMethods(rails: RailsVersion | null): boolean {
  return rails === null || railsAtLeast(rails, 6, 1);
}
