import type { SelectStmt } from '@pgsql/types';
import { nameOfList } from '../names.ts';
import { allOf } from '../nodes.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { writesInWith } from './rows.ts';
import { createTableAs } from './views.ts';

/** A query reads; it writes where WITH does, where it fills a table, and where a function does. */
export function* select(node: SelectStmt, reading: Reading): Bodies {
  if (node.intoClause) {
    const { intoClause, ...query } = node;
    yield* createTableAs(
      { query: { SelectStmt: query }, into: intoClause, objtype: 'OBJECT_TABLE' },
      reading,
    );
    return;
  }
  const writes = [...writesInWith(node.withClause, reading)];
  yield* writes;
  const purpose = purposeOf(node);
  if (writes.length === 0) yield noEffect(reading, purpose);
}

/** Functions with an effect that no dump shows, by what they are called for. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['setval', 'sets the next value of a sequence'],
  ['nextval', 'takes a value from a sequence'],
  ['set_config', 'sets a parameter of the session'],
]);

/** @throws {NotTold} when it calls a function that may do anything. */
function purposeOf(node: SelectStmt): string {
  let purpose = 'reads rows';
  for (const call of allOf(node, 'FuncCall')) {
    const name = nameOfList(call.funcname).replace(/^pg_catalog\./, '');
    purpose = PURPOSES.get(name) ?? purpose;
    const isHarmless =
      HARMLESS.test(name) || (node.fromClause !== undefined && !EFFECTS.test(name));
    if (!isHarmless) throw new NotTold(`it calls ${name}, which may change the schema`);
  }
  return purpose;
}

/** Functions that change the schema although they stand in a query: TimescaleDB's, PostGIS', pg_partman's. */
const EFFECTS =
  /\.|^(?:create_|add_|drop_|remove_|set_|attach_|detach_|alter_|undo_|addgeometrycolumn|dropgeometry)/i;

/** Functions that no FROM has to stand beside. */
const HARMLESS =
  /^(?:setval|set_config|pg_\w+|st_\w+|postgis_\w+|now|currval|nextval|count|max|min|sum|avg|version|current_\w+|lower|upper|coalesce|to_\w+|array_\w+|json\w*|string_agg|gen_random_uuid|uuid_\w+|format|concat|length|exists)$/i;
