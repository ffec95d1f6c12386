import type { Migration } from '../../model/migration.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';

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
}

type Rest = Partial<Pick<RuleCase, 'migration' | 'rows'>>;

/** Cases of one rule: `hit` takes a part of the message that it must give. */
export function casesOf(rule: string) {
  const base = { rule, migration: {}, rows: {} };
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
