import type { Call } from '../evaluate/call.ts';
import type { ModelValue, Value } from '../evaluate/values.ts';
import type { Place } from '../session.ts';
import { rowModelOf } from './row-model.ts';
import type { RowVerb } from './row-verbs.ts';
import type { MigrationRun } from './run.ts';

/** A call on a model, a relation or a record that writes rows. */
export function changeRows(call: Call, model: ModelValue, verb: RowVerb, run: MigrationRun): Value {
  const scope = verb === 'insert' || model.record ? recordScope(model, verb) : model.scope;
  run.session.emit(
    {
      kind: 'changeRows',
      table: model.table,
      verb,
      scope,
      text: call.source.textOf(call.node),
      language: 'ruby',
      batched: model.batched,
      model: rowModelOf(call, model, run),
    },
    call,
  );
  run.reversal.noteIrreversible(call, 'rows that it changes are not changed back');
  return { ...model, record: true };
}

/** A statement that writes rows, of a table that is not known. */
export function emitUnknownRows(place: Place, verb: RowVerb, run: MigrationRun): void {
  const text = place.source.textOf(place.node);
  run.session.emit(
    {
      kind: 'changeRows',
      table: null,
      verb,
      scope: 'unknown',
      text,
      language: 'ruby',
      batched: false,
    },
    place,
  );
  run.reversal.noteIrreversible(place, 'rows that it changes are not changed back');
}

/** A record met while going through all rows stands for all of them. */
function recordScope(model: ModelValue, verb: RowVerb): 'whole' | 'part' {
  return verb === 'insert' ? 'part' : model.scope;
}
