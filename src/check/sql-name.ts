import { dialectFor } from '../dialect/index.ts';
import { isReservedWord } from '../dialect/reserved-words.ts';
import type { Engine } from '../model/engine.ts';

/** An identifier as SQL: quoted where it is not plain lower case, or a word of SQL. */
export function sqlName(name: string, engine: Engine): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && !isReservedWord(name, { name: engine });
  return isPlain ? name : dialectFor(engine).quoteIdentifier(name);
}
