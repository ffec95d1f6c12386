import type { Block } from './blocks.ts';

/** Says in whose schema the names stand that have none, in dumps of before PostgreSQL 10.3. */
export const SEARCH_PATH = /^SET search_path = ("[^"]+"|[\w$]+), pg_catalog;$/;

/** Entries that pg_dump has a tablespace for: with foreign tables before PostgreSQL 12. */
const STORED: readonly RegExp[] = [
  /^(?:TABLE|MATERIALIZED VIEW|INDEX|CONSTRAINT)$/,
  /^(?:TABLE|FOREIGN TABLE|MATERIALIZED VIEW|INDEX|CONSTRAINT)$/,
];

/** Entries whose rows have an access method, and before had or had not an OID. */
const HOLDS_ROWS: readonly RegExp[] = [/^(?:TABLE|MATERIALIZED VIEW)$/, /^TABLE$/];

/** True when a setting is for an entry: its type, and its statement, which tells partitioned tables. */
export type IsFor = (type: string, text: string) => boolean;

/** Whether a setting is for an entry, by any of the rules that pg_dump had. */
function rulesOf(setting: string): readonly IsFor[] {
  if (/^SET default_tablespace/.test(setting)) {
    return STORED.map(
      (pattern): IsFor =>
        (type) =>
          pattern.test(type),
    );
  }
  return HOLDS_ROWS.map(
    (pattern): IsFor =>
      (type, text) =>
        pattern.test(type) && !/^PARTITION BY /m.test(text),
  );
}

/**
 * The rule by which the setting stands where it does: right before the first entry that it is for,
 * with nothing but settings between; null when it stands elsewhere.
 */
export function ruleOf(setting: Block, blocks: readonly Block[], text: string): IsFor | null {
  const entries = blocks.filter(({ role }) => role === 'entry');
  const next = entries.find(({ start }) => start > setting.start);
  const isRight = (isFor: IsFor): boolean =>
    entries.find((block) => isFor(block.head?.type ?? '', text.slice(block.start, block.end))) ===
    next;
  return rulesOf(text.slice(setting.start, setting.end)).find(isRight) ?? null;
}

/**
 * The blocks, where settings and paths that stand in another place than pg_dump puts them stay where
 * they are, as statements of others do.
 */
export function withSteadySettings(blocks: readonly Block[], text: string): readonly Block[] {
  const pathsMove = pathsAsDumped(blocks, text);
  return blocks.map((block) => {
    const stays =
      (block.role === 'path' && !pathsMove) ||
      (block.role === 'setting' && ruleOf(block, blocks, text) === null);
    return stays ? { ...block, role: 'other' } : block;
  });
}

/** True when a path stands before each entry of another schema than the one before, and only there. */
function pathsAsDumped(blocks: readonly Block[], text: string): boolean {
  let current = '';
  return blocks.every((block, at) => {
    if (block.role === 'path') return block.gap === '\n\n' && blocks[at + 1]?.role !== 'path';
    const namespace = block.role === 'entry' ? (block.head?.namespace ?? null) : null;
    if (namespace === null) return block.role === 'setting' || !isPath(blocks[at - 1]);
    const stated = statedPath(blocks, at, text);
    const isRight =
      stated === null ? namespace === current : stated === namespace && stated !== current;
    current = namespace;
    return isRight;
  });
}

function isPath(block: Block | undefined): boolean {
  return block?.role === 'path';
}

/** The path before a block, with nothing but settings between; null when there is none. */
function statedPath(blocks: readonly Block[], at: number, text: string): string | null {
  let place = at - 1;
  while (blocks[place]?.role === 'setting') place -= 1;
  const path = blocks[place];
  if (path?.role !== 'path') return null;
  return SEARCH_PATH.exec(text.slice(path.start, path.end))?.[1]?.replaceAll('"', '') ?? null;
}
