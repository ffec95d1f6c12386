import type { Schema } from '../model/schema.ts';

/** Tables of the schema whose names are words of the text. */
export function tablesNamedInText(text: string, schema: Schema): readonly string[] {
  const words = new Set(text.match(/[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)?/g) ?? []);
  return schema.tables.map((table) => table.name).filter((name) => words.has(name));
}
