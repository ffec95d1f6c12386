import { qualifiedDefinition } from '../../../../dialect/postgresql/qualified-names.ts';
import type { SchemaObject } from '../../../../model/schema.ts';
import { Cursor } from '../head/cursor.ts';
import { statementHead } from '../head/index.ts';
import { type ObjectName, quoted } from '../names.ts';
import { commentText } from './comment-text.ts';
import type { PrintContext } from './context.ts';
import { type Entry, entry } from './entry.ts';

/** Entries of what is kept by its statement. Those about one object's privileges make one entry. */
export function objectEntries(made: readonly Entry[], context: PrintContext): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const object of context.schema.objects ?? []) {
    if (isAddition(object)) continue;
    const text = `${definitionText(object, made, context)};`;
    if (!statementHead(text)) continue;
    const one = entry(text);
    const before = entries.get(one.head.key);
    entries.set(one.head.key, before ? { ...before, text: `${before.text}\n${text}` } : one);
  }
  return [...entries.values()];
}

/** True for what ALTER says of an object without an entry of its own: DISABLE TRIGGER, ADD MAPPING. */
export function isAddition({ type, definition }: SchemaObject): boolean {
  return type === 'setting' && statementHead(definition)?.role !== 'entry';
}

function definitionText(
  { type, definition }: SchemaObject,
  made: readonly Entry[],
  context: PrintContext,
): string {
  if (type === 'comment' || type === 'securityLabel') return commentText(definition, made, context);
  if (/^ALTER INDEX /i.test(definition)) return qualifiedAttach(definition);
  return qualifiedDefinition(definition, context.known);
}

/** `ALTER INDEX parent ATTACH PARTITION child`, both with their schemas. */
function qualifiedAttach(definition: string): string {
  const cursor = new Cursor(definition, 'public');
  cursor.take('ALTER', 'INDEX');
  const parent = cursor.name();
  cursor.take('ATTACH', 'PARTITION');
  return `ALTER INDEX ${spelt(parent)} ATTACH PARTITION ${spelt(cursor.name())}`;
}

function spelt({ namespace, name }: ObjectName): string {
  return `${quoted(namespace)}.${quoted(name)}`;
}
