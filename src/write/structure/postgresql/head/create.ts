import type { Cursor } from './cursor.ts';
import type { EntryType } from './entry-type.ts';
import { globalHead, type Head, headOf, partHead } from './head.ts';
import { global, inSchema, NAMED, type Read, type Reads } from './reads.ts';

/** CREATE OR REPLACE VIEW is what a dump puts in place of a view that had to come before its parts. */
const view: Read = (cursor, replaces) => {
  const name = cursor.name();
  if (replaces) return partHead('RULE', 'rule', name, '_RETURN');
  return headOf('VIEW', 'relation', name);
};

const index: Read = (cursor) => {
  cursor.take('CONCURRENTLY');
  cursor.take('IF', 'NOT', 'EXISTS');
  const name = cursor.identifier();
  cursor.take('ON');
  cursor.take('ONLY');
  const { namespace } = cursor.name();
  return headOf('INDEX', 'index', { namespace, name });
};

/** An object of a table, whose name comes first: `name … ON table`. */
const onTable =
  (type: EntryType, kind: string): Read =>
  (cursor) => {
    const name = cursor.identifier();
    cursor.seek('ON');
    return partHead(type, kind, cursor.name(), name);
  };

/** `name AS ON event TO table`. */
const rule: Read = (cursor) => {
  const name = cursor.identifier();
  cursor.seek('TO');
  return partHead('RULE', 'rule', cursor.name(), name);
};

/** Operators and casts are told apart by their types. */
const operator: Read = (cursor) => {
  const name = cursor.until((_, word) => word === '(');
  const text = cursor.until((depth, word) => depth === 0 && word === ')');
  const operand = (side: string): string =>
    new RegExp(`\\b${side} = ([^,]*?)(?: ,|$)`).exec(text)?.[1] ?? 'none';
  return operatorHead(name, [operand('leftarg'), operand('rightarg')]);
};

/** @param written - its name with or without a schema, token by token: `public . ===`. */
export function operatorHead(written: string, operands: readonly string[]): Head {
  const text = written.replaceAll(' ', '');
  const dot = text.indexOf('.');
  const namespace = dot < 0 ? 'public' : text.slice(0, dot).replaceAll('"', '');
  const head = headOf('OPERATOR', 'operator', { namespace, name: text.slice(dot + 1) });
  const types = operands.map((type) => type.replace(/^public \. /, '').trim());
  return { ...head, key: `${head.key}(${types.join(', ')})` };
}

/** @param types - `source as target`, token by token. */
export function castHead(types: string): Head {
  const text = types.replaceAll(' . ', '.').replace(/ as /, ' AS ');
  return { ...globalHead('CAST', text.replaceAll('public.', '')), tag: `CAST (${text})` };
}

const cast: Read = (cursor) => castHead(cursor.parenthesized());

const userMapping: Read = (cursor) => {
  cursor.take('FOR');
  const user = cursor.identifier();
  cursor.take('SERVER');
  const server = cursor.identifier();
  return {
    ...globalHead('USER MAPPING', `${server} ${user}`),
    tag: `USER MAPPING ${user} SERVER ${server}`,
  };
};

/** What can follow CREATE and its modifiers. Of two that fit, the longer one stands first. */
const CREATED: Reads = [
  ...NAMED,
  ['VIEW', view],
  ['INDEX', index],
  ['OPERATOR CLASS', inSchema('OPERATOR CLASS', 'operatorClass')],
  ['OPERATOR FAMILY', inSchema('OPERATOR FAMILY', 'operatorFamily')],
  ['OPERATOR', operator],
  ['CAST', cast],
  ['LANGUAGE', global('PROCEDURAL LANGUAGE')],
  ['USER MAPPING', userMapping],
  ['RULE', rule],
  ['TRIGGER', onTable('TRIGGER', 'trigger')],
  ['POLICY', onTable('POLICY', 'policy')],
];

/** Words between CREATE and the kind of object. */
const MODIFIERS: readonly string[] = [
  'UNLOGGED',
  'TEMPORARY',
  'TEMP',
  'UNIQUE',
  'CONSTRAINT',
  'TRUSTED',
  'PROCEDURAL',
  'DEFAULT',
  'RECURSIVE',
];

/** What CREATE makes; null for what no dump makes. */
export function createHead(cursor: Cursor): Head | null {
  const replaces = cursor.take('OR', 'REPLACE');
  while (MODIFIERS.some((word) => cursor.take(word)));
  for (const [words, read] of CREATED) {
    if (cursor.take(...words.split(' '))) return read(cursor, replaces);
  }
  return null;
}
