import type { ObjectReference } from './change.ts';
import type { SourceLocation } from './source.ts';

export type DependencyRelation =
  | 'table'
  | 'column'
  | 'foreignKey'
  | 'index'
  | 'primaryKey'
  | 'checkConstraint'
  | 'uniqueConstraint'
  | 'exclusionConstraint'
  | 'generatedColumn'
  | 'view'
  | 'trigger'
  | 'function'
  | 'policy'
  | 'enum'
  | 'sequence'
  | 'domain'
  /** A partition of the table, or the table that it is a partition of; children that inherit too. */
  | 'partition'
  | 'rule'
  | 'statistics'
  | 'publication'
  | 'grant'
  | 'application'
  | 'report'
  | 'external';

/** The surest first. */
const CERTAINTIES = ['declared', 'parsed', 'textual'] as const;

/** How sure: the schema says so or a person declared it, a parser read it, or its name was found in text. */
export type Certainty = (typeof CERTAINTIES)[number];

/** Below 0 where the first is surer. */
export function bySureness(one: Certainty, other: Certainty): number {
  return CERTAINTIES.indexOf(one) - CERTAINTIES.indexOf(other);
}

/** Something that a touched object depends on, or that depends on it. */
export interface Dependency {
  /** The touched object. */
  readonly object: ObjectReference;
  readonly relation: DependencyRelation;
  /** `uses`: the touched object depends on the other. `usedBy`: the other depends on it. */
  readonly direction: 'uses' | 'usedBy';
  /** The other object: `orders.user_id → users.id`, a view's name, a file. */
  readonly other: string;
  readonly certainty: Certainty;
  /** What the change means for it, a sentence. */
  readonly effect: string;
  /** Positions in the proposal's changes, from 0. */
  readonly changes: readonly number[];
  readonly source: SourceLocation | null;
}
