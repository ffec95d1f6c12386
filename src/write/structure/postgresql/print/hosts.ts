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

/** The entries by the words that COMMENT ON has for what they are about: `public.TRIGGER name ON table`. */
export class Hosts {
  readonly #keys: ReadonlyMap<string, string>;

  constructor(entries: readonly Entry[]) {
    this.#keys = new Map(
      entries.map((each) => [`${each.head.namespace ?? ''}.${words(each)}`, each.head.key]),
    );
  }

  /** Key of the entry behind which a comment stands; null when there is none. */
  of({ head }: Entry): string | null {
    const namespace = head.namespace ?? '';
    const found = this.#keys.get(`${namespace}.${head.tag}`);
    if (found !== undefined) return found;
    // A check stands in the entry of its table, as a column does.
    const table = /^(?:COLUMN (.*)\.[^.]+|CONSTRAINT .* ON (.*))$/.exec(head.tag);
    const name = (table?.[1] ?? table?.[2] ?? '').replaceAll('"', '');
    return table ? `relation:${namespace}.${name}` : null;
  }
}

function words({ head }: Entry): string {
  const kind = ON_TABLE[head.type];
  if (kind === undefined) return `${head.type} ${head.tag}`;
  return `${kind} ${quoted(head.name)} ON ${quoted(head.table)}`;
}
