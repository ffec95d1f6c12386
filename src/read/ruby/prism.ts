import type { ParseResult } from '@ruby/prism/src/deserialize.js';

/** Parses a text. Throws errors of WebAssembly when the text is nested too deeply for it. */
export type Parse = (source: string) => ParseResult;

let loaded: Promise<Parse> | null = null;

/**
 * Prism's parse function. The parser is loaded once, at the first call (some 10 ms); parsing
 * itself is synchronous.
 */
export function loadPrism(): Promise<Parse> {
  loaded ??= withoutWasiWarning(async () => {
    const parse = await (await import('@ruby/prism')).loadPrism();
    return (source) => {
      try {
        return parse(source);
      } catch (error) {
        // After a trap the stack pointer of the instance stays where it was: it cannot be used again.
        loaded = null;
        throw error;
      }
    };
  });
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
