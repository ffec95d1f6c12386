import type { Engine } from '../model/engine.ts';

/** Words that only one engine's files hold. */
export interface EngineSign {
  readonly engine: Engine;
  readonly pattern: RegExp;
}

/** The first of the signs that a text shows, with the words that do; null when it shows none. */
export function firstSign(
  signs: readonly EngineSign[],
  text: string,
): { readonly engine: Engine; readonly sign: string } | null {
  for (const { engine, pattern } of signs) {
    const match = pattern.exec(text);
    if (match) return { engine, sign: match[0].trim() };
  }
  return null;
}
