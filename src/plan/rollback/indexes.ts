import { findTable, type Index, type Schema } from '../../model/schema.ts';
import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';

export const indexInverters: Inverters<
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex: ({ table, index, concurrently, source }, { before, after, dialect }) => {
    if (indexOf(before, table, index.name)) {
      return nothingToUndo(`index ${index.name} was there already`);
    }
    const replaced = indexesOf(before, table).filter(
      ({ name }) => indexOf(after, table, name) === null,
    );
    const drop = {
      kind: 'dropIndex',
      table,
      index: index.name,
      ifExists: false,
      concurrently,
    } as const;
    return inverse({
      action: `Drops index ${index.name} of ${table}.`,
      // MySQL drops the index that it made for a foreign key when another one serves the key, and
      // refuses to drop the last that does: so the one that was replaced comes back first.
      ...restore(after, before, dialect, source, [
        ...replaced.map(
          (one) =>
            ({
              kind: 'addIndex',
              table,
              index: one,
              ifNotExists: false,
              concurrently: false,
            }) as const,
        ),
        drop,
      ]),
      class: concurrently || index.unique ? 'assisted' : 'automatic',
      precondition: concurrently ? outsideTransaction(index.name, 'dropped') : null,
    });
  },
  dropIndex: ({ table, index: name, concurrently, source }, { before, after, dialect }) => {
    const index = indexOf(before, table, name);
    if (!index) return nothingToUndo(`there was no index ${name}`);
    const add = { kind: 'addIndex', table, index, ifNotExists: false, concurrently } as const;
    const conditions = [
      `There is time to build ${name} anew over all rows of ${table}.`,
      ...(index.unique ? [`No two rows of ${table} are alike in what ${name} holds unique.`] : []),
      ...(concurrently ? [outsideTransaction(name, 'built')] : []),
    ];
    return inverse({
      action: `Builds index ${name} of ${table} again.`,
      ...restore(after, before, dialect, source, [add]),
      class: 'assisted',
      precondition: conditions.join(' '),
    });
  },
  renameIndex: ({ table, from, to, source }) =>
    inverse({
      action: `Renames index ${to} of ${table} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameIndex', table, from: to, to: from })],
    }),
  setIndexEnabled: ({ table, index, enabled, source }, { before }) => {
    const was = indexOf(before, table, index)?.enabled ?? !enabled;
    if (was === enabled) return nothingToUndo(`index ${index} did not change`);
    return inverse({
      action: `${was ? 'Enables' : 'Disables'} index ${index} of ${table} again.`,
      operations: [undoing(source, { kind: 'setIndexEnabled', table, index, enabled: was })],
    });
  },
};

function outsideTransaction(index: string, done: string): string {
  return `${index} is ${done} concurrently, which no transaction may surround.`;
}

/** The index of a table or materialized view; null when there is none. */
function indexOf(schema: Schema, owner: string, name: string): Index | null {
  return indexesOf(schema, owner).find((index) => index.name === name) ?? null;
}

function indexesOf(schema: Schema, owner: string): readonly Index[] {
  const holder = findTable(schema, owner) ?? schema.views.find((view) => view.name === owner);
  return holder?.indexes ?? [];
}
