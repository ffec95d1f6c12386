import { bareName } from '../../dialect/sql-names.ts';
import type { Certainty } from '../../model/dependency.ts';
import { isOfType, type Schema } from '../../model/schema.ts';
import type { StoredSqlForm } from '../../model/sql-uses.ts';
import { type Link, linkIf, usedBy, uses } from './link.ts';
import { type Looked, mention, namesObject } from './looked.ts';
import { policyLinks, withoutArguments } from './program-links.ts';
import { viewLinks } from './view-links.ts';

/** What uses an enum or a domain: columns, functions and views. */
export function typeUserLinks(
  relation: 'enum' | 'domain',
  name: string,
  looked: Looked,
): readonly Link[] {
  const { schema } = looked;
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => isOfType(type, name))
      .map((column) => ({
        ...usedBy(relation, table.name, column.name),
        other: `${table.name}.${column.name}`,
      })),
  );
  return [
    ...columns,
    ...schema.views.flatMap((view) =>
      linkIf('view', view.name, namesObject('types', name, view.definition, 'query', looked)),
    ),
    ...schema.functions.flatMap((each) =>
      linkIf(
        'function',
        each.name,
        namesObject('types', name, each.definition, 'statement', looked),
      ),
    ),
  ];
}

/** What reads a view, and what it reads. */
export function viewUserLinks(name: string, looked: Looked): readonly Link[] {
  const { schema } = looked;
  const view = schema.views.find((each) => each.name === name);
  return [
    ...(view ? readLinks(view.definition, 'query', name, looked) : []),
    ...viewLinks({ table: name, column: null }, looked),
    ...schema.functions.flatMap((each) =>
      linkIf(
        'function',
        each.name,
        mention(each.definition, 'statement', { table: name, column: null }, looked),
      ),
    ),
    ...policyLinks(name, null, looked),
  ];
}

/** What calls a function, and what it reads and writes. */
export function functionUserLinks(signature: string, looked: Looked): readonly Link[] {
  const { schema } = looked;
  const name = withoutArguments(signature);
  const own = schema.functions.find((each) => each.name === signature);
  const others = schema.functions.filter((each) => withoutArguments(each.name) !== name);
  const called = (sql: string, form: StoredSqlForm) =>
    namesObject('functions', name, sql, form, looked);
  return [
    ...(own ? readLinks(own.definition, 'statement', name, looked) : []),
    ...partsCalling(schema, called),
    ...schema.views.flatMap((each) => linkIf('view', each.name, called(each.definition, 'query'))),
    ...schema.triggers.flatMap((each) =>
      linkIf('trigger', each.name, called(each.definition, 'statement')),
    ),
    ...others.flatMap((each) =>
      linkIf('function', each.name, called(each.definition, 'statement')),
    ),
    ...schema.policies.flatMap((each) =>
      linkIf('policy', each.name, called(each.definition, 'statement'), each.table),
    ),
  ];
}

type Called = (sql: string, form: StoredSqlForm) => Certainty | null;

/** Indexes, checks, generated columns and defaults whose expressions call a function. */
function partsCalling(schema: Schema, called: Called): readonly Link[] {
  const expression = (sql: string | null | undefined) =>
    sql === null || sql === undefined ? null : called(sql, 'expressions');
  return schema.tables.flatMap(({ name, indexes, columns, checkConstraints }) => [
    ...indexes.flatMap((index) => {
      const parts = index.parts.map((part) => expression(part.expression));
      const certainty = [...parts, expression(index.where)].find((each) => each !== null);
      return linkIf('index', index.name, certainty ?? null, name);
    }),
    ...checkConstraints.flatMap((check) =>
      linkIf('checkConstraint', check.name, expression(check.expression), name),
    ),
    ...columns.flatMap((column) => {
      const other = `${name}.${column.name}`;
      const generated = expression(column.generated?.expression);
      const value = column.default?.kind === 'expression' ? expression(column.default.sql) : null;
      return [
        ...linkIf('generatedColumn', column.name, generated, name),
        ...linkIf('column', column.name, value, name),
      ].map((link) => ({ ...link, other }));
    }),
  ]);
}

/** The table that a trigger fires on, and the function that it runs. */
export function triggerUseLinks(
  name: string,
  owner: string | null,
  looked: Looked,
): readonly Link[] {
  const { schema } = looked;
  const trigger = schema.triggers.find(
    (each) => each.name === name && (owner === null || each.table === owner),
  );
  if (!trigger) return [];
  return [
    ...(trigger.table === null ? [] : [uses('table', null, trigger.table)]),
    ...schema.functions.flatMap((each) =>
      linkIf(
        'function',
        each.name,
        namesObject(
          'functions',
          withoutArguments(each.name),
          trigger.definition,
          'statement',
          looked,
        ),
      ).map((link) => ({ ...link, direction: 'uses' as const })),
    ),
    ...readLinks(trigger.definition, 'statement', trigger.table ?? '', looked),
  ];
}

/** The table of a policy, and the tables that it looks into. */
export function policyUseLinks(
  name: string,
  table: string | null,
  looked: Looked,
): readonly Link[] {
  const policy = looked.schema.policies.find((each) => each.name === name && each.table === table);
  if (!policy) return [];
  return [
    uses('table', null, policy.table),
    ...readLinks(policy.definition, 'statement', policy.table, looked),
  ];
}

/** Tables and views that SQL reads or writes, its own object aside. */
function readLinks(sql: string, form: StoredSqlForm, own: string, looked: Looked): readonly Link[] {
  const { schema, read } = looked;
  const found = read(sql, form);
  const relations = [
    ...schema.tables.map(({ name }) => ({ relation: 'table' as const, name })),
    ...schema.views.map(({ name }) => ({ relation: 'view' as const, name })),
  ];
  return relations.flatMap(({ relation, name }) => {
    if (name === own || bareName(name) === own) return [];
    const certainty = mention(sql, form, { table: name, column: null }, looked);
    // A word of a body that no parser read says too little about what the body reads.
    if (certainty === null || (found === null && form !== 'query')) return [];
    return [uses(relation, null, name, certainty)];
  });
}
