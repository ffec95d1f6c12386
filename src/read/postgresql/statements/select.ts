import type { SelectStmt } from '@pgsql/types';
import { catalogOf } from '../catalog/catalog.ts';
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
  const purpose = purposeOf(node, reading);
  if (writes.length === 0) yield noEffect(reading, purpose);
}

/** Functions with an effect that no dump shows, by what they are called for. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['setval', 'sets the next value of a sequence'],
  ['nextval', 'takes a value from a sequence'],
  ['set_config', 'sets a parameter of the session'],
]);

/** @throws {NotTold} when it calls a function that is not PostgreSQL's own: that can do anything. */
function purposeOf(node: SelectStmt, { schema }: Reading): string {
  const extensions = schema.extensions.map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
  const catalog = catalogOf(extensions);
  let purpose = 'reads rows';
  for (const call of allOf(node, 'FuncCall')) {
    const name = nameOfList(call.funcname).replace(/^pg_catalog\./, '');
    purpose = PURPOSES.get(name) ?? purpose;
    const isKnown = catalog.functions(name).length > 0 || OF_EXTENSIONS.test(name);
    if (!isKnown)
      throw new NotTold(`it calls ${name}, of which migdocs does not know what it does`);
  }
  return purpose;
}

/** Functions of PostGIS that compute, and those of the server that the catalog leaves out. */
const OF_EXTENSIONS =
  /^(?:st|postgis|pg|lo)_|^(?:setval|nextval|currval|set_config|crypt|gen_salt)$/;
