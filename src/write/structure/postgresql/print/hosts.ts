import { quoted } from '../names.ts';
import type { Entry } from './entry.ts';

/** Kinds that a comment names by their table too: `TRIGGER name ON table`. */
const ON_TABLE: { readonly [type: string]: string } = {
  CONSTRAINT: 'CONSTRAINT',
  'CHECK CONSTRAINT': 'CONSTRAINT',
  'FK CONSTRAINT': 'CONSTRAINT',
  TRIGGER: 'TRIGGER',
  POLICY: 'POLICY',
  RULE: 'RULE',
};

/**
 * The keys of entries by the words that COMMENT ON has for them: `public.TRIGGER name ON table`.
 * A check that stands in its table's entry is not among them.
 */
export function hostKeys(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.map(({ head }) => {
      const kind = ON_TABLE[head.type];
      const words =
        kind === undefined
          ? `${head.type} ${head.tag}`
          : `${kind} ${quoted(head.name)} ON ${quoted(head.table)}`;
      return [`${head.namespace ?? ''}.${words}`, head.key];
    }),
  );
}
