import type { Table } from '../../../../model/schema.ts';
import type { MysqlScope } from '../../scope.ts';
import type { Bodies } from '../statement.ts';

/** One action of ALTER TABLE, read as far as that can be done without the schema. */
export interface Action {
  readonly phase: Phase;
  /**
   * What it asks for.
   *
   * @param table - as the actions before left it.
   * @throws {NotTold}
   */
  readonly bodies: (table: Table, scope: MysqlScope) => Bodies;
  /** Name of the index that it adds, where it says one; left out for all others. */
  readonly addsIndex?: string;
  /** For an action that drops an index: the same where the statement makes one of that name anew. */
  readonly dropsIndex?: { readonly name: string; readonly remaking: Action };
}

/**
 * The server checks a statement as a whole: an index can go whose place another one takes, and a
 * column whose foreign key goes along. The actions run in this order, and in a phase as written.
 */
type Phase =
  /** Foreign keys, checks and the primary key go. */
  | 'dropConstraint'
  /** Columns and indexes go, of which indexes under the same name are made anew. */
  | 'drop'
  | 'change'
  /** Other indexes go. */
  | 'dropIndex'
  | 'renameTable';

const PHASES: readonly Phase[] = ['dropConstraint', 'drop', 'change', 'dropIndex', 'renameTable'];

/** The actions in the order in which they are to be applied. */
export function inOrder(actions: readonly Action[]): readonly Action[] {
  const added = new Set(actions.flatMap(({ addsIndex }) => addsIndex ?? []));
  const known = actions.map((action) =>
    action.dropsIndex && added.has(action.dropsIndex.name) ? action.dropsIndex.remaking : action,
  );
  return PHASES.flatMap((phase) => known.filter((action) => action.phase === phase));
}
