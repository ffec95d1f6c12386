import type { Schema, Table, View } from '../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../model/schema-object-types.ts';
import { dependentViews } from './dependent-views.ts';
import { mapped } from './stored-sql.ts';

/** A schema without what depends on an object that goes. */
export interface Released {
  readonly schema: Schema;
  /** What went, in words: `trigger touched of notes`. Empty when nothing depends on the object. */
  readonly dependents: readonly string[];
  /** Generated columns that compute with it, as `table` and `column`: they are still there. */
  readonly columns: readonly { readonly table: string; readonly column: string }[];
}

/**
 * Takes out all whose stored SQL uses an object: defaults, checks, indexes, constraints, policies,
 * triggers, rules and the like, views with those that read them. It is what CASCADE drops, and
 * what makes DROP without it refuse.
 * https://www.postgresql.org/docs/18/ddl-depend.html
 */
export function release(schema: Schema, uses: (sql: string) => boolean): Released {
  const gone: string[] = [];
  const tables = mapped(schema.tables, (table) => withoutParts(table, uses, gone));
  const views = withoutViews(schema, ({ definition }) => uses(definition), gone);
  const lost = new Set(
    schema.views.filter((view) => !views.includes(view)).map(({ name }) => name),
  );
  const programs = withoutPrograms(schema, { uses, lost }, gone);
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ generated }) => generated !== null && uses(generated.expression))
      .map((column) => ({ table: table.name, column: column.name })),
  );
  const dependents = [...gone, ...columns.map(({ table, column }) => `column ${table}.${column}`)];
  return { schema: { ...schema, tables, views, ...programs }, dependents, columns };
}

interface Use {
  readonly uses: (sql: string) => boolean;
  /** Views that go, with what is on them. */
  readonly lost: ReadonlySet<string>;
}

function withoutPrograms(
  schema: Schema,
  { uses, lost }: Use,
  gone: string[],
): Pick<Schema, 'triggers' | 'policies' | 'domains' | 'objects'> {
  const keeps = (text: string, words: string) => {
    if (!uses(text)) return true;
    gone.push(words);
    return false;
  };
  return {
    triggers: filtered(
      schema.triggers,
      ({ name, table, definition }) =>
        !lost.has(table ?? '') && keeps(definition, `trigger ${name} of ${table}`),
    ),
    policies: filtered(schema.policies, ({ name, table, definition }) =>
      keeps(definition, `policy ${name} of ${table}`),
    ),
    domains: mapped(schema.domains, (domain) => {
      const checkConstraints = filtered(domain.checkConstraints, ({ name, expression }) =>
        keeps(expression, `constraint ${name} of domain ${domain.name}`),
      );
      return checkConstraints === domain.checkConstraints
        ? domain
        : { ...domain, checkConstraints };
    }),
    ...(schema.objects && {
      objects: filtered(
        schema.objects,
        ({ type, name, table, definition }) =>
          !lost.has(table ?? '') &&
          (PROPERTIES.includes(type) || keeps(definition, `${SCHEMA_OBJECT_WORDS[type]} ${name}`)),
      ),
    }),
  };
}

/** Objects that are properties of others: they go with those, and keep nothing. */
const PROPERTIES: readonly string[] = [
  'comment',
  'grant',
  'owner',
  'securityLabel',
  'setting',
  'statistics',
];

function withoutParts(table: Table, uses: (sql: string) => boolean, gone: string[]): Table {
  const named = (kind: string, name: string) => `${kind} ${name} of ${table.name}`;
  const columns = mapped(table.columns, (column) => {
    if (column.default?.kind !== 'expression' || !uses(column.default.sql)) return column;
    gone.push(`default of ${table.name}.${column.name}`);
    return { ...column, default: null };
  });
  const keeps = (texts: readonly (string | null)[], words: string) => {
    if (!texts.some((text) => text !== null && uses(text))) return true;
    gone.push(words);
    return false;
  };
  const checkConstraints = filtered(table.checkConstraints, ({ name, expression }) =>
    keeps([expression], named('constraint', name)),
  );
  const exclusionConstraints = filtered(table.exclusionConstraints, ({ name, expression, where }) =>
    keeps([expression, where], named('constraint', name)),
  );
  const indexes = filtered(table.indexes, ({ name, parts, where }) =>
    keeps([where, ...parts.map(({ expression }) => expression)], named('index', name)),
  );
  const isSame =
    columns === table.columns &&
    checkConstraints === table.checkConstraints &&
    exclusionConstraints === table.exclusionConstraints &&
    indexes === table.indexes;
  return isSame ? table : { ...table, columns, checkConstraints, exclusionConstraints, indexes };
}

/** The views without those that `uses` holds for, and without those that read these. */
function withoutViews(
  schema: Schema,
  uses: (view: View) => boolean,
  gone: string[],
): readonly View[] {
  const direct = schema.views.filter(uses).map(({ name }) => name);
  if (direct.length === 0) return schema.views;
  const all = new Set(direct.flatMap((name) => [name, ...dependentViews(schema, name)]));
  gone.push(...[...all].map((name) => `view ${name}`));
  return schema.views.filter(({ name }) => !all.has(name));
}

function filtered<T>(list: readonly T[], keeps: (element: T) => boolean): readonly T[] {
  const kept = list.filter(keeps);
  return kept.length === list.length ? list : kept;
}
