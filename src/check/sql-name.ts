import { dialectFor } from '../dialect/index.ts';
import type { Engine } from '../model/engine.ts';

/** An identifier as SQL: quoted where it is not plain lower case. */
export function sqlName(name: string, engine: Engine): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : dialectFor(engine).quoteIdentifier(name);
}
