import type { Dependency, DependencyRelation } from '../../model/dependency.ts';

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

export const CERTAINTY_WORDS: { readonly [C in Dependency['certainty']]: string } = {
  declared: 'the schema says so',
  parsed: 'a parser read it',
  textual: 'its name was found in text',
};
