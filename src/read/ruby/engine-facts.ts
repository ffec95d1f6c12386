import type { Engine } from '../../model/engine.ts';

/** What an engine makes of the options of a migration. */
export interface EngineFacts {
  /** Prefix lengths of indexes, which Rails' other adapters drop. */
  readonly keepsIndexLength: boolean;
  /** The engine prints an expression in its own form when it is dumped, and not as it was written. */
  readonly printsExpressions: boolean;
}

export const ENGINE_FACTS: { readonly [E in Engine]: EngineFacts } = {
  postgresql: { keepsIndexLength: false, printsExpressions: true },
  mysql: { keepsIndexLength: true, printsExpressions: false },
  sqlite: { keepsIndexLength: false, printsExpressions: false },
};
