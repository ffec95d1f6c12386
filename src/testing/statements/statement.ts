import type { Engine } from '../../model/engine.ts';
import type { OperationKind } from '../../model/operation.ts';

/** What a call stands in: the migration itself, or the block of a `create_table` or `change_table`. */
export type Receiver = 'migration' | 'createTable' | 'changeTable';

/** A piece of a migration, and what migdocs makes of it. */
export interface Example {
  readonly ruby: string;
  /** Kinds of the operations it becomes, in order; empty for none. */
  readonly kinds: readonly OperationKind[];
  /** PostgreSQL when it is not told. */
  readonly engine?: Engine;
  /** Version of the migration and of Rails; 8.1 when it is not told. */
  readonly version?: string;
  /** A part of the schema.rb afterwards. */
  readonly shows?: string;
}

/** A schema statement of Active Record, as the table of statements lists it. */
export interface Statement {
  readonly name: string;
  readonly receiver: Receiver;
  /** Options that migdocs reads; each stands in one of the examples. */
  readonly options: readonly string[];
  readonly examples: readonly Example[];
  /** Where not all adapters that define it can carry it out. */
  readonly engines?: readonly Engine[];
  readonly note?: string;
}

type Where = Pick<Example, 'engine' | 'version' | 'shows'>;

/** @param kinds - kinds of the operations, separated by spaces; empty for none. */
export function example(ruby: string, kinds: string, where: Where = {}): Example {
  return { ruby, kinds: kinds.split(' ').filter(isKind), ...where };
}

function isKind(text: string): text is OperationKind {
  return text !== '';
}

type More = Pick<Statement, 'engines' | 'note'>;

const statementOf =
  (receiver: Receiver) =>
  (name: string, options: string, examples: readonly Example[], more: More = {}): Statement => ({
    name,
    receiver,
    options: options.split(' ').filter(Boolean),
    examples,
    ...more,
  });

/** A method of the migration or its connection. */
export const statement = statementOf('migration');

/** A method of `t` in the block of a `create_table`. */
export const inCreateTable = statementOf('createTable');

/** A method of `t` in the block of a `change_table`. */
export const inChangeTable = statementOf('changeTable');
