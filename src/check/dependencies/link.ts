import type { Certainty, Dependency, DependencyRelation } from '../../model/dependency.ts';

/** Something that depends on an object, or that it depends on, as a schema shows it. */
export interface Link extends Pick<Dependency, 'relation' | 'direction' | 'other' | 'certainty'> {
  readonly relation: SchemaRelation;
  /** Name of the other object itself, by which it is looked for after the change. */
  readonly name: string;
  /** Table that it is part of; null for a stand-alone object. */
  readonly table: string | null;
  /** The view between the two; left out where nothing is. */
  readonly through?: string;
}

/** Relations that a schema can show; the others come from a survey. */
export type SchemaRelation = Exclude<DependencyRelation, 'application' | 'report' | 'external'>;

/** Another object that depends on the one that is looked at. */
export function usedBy(
  relation: SchemaRelation,
  table: string | null,
  name: string,
  certainty: Link['certainty'] = 'declared',
): Link {
  return { relation, direction: 'usedBy', other: name, certainty, name, table };
}

/** A link to what uses the object; none where it is not certain in any way that it does. */
export function linkIf(
  relation: Link['relation'],
  name: string,
  certainty: Certainty | null,
  table: string | null = null,
): readonly Link[] {
  return certainty === null ? [] : [usedBy(relation, table, name, certainty)];
}

/** Another object that the one that is looked at depends on. */
export function uses(
  relation: SchemaRelation,
  table: string | null,
  name: string,
  certainty: Link['certainty'] = 'declared',
): Link {
  return { ...usedBy(relation, table, name, certainty), direction: 'uses' };
}

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
