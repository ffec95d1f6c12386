import type { Engine } from '../model/engine.ts';
import type { Dialect } from './dialect.ts';
import { mysql } from './mysql/index.ts';
import { postgresql } from './postgresql/index.ts';
import { sqlite } from './sqlite/index.ts';

export type { Dialect, RailsType } from './dialect.ts';

const DIALECTS: { readonly [E in Engine]: Dialect } = { postgresql, mysql, sqlite };

/** What that engine can do and how it spells it. */
export function dialectFor(engine: Engine): Dialect {
  return DIALECTS[engine];
}
