import type { Engine } from '../model/engine.ts';
import type { OperationOf } from '../model/operation.ts';
import { assignedColumns } from './row-statements.ts';
import { statementWords } from './statement-words.ts';

/** `update_all(state: 0)`, `order.update_columns(state:, name: x)`. */
const KEYS = /\bupdate(?:_all|_columns?|!)?\s*\(?\s*(.*)$/s;

/**
 * The columns that an UPDATE or a call of Active Record gives values to; empty where that cannot be
 * told. Keys of a value, `settings: { size: 1 }`, are among them.
 */
export function writtenColumns(
  { language, text, verb }: OperationOf<'changeRows'>,
  engine: Engine,
): readonly string[] {
  if (verb !== 'update') return [];
  if (language === 'sql') {
    return assignedColumns(statementWords(text, engine)).map((name) => name.replace(/^.*\./, ''));
  }
  const values = KEYS.exec(text)?.[1] ?? '';
  const inString = /^["'](.*)["']\s*\)?$/s.exec(values)?.[1];
  if (inString !== undefined) {
    return assignedColumns(statementWords(`SET ${inString}`, engine));
  }
  return [...values.matchAll(/(?<![\w:])(\w+):(?!:)/g)].flatMap(([, name]) => name ?? []);
}
