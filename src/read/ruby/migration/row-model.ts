import type { RowModel } from '../../../model/operation.ts';
import type { Call } from '../evaluate/call.ts';
import type { ModelValue } from '../evaluate/values.ts';
import type { MigrationRun } from './run.ts';

/**
 * Calls in the body of a model that make its methods do more than write the row, or find other rows.
 * https://guides.rubyonrails.org/active_record_callbacks.html
 */
const HOOK =
  /^(?:(?:before|after|around)_(?:validation|save|create|update|destroy|commit|rollback|touch)|after_(?:save|create|update|destroy)_commit|default_scope|validates?(?:_\w+)?)$/;

/** What gives a class and its descendants another database; `primary` is the one of all others. */
const CONNECTION = /^(?:connects_to|establish_connection)$/;
const PRIMARY = /\bprimary\b/;

/** The model of a call that writes rows, with what the application's code makes of its methods. */
export function rowModelOf(call: Call, model: ModelValue, run: MigrationRun): RowModel {
  const { name, environment } = model;
  const base = { name, method: call.name };
  if (!environment) {
    return { ...base, definedIn: 'unknown', path: null, hooks: [], connection: null };
  }
  const { path } = environment.source;
  const written = call.evaluator
    .ancestors(environment)
    .filter(({ source }) => !run.files.has(source.path))
    .flatMap(({ calls, source }) =>
      calls.map((each) => ({ name: each.name, line: firstLine(source.textOf(each)) })),
    );
  const hooks = written.filter((each) => HOOK.test(each.name)).map(({ line }) => line);
  // The nearest class decides.
  const connection = written.find((each) => CONNECTION.test(each.name))?.line ?? null;
  return {
    ...base,
    definedIn: run.files.has(path) ? 'migration' : 'application',
    path,
    hooks: [...new Set(hooks)],
    connection: connection !== null && PRIMARY.test(connection) ? null : connection,
  };
}

const LONGEST = 60;

function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
