import type { Dependency, DependencyRelation } from '../../model/dependency.ts';
import { formatLocation } from '../../model/source.ts';

export const RELATION_WORDS: { readonly [R in DependencyRelation]: string } = {
  table: 'table',
  column: 'column',
  foreignKey: 'foreign key',
  index: 'index',
  primaryKey: 'primary key',
  checkConstraint: 'check constraint',
  uniqueConstraint: 'unique constraint',
  exclusionConstraint: 'exclusion constraint',
  generatedColumn: 'generated column',
  view: 'view',
  trigger: 'trigger',
  function: 'function',
  policy: 'policy',
  enum: 'enum',
  sequence: 'sequence',
  domain: 'domain',
  partition: 'partition',
  rule: 'rule',
  statistics: 'statistics',
  publication: 'publication',
  grant: 'grant',
  application: 'application code',
  report: 'report',
  external: 'external system',
};

export const DIRECTION_WORDS: { readonly [D in Dependency['direction']]: string } = {
  uses: 'depends on',
  usedBy: 'used by',
};

const CERTAINTY_WORDS: { readonly [C in Dependency['certainty']]: string } = {
  declared: 'the schema says so',
  parsed: 'a parser read it',
  textual: 'its name was found in text',
};

/** Who declares what is declared, where it is not the schema. */
const DECLARED_BY: { readonly [R in DependencyRelation]?: string } = {
  application: 'the code declares it',
  external: 'migdocs.yml declares it',
};

/** How it is known, a few words. */
export function certaintyWords({
  certainty,
  relation,
}: Pick<Dependency, 'certainty' | 'relation'>): string {
  const declared = certainty === 'declared' ? DECLARED_BY[relation] : undefined;
  return declared ?? CERTAINTY_WORDS[certainty];
}

/** Where the other object stands: a file of the project with its line, else its name. */
export function otherWords({ other, source }: Pick<Dependency, 'other' | 'source'>): string {
  return source?.path === other ? formatLocation(source) : other;
}
