import type { Engine } from '../../../model/engine.ts';
import { type EngineSign, firstSign } from '../../signs.ts';

/**
 * What only one engine's dump holds, the surest first. Each pattern is looked for in a line of its
 * own, so that the words of a comment or view do not count.
 */
const SIGNS: readonly EngineSign[] = [
  { engine: 'postgresql', pattern: /^\s*enable_extension "[^"]+"/m },
  { engine: 'postgresql', pattern: /^\s*create_enum "[^"]+"/m },
  { engine: 'mysql', pattern: /\boptions: "ENGINE=\w+/ },
  { engine: 'mysql', pattern: /^\s*create_table .*\bcharset: "\w+"/m },
  { engine: 'sqlite', pattern: /^\s*create_virtual_table "[^"]+"/m },
  {
    engine: 'postgresql',
    pattern:
      /^\s*t\.(?:jsonb|hstore|inet|cidr|macaddr|citext|uuid|tsvector|timestamptz|interval|int4range|int8range|numrange|daterange|tsrange|tstzrange|ltree|bit_varying|xml)\b/m,
  },
  { engine: 'postgresql', pattern: /\barray: true\b/ },
  { engine: 'postgresql', pattern: /\busing: :(?:gin|gist|brin|hash)\b/ },
  { engine: 'postgresql', pattern: /\b(?:opclass|nulls_not_distinct|deferrable):/ },
  { engine: 'postgresql', pattern: /\b(?:gen_random_uuid|uuid_generate_v\d)\(\)/ },
  { engine: 'postgresql', pattern: /::(?:text|character varying|integer|jsonb|regclass)\b/ },
  { engine: 'mysql', pattern: /\b(?:unsigned: true|size: :(?:tiny|medium|long))\b/ },
  {
    engine: 'mysql',
    pattern: /\b(?:collation: "utf8\w*"|type: :(?:fulltext|spatial)|using: :btree\b.*\blength:)/,
  },
  { engine: 'mysql', pattern: /\blimit: (?:65535|16777215|4294967295)\b/ },
  { engine: 'mysql', pattern: /\blength: (?:\{|\d)/ },
  { engine: 'postgresql', pattern: /\busing: :btree\b/ },
  { engine: 'postgresql', pattern: /\bid: :(?:serial|uuid)\b/ },
];

/**
 * The engine that a schema file itself gives away, with the text that does; null when nothing in
 * it belongs to one engine alone.
 */
export function signsOfEngine(
  text: string,
): { readonly engine: Engine; readonly sign: string } | null {
  return firstSign(SIGNS, text);
}
