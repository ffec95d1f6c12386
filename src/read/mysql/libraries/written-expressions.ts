import type { StatedDefinition, StatedKeyPart } from '../stated/stated.ts';
import { joinTokens } from '../tokens/join.ts';
import type { Token } from '../tokens/token.ts';
import { isWord, splitList, TokenReader } from '../tokens/token-reader.ts';

/**
 * The definition with its expressions as they are written: node-sql-parser writes them in a spelling
 * of its own. Null for one that has several in a place where they cannot be told apart.
 */
export function withWrittenExpressions(
  part: StatedDefinition,
  tokens: readonly Token[],
): StatedDefinition | null {
  switch (part.kind) {
    case 'check': {
      const expression = groupBehind(tokens, 'CHECK');
      return expression === null ? null : { ...part, check: { ...part.check, expression } };
    }
    case 'key': {
      const parts = writtenParts(part.key.parts, tokens);
      return parts && { ...part, key: { ...part.key, parts } };
    }
    case 'column':
      return writtenColumn(part, tokens);
    default:
      return part;
  }
}

type ColumnPart = Extract<StatedDefinition, { kind: 'column' }>;

function writtenColumn(
  { column, ...part }: ColumnPart,
  tokens: readonly Token[],
): StatedDefinition | null {
  const { checks, generated, default: value, onUpdate } = column;
  const [check, ...more] = checks;
  const checked = check && groupBehind(tokens, 'CHECK');
  const computed = generated && groupBehind(tokens, 'AS');
  if (more.length > 0 || checked === null || (generated && computed === null)) return null;
  const sql = value?.kind === 'expression' ? expressionBehind(tokens, 'DEFAULT') : null;
  if (value?.kind === 'expression' && sql === null) return null;
  return {
    ...part,
    column: {
      ...column,
      checks: check && checked !== undefined ? [{ ...check, expression: checked }] : [],
      generated: generated && { ...generated, expression: computed ?? '' },
      default: sql === null ? value : { kind: 'expression', sql },
      onUpdate: onUpdate && expressionBehind(tokens, 'UPDATE'),
    },
  };
}

/** What stands between the parentheses behind a word. */
function groupBehind(tokens: readonly Token[], word: string): string | null {
  const at = tokens.findIndex((token) => isWord(token, word));
  const group = at < 0 ? null : new TokenReader(tokens.slice(at + 1)).group();
  return group && joinTokens(group);
}

/** `(expression)`, or a word with what stands in parentheses behind it. */
function expressionBehind(tokens: readonly Token[], behind: string): string | null {
  const at = tokens.findIndex((token) => isWord(token, behind));
  const reader = new TokenReader(tokens.slice(at + 1));
  const word = reader.next?.text === '(' ? null : reader.any();
  const group = reader.group();
  const inner = group === null ? '' : `(${joinTokens(group)})`;
  return `${word?.text ?? ''}${inner}` || null;
}

function writtenParts(
  parts: readonly StatedKeyPart[],
  tokens: readonly Token[],
): readonly StatedKeyPart[] | null {
  if (parts.every(({ expression }) => expression === null)) return parts;
  const open = tokens.findIndex((token) => token.text === '(');
  const group = new TokenReader(tokens.slice(open)).group();
  const written = splitList(group ?? []);
  if (written.length !== parts.length) return null;
  return parts.map((part, at) => {
    if (part.expression === null) return part;
    const inner = new TokenReader(written[at] ?? []).group();
    return inner === null ? part : { ...part, expression: `(${joinTokens(inner)})` };
  });
}
