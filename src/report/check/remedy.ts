import type { Remedy } from './types.ts';

const RUBY =
  /^\s*(?:(?:add|remove|change|rename|create|drop|validate|enable|disable|execute|def|class|end|self)\b|\w+_\w+ :|disable_ddl_transaction!)/m;

const SQL =
  /^\s*(?:ALTER|CREATE|DROP|UPDATE|DELETE|INSERT|SET|BEGIN|COMMIT|SELECT|LOCK|TRUNCATE|REINDEX|ANALYZE)\b.*$/m;

/** Code is kept line by line; sentences can be wrapped. */
export function remedyOf(instead: string): Remedy {
  if (RUBY.test(instead)) return { kind: 'code', language: 'ruby', text: instead };
  if (SQL.test(instead) && /;\s*$/m.test(instead)) {
    return { kind: 'code', language: 'sql', text: instead };
  }
  return { kind: 'sentence', language: 'text', text: instead };
}
