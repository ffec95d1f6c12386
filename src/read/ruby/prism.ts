import type { ParseResult } from '@ruby/prism/src/deserialize.js';

type Parse = (source: string) => ParseResult;

let loaded: Promise<Parse> | null = null;

/**
 * Prism's parse function. The parser is loaded once, at the first call (some 10 ms); parsing
 * itself is synchronous.
 */
export function loadPrism(): Promise<Parse> {
  loaded ??= withoutWasiWarning(async () => (await import('@ruby/prism')).loadPrism());
  return loaded;
}

/**
 * Node prints an ExperimentalWarning when the `wasi` module is first loaded (Node 20), which says
 * nothing to the user of a schema tool. Only that one warning is held back, only during `load`.
 */
async function withoutWasiWarning(load: () => Promise<Parse>): Promise<Parse> {
  const original = process.emitWarning;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('WASI is an experimental feature')) {
      Reflect.apply(original, process, [warning, ...rest]);
    }
  };
  try {
    return await load();
  } finally {
    process.emitWarning = original;
  }
}
