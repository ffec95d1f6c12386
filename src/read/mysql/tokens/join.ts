import type { Token } from './token.ts';

/**
 * Tokens as text again, with blanks where they were written and none where they were not; comments
 * and line breaks become one blank.
 */
export function joinTokens(tokens: readonly Token[]): string {
  let text = '';
  let end: number | null = null;
  for (const token of tokens) {
    text += end === null || token.start === end ? token.text : ` ${token.text}`;
    end = token.end;
  }
  return text;
}
