import { type Call, withOptions } from '../evaluate/call.ts';
import { NIL, type ObjectValue, option, toText, type Value } from '../evaluate/values.ts';
import type { MigrationRun } from '../migration/run.ts';
import type { Session } from '../session.ts';
import { lockedGem } from './locked-gem.ts';

const REASON =
  'hair_trigger makes functions and triggers of it, and dumps them in a form of its own';

/**
 * `create_trigger("name", generated: true, compatibility: 1).on("users").after(:insert) { "SQL" }`
 * and `drop_trigger("name", "users", generated: true)` of hair_trigger; undefined for those of fx.
 *
 * @see {@link https://github.com/jenseng/hair_trigger/blob/v1.3.0/lib/hair_trigger/builder.rb}
 */
export function callHairTrigger(call: Call, run: MigrationRun): Value | undefined {
  if (!isHairTrigger(withOptions(call), run.session)) return undefined;
  if (call.name === 'create_trigger') return trigger(call, [], run);
  const table = call.args[1] && toText(call.args[1]);
  opaque(call, table ? [table] : [], run);
  return NIL;
}

function isHairTrigger({ name, options, args }: Call, { project }: Session): boolean {
  if (name !== 'create_trigger' && name !== 'drop_trigger') return false;
  const isGenerated = ['generated', 'compatibility'].some((key) => option(options, key));
  if (isGenerated || (name === 'drop_trigger' && args.length > 1)) return true;
  return lockedGem(project, 'hairtrigger') !== null && lockedGem(project, 'fx') === null;
}

function opaque(call: Call, tables: readonly string[], run: MigrationRun): void {
  run.session.opaque(call, REASON, tables);
  run.reversal.noteIrreversible(call, REASON);
}

/** The builder, whose calls end with the one that is given the SQL in its block. */
function trigger(call: Call, tables: readonly string[], run: MigrationRun): ObjectValue {
  if (call.block) opaque(call, tables, run);
  return {
    kind: 'object',
    name: 'trigger',
    call: (inner) => {
      const [table] = inner.name === 'on' ? inner.args : [];
      return trigger(inner, [...tables, ...[table && toText(table)].filter(isName)], run);
    },
  };
}

const isName = (text: string | null | undefined): text is string => Boolean(text);
