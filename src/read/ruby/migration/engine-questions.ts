import type { Engine } from '../../../model/engine.ts';
import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import { boolean, type Value } from '../evaluate/values.ts';

/** Null is an engine that migdocs does not know, and that the project's is therefore not. */
const ASKED: { readonly [method: string]: Engine | null } = {
  'postgres?': 'postgresql',
  'postgresql?': 'postgresql',
  'mysql?': 'mysql',
  'sqlite?': 'sqlite',
  'sqlite3?': 'sqlite',
  'oracle?': null,
  'sqlserver?': null,
};

/**
 * Answers `Redmine::Database.postgresql?` and its like: projects that run on several engines ask a
 * constant of their own by the engine's name. Undefined for any other question.
 */
export function engineQuestion(call: Call, engine: Engine): Value | undefined {
  const asked = call.args.length === 0 ? own(ASKED, call.name) : undefined;
  return asked === undefined ? undefined : boolean(asked === engine);
}
