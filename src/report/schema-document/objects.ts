import type { ObjectType } from '../../model/change.ts';
import {
  code,
  codeBlock,
  column,
  denseTable,
  paragraph,
  row,
  section,
  subheading,
} from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { count, describeObject, OBJECT_WORDS, plural, sentenceCase } from '../words/index.ts';
import { keptObjects } from './kept-objects.ts';
import { changeCell } from './table-columns.ts';

/** What stands beside the tables: types, sequences, views, functions, extensions. */
export function objectSections(context: ReportContext): readonly ReportSection[] {
  const blocks = [...simpleObjects(context), ...programs(context), ...keptObjects(context)];
  return [
    section({
      anchor: 'other-objects',
      title: 'Other objects',
      blocks: blocks.length === 0 ? [paragraph('The schema has tables only.')] : blocks,
    }),
  ];
}

type Simple = 'enum' | 'domain' | 'sequence' | 'virtualTable' | 'extension' | 'namespace';

function simpleObjects(context: ReportContext): readonly ReportBlock[] {
  const { after } = context.proposal;
  const lists: { readonly [T in Simple]: readonly { name: string; definition: string }[] } = {
    enum: after.enums.map(({ name, values }) => ({ name, definition: values.join(', ') })),
    domain: after.domains.map(({ name, type }) => ({ name, definition: type })),
    sequence: after.sequences.map(({ name, options, ownedBy }) => ({
      name,
      definition: [options, ownedBy === null ? '' : `owned by ${ownedBy}`].join(' ').trim(),
    })),
    virtualTable: after.virtualTables.map(({ name, module, arguments: given }) => ({
      name,
      definition: `${module}(${given.join(', ')})`,
    })),
    extension: after.extensions.map(({ name, version }) => ({ name, definition: version ?? '' })),
    namespace: after.namespaces.map((name) => ({ name, definition: '' })),
  };
  return SIMPLE.flatMap((type) => simpleTable(context, type, lists[type]));
}

const SIMPLE: readonly Simple[] = [
  'enum',
  'domain',
  'sequence',
  'virtualTable',
  'extension',
  'namespace',
];

function simpleTable(
  context: ReportContext,
  type: Simple,
  objects: readonly { readonly name: string; readonly definition: string }[],
): readonly ReportBlock[] {
  const removed = context.facts.changes.filter(
    (change) => change.kind === 'removed' && change.object.type === type,
  );
  if (objects.length + removed.length === 0) return [];
  const rows = objects.map(({ name, definition }) => {
    const change = changeOf(context, type, name);
    return row([code(name), definition, changeCell(change)], { mark: markOf(change) });
  });
  const gone = removed.map((change) =>
    row([code(change.object.name), describeObject(type, change.before), changeCell(change)], {
      mark: 'removed',
    }),
  );
  return [
    subheading(sentenceCase(plural(2, OBJECT_WORDS[type]))),
    denseTable(
      [column('Name', 3), column('Definition', 6), column('Change', 4)],
      [...rows, ...gone],
      {
        whenEmpty: 'There are none.',
      },
    ),
  ];
}

function programs(context: ReportContext): readonly ReportBlock[] {
  const { after } = context.proposal;
  const views = after.views.map((view) => ({
    type: view.materialized ? ('materializedView' as const) : ('view' as const),
    name: view.name,
    text: view.definition,
    note: view.indexes.length === 0 ? null : `It has ${count(view.indexes.length, 'index')}.`,
  }));
  const functions = after.functions.map(({ name, definition }) => ({
    type: 'function' as const,
    name,
    text: definition,
    note: null,
  }));
  const loose = after.triggers
    .filter((trigger) => trigger.table === null)
    .map(({ name, definition }) => ({
      type: 'trigger' as const,
      name,
      text: definition,
      note: null,
    }));
  return [...views, ...functions, ...loose].flatMap(({ type, name, text, note }) => {
    const change = changeOf(context, type, name);
    return [
      subheading(`${sentenceCase(OBJECT_WORDS[type])} ${name}`),
      ...(change === null ? [] : [paragraph(changeCell(change))]),
      ...(note === null ? [] : [paragraph(note)]),
      codeBlock('sql', text.trim()),
    ];
  });
}

function changeOf(context: ReportContext, type: ObjectType, name: string): ChangeFact | null {
  return (
    context.facts.changes.find(
      ({ kind, object }) => kind !== 'removed' && object.type === type && object.name === name,
    ) ?? null
  );
}

function markOf(change: ChangeFact | null) {
  return change === null ? 'none' : MARK_OF[change.kind];
}
