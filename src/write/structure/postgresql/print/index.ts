import type { View } from '../../../../model/schema.ts';
import { FOLLOWERS } from '../head/entry-type.ts';
import { qualified } from '../names.ts';
import { withAdditions } from './additions.ts';
import { withAttachedIndexes } from './attached-indexes.ts';
import { commentOn } from './comments.ts';
import type { PrintContext } from './context.ts';
import { dummyView } from './dummy-views.ts';
import { type Entry, entry } from './entry.ts';
import { extensionEntries } from './extensions.ts';
import { createFunction } from './functions.ts';
import { Hosts } from './hosts.ts';
import { createIndex } from './indexes.ts';
import { neededKeys } from './key-dependencies.ts';
import { objectEntries } from './object-entries.ts';
import { createPolicy } from './policies.ts';
import { createSequence, ownedBy } from './sequences.ts';
import { indexEntries, tableEntries } from './table-entries.ts';
import { createTrigger } from './triggers.ts';
import { createDomain, createEnum, createNamespace } from './types.ts';
import { createView, replaceView } from './views.ts';

/** Everything that pg_dump writes of the schema, object by object, in no order yet. */
export function schemaEntries(context: PrintContext): readonly Entry[] {
  const { schema } = context;
  const made = [
    ...schema.namespaces.map((name) => entry(createNamespace(name))),
    ...extensionEntries(context),
    ...schema.enums.map((each) => entry(createEnum(each))),
    ...schema.domains.map((domain) => entry(createDomain(domain, context))),
    ...schema.functions.map(({ name, definition }) =>
      entry(createFunction(name, definition, context)),
    ),
    ...schema.tables.flatMap((table) => tableEntries(table, context)),
    ...freeSequences(context),
    ...views(context),
    ...schema.triggers.map(({ definition }) => entry(createTrigger(definition, context))),
    ...schema.policies.map((policy) => entry(createPolicy(policy, context))),
  ];
  const entries = [...made, ...objectEntries(made, context)];
  return withHosts(withAttachedIndexes(withAdditions(lastOfEach(entries), context)));
}

/** An extension's comment in the file stands before that of its control file. */
function lastOfEach(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry>();
  for (const each of entries) {
    const first = byKey.get(each.head.key);
    byKey.set(each.head.key, first ? { ...each, host: first.host ?? each.host } : each);
  }
  return [...byKey.values()];
}

/** Sequences that are not those of serial columns. */
function freeSequences({ schema, form }: PrintContext): readonly Entry[] {
  return schema.sequences.flatMap(({ name, options, ownedBy: owner }) => {
    const needs =
      owner === null ? [] : [`relation:${dotted(owner.slice(0, owner.lastIndexOf('.')))}`];
    const made = entry(createSequence(name, options, form), { needs });
    return owner === null ? [made] : [made, entry(ownedBy(name, owner), { host: made.head.key })];
  });
}

function dotted(table: string): string {
  return table.includes('.') ? table : `public.${table}`;
}

function views(context: PrintContext): readonly Entry[] {
  return context.schema.views.flatMap((view) => {
    const made = viewEntries(view, context);
    const host = made[0]?.head.key ?? null;
    const kind = view.materialized ? 'MATERIALIZED VIEW' : 'VIEW';
    const about = `${kind} ${qualified(view.name)}`;
    const comment = view.comment === null ? [] : [entry(commentOn(about, view.comment), { host })];
    const indexes = view.indexes.flatMap((index) =>
      indexEntries(createIndex(index, view.name, false, context), index, view.name),
    );
    return [...made, ...comment, ...indexes];
  });
}

/**
 * A view that needs a primary key, which is made behind the rows, stands in two parts: its columns
 * with the tables, its query as a rule behind the constraints (repairViewRuleMultiLoop). Where the
 * type of a column is not known, all of it stands behind the constraints, as a materialized view does.
 */
function viewEntries(view: View, context: PrintContext): readonly Entry[] {
  const needs = neededKeys(view, context.schema);
  const known = context.dummies.get(view.name) ?? null;
  if (!view.materialized && (needs.length > 0 || known !== null)) {
    const dummy = dummyView(view, known, context);
    if (dummy !== null) return [entry(dummy), entry(replaceView(view, context), { needs })];
  }
  return [entry(createView(view, context), { needs })];
}

/** Comments that are kept by their statements stand behind what they are about, too. */
function withHosts(entries: readonly Entry[]): readonly Entry[] {
  const hosts = new Hosts(entries);
  return entries.map((each) => {
    if (each.host !== null || !FOLLOWERS.has(each.head.type)) return each;
    return { ...each, host: hosts.of(each) };
  });
}
