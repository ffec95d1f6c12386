import { qualifiedDefinition } from '../../../../dialect/postgresql/qualified-names.ts';
import type { SchemaObject } from '../../../../model/schema.ts';
import { qualifiedComment } from '../head/comment.ts';
import { Cursor } from '../head/cursor.ts';
import { statementHead } from '../head/index.ts';
import { type ObjectName, quoted } from '../names.ts';
import type { PrintContext } from './context.ts';
import { type Entry, entry } from './entry.ts';

/** Entries of what is kept by its statement. Those about one object's privileges make one entry. */
export function objectEntries(context: PrintContext): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const object of context.schema.objects ?? []) {
    if (isSetting(object)) continue;
    const text = `${definitionText(object, context)};`;
    if (!statementHead(text)) continue;
    const made = entry(text);
    const before = entries.get(made.head.key);
    entries.set(made.head.key, before ? { ...before, text: `${before.text}\n${text}` } : made);
  }
  return [...entries.values()];
}

/** What ALTER says of an object, but for ATTACH PARTITION of an index, which is an entry of its own. */
function isSetting({ type, definition }: SchemaObject): boolean {
  return type === 'setting' && !/^ALTER INDEX [^\n]* ATTACH PARTITION /i.test(definition);
}

function definitionText({ type, definition }: SchemaObject, { known }: PrintContext): string {
  if (type === 'comment' || type === 'securityLabel') return qualifiedComment(definition);
  if (type === 'setting') return qualifiedAttach(definition);
  return qualifiedDefinition(definition, known);
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

/** The entries, with what ALTER says of them in statements that have no entry of their own. */
export function withSettings(entries: readonly Entry[], context: PrintContext): readonly Entry[] {
  const settings = (context.schema.objects ?? []).filter(isSetting);
  if (settings.length === 0) return entries;
  return entries.map((made) => {
    const own = settings.filter((setting) => isAbout(setting, made));
    const texts = own.map(({ definition }) => qualifiedDefinition(definition, context.known));
    return { ...made, text: [made.text, ...texts.map((text) => `${text};`)].join('\n\n') };
  });
}

/** DISABLE TRIGGER stands with the trigger, DISABLE RULE with the rule, all else with the table. */
function isAbout({ table, definition }: SchemaObject, { head }: Entry): boolean {
  if (table === null) return false;
  const part = /\b(?:TRIGGER|RULE) "?([^"\s;]+)"?$/i.exec(definition)?.[1];
  if (part === undefined) return head.key === relationKey(table);
  return head.name === part && head.table === table.slice(table.lastIndexOf('.') + 1);
}

function relationKey(table: string): string {
  return `relation:${table.includes('.') ? table : `public.${table}`}`;
}
