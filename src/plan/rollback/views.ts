import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';

export const viewInverters: Inverters<'createView' | 'dropView' | 'refreshView'> = {
  createView: ({ view, source }, { before, after, dialect }) => {
    const { name, materialized } = view;
    const was = before.views.find((one) => one.name === name);
    const drop = {
      kind: 'dropView',
      view: name,
      materialized,
      ifExists: false,
      cascade: false,
    } as const;
    if (!was) {
      return inverse({
        action: `Drops view ${name}.`,
        operations: [undoing(source, drop)],
        class: materialized ? 'assisted' : 'automatic',
      });
    }
    // CREATE OR REPLACE cannot take columns away again, so the view is dropped first.
    // https://www.postgresql.org/docs/18/sql-createview.html
    return inverse({
      action: `Replaces view ${name} by its earlier definition.`,
      ...restore(after, before, dialect, source, [drop]),
      class: 'assisted',
      precondition: `No other view reads ${name}.`,
    });
  },
  dropView: ({ view: name, materialized, source }, { before, after, dialect }) => {
    if (!before.views.some((one) => one.name === name)) {
      return nothingToUndo(`there was no view ${name}`);
    }
    return inverse({
      action: `Creates view ${name} again, and what went with it.`,
      ...restore(after, before, dialect, source),
      class: materialized ? 'assisted' : 'automatic',
      precondition: materialized ? `There is time to compute ${name} anew.` : null,
    });
  },
  refreshView: ({ view }) => nothingToUndo(`${view} only holds what its query gives`),
};
