import { told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import type { StatedCheck } from './stated.ts';

/** What follows CHECK: `(expression) [[NOT] ENFORCED]`. */
export function readCheck(reader: TokenReader, name: string | null): StatedCheck {
  const expression = joinTokens(told(reader.group(), 'expression of CHECK'));
  const enforced = !reader.take('NOT', 'ENFORCED');
  if (enforced) reader.take('ENFORCED');
  return { name, expression, enforced };
}
