import { applyOperation } from '../../apply/index.ts';
import type { CheckOptions } from '../../check/context.ts';
import { checkProposal } from '../../check/index.ts';
import type { Hazard } from '../../model/hazard.ts';
import type { Migration } from '../../model/migration.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { applied, rowsOf } from '../build.ts';

/** A small migration, and whether a rule finds something in it. */
export interface RuleCase {
  readonly rule: string;
  /** What is special about it. */
  readonly name: string;
  readonly before: Schema;
  readonly operations: readonly Operation[];
  /** Part of the message of a hit; null for a miss. */
  readonly says: string | null;
  readonly migration: Partial<Migration>;
  readonly rows: { readonly [table: string]: number };
  /** What else is known: the server, a survey, the project's files, the way back. */
  readonly options: Partial<CheckOptions>;
}

type Rest = Partial<Pick<RuleCase, 'migration' | 'rows' | 'options'>>;

/** All that the rules say about a case. */
export function checkCase({
  before,
  operations,
  migration,
  rows,
  options,
}: RuleCase): readonly Hazard[] {
  const steps = applied(before, operations, applyOperation, migration);
  const sizes = { small: 10_000, large: 1_000_000 };
  const known = { engine: before.engine, rows: rowsOf(rows), sizes, ...options };
  return checkProposal(steps, known).hazards;
}

/** Cases of one rule: `hit` takes a part of the message that it must give. */
export function casesOf(rule: string) {
  const base = { rule, migration: {}, rows: {}, options: {} };
  return {
    hit: (
      name: string,
      before: Schema,
      operations: readonly Operation[],
      says: string,
      rest: Rest = {},
    ): RuleCase => ({ ...base, name, before, operations, says, ...rest }),
    miss: (
      name: string,
      before: Schema,
      operations: readonly Operation[],
      rest: Rest = {},
    ): RuleCase => ({ ...base, name, before, operations, says: null, ...rest }),
  };
}

/** A migration that runs outside of a transaction. */
export const OUTSIDE: Rest = { migration: { transactional: false } };
