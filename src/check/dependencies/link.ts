import type { Dependency, DependencyRelation } from '../../model/dependency.ts';

/** Something that depends on an object, or that it depends on, as a schema shows it. */
export interface Link extends Pick<Dependency, 'relation' | 'direction' | 'other' | 'certainty'> {
  readonly relation: SchemaRelation;
  /** Name of the other object itself, by which it is looked for after the change. */
  readonly name: string;
  /** Table that it is part of; null for a stand-alone object. */
  readonly table: string | null;
}

/** Relations that a schema can show; the others come from a survey. */
export type SchemaRelation = Exclude<DependencyRelation, 'application' | 'report' | 'external'>;

/** `orders.user_id → users.id` */
export function describeForeignKey(
  table: string,
  key: {
    readonly columns: readonly string[];
    readonly toTable: string;
    readonly toColumns: readonly string[];
  },
): string {
  return `${table}.${key.columns.join(', ')} → ${key.toTable}.${key.toColumns.join(', ')}`;
}
