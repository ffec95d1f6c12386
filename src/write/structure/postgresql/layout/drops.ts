import type { EntryType } from '../head/entry-type.ts';
import { quoted } from '../names.ts';
import type { Entry } from '../print/entry.ts';
import { isCompletelyAdded } from './partitions.ts';

/** How objects of a kind are dropped by their name alone. */
const DROPPED: ReadonlySet<EntryType> = new Set([
  'TABLE',
  'FOREIGN TABLE',
  'VIEW',
  'MATERIALIZED VIEW',
  'SEQUENCE',
  'TYPE',
  'DOMAIN',
  'STATISTICS',
  'COLLATION',
  'CONVERSION',
  'TEXT SEARCH PARSER',
  'TEXT SEARCH TEMPLATE',
  'TEXT SEARCH DICTIONARY',
  'TEXT SEARCH CONFIGURATION',
  'INDEX',
]);

const GLOBAL: ReadonlySet<EntryType> = new Set([
  'SCHEMA',
  'EXTENSION',
  'EVENT TRIGGER',
  'PUBLICATION',
  'SUBSCRIPTION',
  'SERVER',
  'FOREIGN DATA WRAPPER',
  'ACCESS METHOD',
]);

/**
 * What a dump with `--clean --if-exists` puts first to take the object away; null for what goes with
 * another object.
 */
export function dropStatement(entry: Entry): string | null {
  const { type, key, namespace, name, table, tag } = entry.head;
  const place = namespace === null ? '' : `${quoted(namespace)}.`;
  if (key.startsWith('identity:') || entry.isAttached) return null;
  if (GLOBAL.has(type)) return `DROP ${type} IF EXISTS ${quoted(name)};`;
  if (DROPPED.has(type)) return `DROP ${type} IF EXISTS ${place}${quoted(name)};`;
  if (type === 'FUNCTION' || type === 'PROCEDURE' || type === 'AGGREGATE') {
    return `DROP ${type} IF EXISTS ${place}${quoted(name)}${tag.slice(tag.indexOf('('))};`;
  }
  if (type === 'CAST') return `DROP CAST IF EXISTS ${tag.slice('CAST '.length)};`;
  const parent = `${place}${quoted(table)}`;
  if (type === 'TRIGGER' || type === 'POLICY' || type === 'RULE') {
    return `DROP ${type} IF EXISTS ${quoted(name)} ON ${parent};`;
  }
  if (/CONSTRAINT$/.test(type)) {
    const only = isCompletelyAdded(entry) ? '' : ' ONLY';
    return `ALTER TABLE IF EXISTS${only} ${parent} DROP CONSTRAINT IF EXISTS ${quoted(name)};`;
  }
  if (type !== 'DEFAULT') return null;
  return `ALTER TABLE IF EXISTS ${parent} ALTER COLUMN ${quoted(tag)} DROP DEFAULT;`;
}
