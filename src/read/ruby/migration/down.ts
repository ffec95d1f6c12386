import type { DefNode, Node } from '@ruby/prism/src/nodes.js';
import { CallNode } from '@ruby/prism/src/nodes.js';
import type { MigrationDown } from '../../../model/migration.ts';
import { statementsOf } from '../evaluate/class-environment.ts';
import type { RubySource } from '../source.ts';
import { bodyCommands, mixinOf } from './body-commands.ts';
import { readClassBody } from './class-body.ts';
import type { MigrationClass } from './find-class.ts';

/** The way back that the author wrote, or that Rails works out from `change`. */
export function downOf(
  { node, body }: MigrationClass,
  source: RubySource,
  irreversible: MigrationDown['irreversible'],
): MigrationDown {
  const { methods } = readClassBody(body);
  const down = methods.get('down');
  const [loaded] = bodyCommands(body);
  if (loaded) {
    const reason = 'it runs when its file is loaded, on the way back as well';
    return { kind: 'none', irreversible: [{ source: source.locate(loaded), reason }] };
  }
  const elsewhere = methods.has('change') || methods.has('up') ? null : mixinOf(body);
  if (elsewhere) {
    const reason = 'its way back is written in another file';
    return { kind: 'none', irreversible: [{ source: source.locate(elsewhere), reason }] };
  }
  if (!methods.has('up')) return { kind: 'change', irreversible };
  if (!down) {
    // Migration#down of the base class does nothing (active_record/migration.rb of Rails 7.1).
    const reason =
      'it has no `down`, so that rails db:rollback strikes it off the list and leaves the schema as it is';
    return { kind: 'none', irreversible: [{ source: source.locate(node), reason }] };
  }
  const raise = raisesIn(down);
  if (!raise) return { kind: 'written', irreversible: [] };
  return {
    kind: 'none',
    irreversible: [
      {
        source: source.locate(raise),
        reason: 'its `down` raises, so that rails db:rollback stops there',
      },
    ],
  };
}

/** A `raise` that is a statement of the method's own, not under a condition. */
function raisesIn(method: DefNode): Node | null {
  return (
    statementsOf(method.body).find(
      (node) => node instanceof CallNode && node.name === 'raise' && node.receiver === null,
    ) ?? null
  );
}
