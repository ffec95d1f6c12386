import type { Call } from '../evaluate/call.ts';
import { statementsOf } from '../evaluate/class-environment.ts';
import { NIL, toText, unknown, type Value } from '../evaluate/values.ts';
import type { RubySource } from '../source.ts';
import { reachOfBody } from './judge.ts';
import { emitUnknownRows } from './row-changes.ts';
import type { MigrationRun } from './run.ts';

type Load = (call: Call, run: MigrationRun) => Value;

const require: Load = (call, run) => {
  const path = pathOf(call);
  if (path !== null) run.code.require(resolved(path));
  return NIL;
};

/** `require` and its like: what the file defines is known from then on. `load` runs a file as well. */
export const LOADING: { readonly [name: string]: Load } = {
  require,
  require_dependency: require,
  require_relative: (call, run) => {
    const path = pathOf(call);
    const folder = call.source.path.replace(/[^/]*$/, '');
    if (path !== null) run.code.require(resolved(`${folder}${path}`));
    return NIL;
  },
  load: (call, run) => {
    const path = pathOf(call);
    const source = path === null ? null : run.code.load(resolved(path));
    return source
      ? loaded(source, call, run)
      : unknown('it runs a file that is not there', call.node);
  },
};

/** A file of seeds writes rows; what else it may do is judged by its words. */
function loaded(source: RubySource, call: Call, run: MigrationRun): Value {
  const environment = run.code.file(source);
  const reach = reachOfBody(statementsOf(source.program.statements), environment, call.evaluator);
  if (reach === 'schema') {
    return unknown(`${source.path}, which it runs, may do more than change rows`, call.node);
  }
  if (reach === 'rows') emitUnknownRows(call, 'unknown', run);
  return NIL;
}

/** The path in the project that is named; null when it cannot be told. */
function pathOf(call: Call): string | null {
  const [given = NIL] = call.args;
  const value = given.kind === 'object' ? given.call({ ...call, name: 'to_s', args: [] }) : given;
  const text = value ? toText(value) : null;
  return text === null || text === '' ? null : text.replace(/^\//, '');
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
