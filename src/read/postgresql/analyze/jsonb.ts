import { Beyond } from '../query/query.ts';

/**
 * A JSON text as jsonb writes it: spaces after `:` and `,`, and an object's keys by length, then by
 * bytes. Null when it holds numbers whose spelling would change, or is no JSON.
 *
 * @see {@link https://www.postgresql.org/docs/15/datatype-json.html | JSON types}
 */
export function jsonbValue(text: string): string | null {
  if (/\d[eE]|-0\b|\d{16}/.test(text) || text.includes('\\')) return null;
  if (/\.\d*0\b/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return written(value);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Beyond) return null;
    throw error;
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([left], [right]) => byLength(left, right));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}: ${written(item)}`).join(', ')}}`;
}

function byLength(left: string, right: string): number {
  const [one, other] = [Buffer.byteLength(left), Buffer.byteLength(right)];
  return one - other || Buffer.compare(Buffer.from(left), Buffer.from(right));
}
