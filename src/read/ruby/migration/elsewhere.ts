import type { Call } from '../evaluate/call.ts';
import type { Method } from '../evaluate/class-environment.ts';
import { unknown, unknownRows, type Value } from '../evaluate/values.ts';
import { engineQuestion } from './engine-questions.ts';
import { reachOf } from './judge.ts';
import { emitUnknownRows } from './row-changes.ts';
import type { MigrationRun } from './run.ts';

/** Steps that a call of application code may take before it is judged by its text instead. */
const MAX_STEPS = 20_000;

/**
 * Runs a method of another file. The methods of modules that the migration includes are its own
 * statements. Those of models and other classes are followed as long as all of them is understood;
 * others are judged by the words that they use.
 */
export function runElsewhere(
  call: Call,
  method: Method,
  body: () => Value,
  run: MigrationRun,
): Value {
  const { session } = run;
  const asked = engineQuestion(call, session.dialect.engine);
  if (asked) return asked;
  const followed = (): Value => session.from(call, body);
  if (session.isElsewhere || call.receiver === null || call.block) return followed();
  const { evaluator } = call;
  const { conditions } = evaluator;
  const value = session.attempt(() => evaluator.limited(MAX_STEPS, followed));
  if (value) return value;
  evaluator.conditions = conditions;
  return judged(call, method, run);
}

function judged(call: Call, method: Method, run: MigrationRun): Value {
  const reach = reachOf(method, call.evaluator);
  const { path } = method.environment.source;
  const reason = `it depends on what \`${call.name}\` of ${path} does`;
  if (reach === 'reads') return unknownRows(reason);
  if (reach === 'schema') {
    return unknown(`\`${call.name}\` of ${path} may do more than change rows`, call.node);
  }
  emitUnknownRows(call, 'unknown', run);
  return unknownRows(reason);
}
