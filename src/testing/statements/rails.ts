import type { Engine } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import listing from './rails.json' with { type: 'json' };

/** `abstract` is what all adapters share. */
type Scope = 'abstract' | Engine;

interface Listed {
  readonly internal?: boolean;
  readonly abstract?: string;
  readonly postgresql?: string;
  readonly mysql?: string;
  readonly sqlite?: string;
}

interface Listing {
  readonly tags: { readonly [version: string]: string };
  readonly receivers: { readonly [receiver: string]: { readonly [method: string]: Listed } };
}

const { tags, receivers }: Listing = listing;

/** Rails' minor versions that are listed, the oldest first, with the tag that was read. */
export const TAGS = tags;

export const VERSIONS: readonly string[] = Object.keys(tags);

const SCOPES: readonly Scope[] = ['abstract', 'postgresql', 'mysql', 'sqlite'];

/** Names of the methods of a receiver, as `.ci/rails/statements.ts` lists them. */
export function methodsOf(receiver: string): readonly string[] {
  return Object.keys(own(receivers, receiver) ?? {});
}

/** Versions in which the receiver has the method, in any adapter; empty when it never had. */
export function versionsOf(receiver: string, method: string): readonly string[] {
  const listed = own(own(receivers, receiver) ?? {}, method) ?? {};
  const found = new Set(SCOPES.flatMap((scope) => expanded(listed[scope] ?? '')));
  return VERSIONS.filter((version) => found.has(version));
}

/** Engines whose adapters define the method; all of them when the abstract adapter does. */
export function enginesOf(receiver: string, method: string): readonly Engine[] {
  const listed = own(own(receivers, receiver) ?? {}, method) ?? {};
  const engines: readonly Engine[] = ['postgresql', 'mysql', 'sqlite'];
  return listed.abstract === undefined
    ? engines.filter((engine) => listed[engine] !== undefined)
    : engines;
}

/** `5.0-5.2 8.1` as the versions it means. */
function expanded(runs: string): readonly string[] {
  return runs.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('-');
    return VERSIONS.slice(VERSIONS.indexOf(first), VERSIONS.indexOf(last) + 1).filter(
      () => first !== '',
    );
  });
}

/** `5.0–5.2, 7.1–8.1`: the versions in runs, as a table shows them. */
export function spanned(versions: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const version of versions) {
    const run = runs.at(-1);
    const before = VERSIONS[VERSIONS.indexOf(version) - 1];
    if (run && run[1] === before) run[1] = version;
    else runs.push([version, version]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
