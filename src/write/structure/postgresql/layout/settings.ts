import type { SqlSchemaFile } from '../../../../model/schema-file.ts';
import type { Block } from './blocks.ts';
import type { Piece } from './place.ts';

/** A setting that stands right before the first of the entries that it is for. */
export interface Setting {
  readonly text: string;
  readonly gap: string;
  readonly isFor: (piece: Piece) => boolean;
}

/** Tables, materialized views and indexes have a tablespace; sequences and views have none. */
const STORED =
  /^CREATE (?:UNLOGGED )?(?:TABLE|MATERIALIZED VIEW|(?:UNIQUE )?INDEX) |^ALTER TABLE ONLY [^\n]*\n {4}ADD CONSTRAINT \S+ (?:PRIMARY|UNIQUE|EXCLUDE)/m;
/** Partitioned tables hold no rows, and so have no access method. */
const HOLDS_ROWS = /^CREATE (?:UNLOGGED )?(?:TABLE|MATERIALIZED VIEW) (?![\s\S]*\nPARTITION BY )/m;

/** The settings of the file that move with the first table, by pg_dump's own rule. */
export function settingsOf(file: SqlSchemaFile, blocks: readonly Block[]): readonly Setting[] {
  return blocks.flatMap((block) => {
    if (block.role !== 'setting') return [];
    const text = file.text.slice(block.start, block.end);
    const pattern = /^SET default_tablespace/.test(text) ? STORED : HOLDS_ROWS;
    return [{ text, gap: block.gap, isFor: (piece: Piece) => pattern.test(piece.text) }];
  });
}

/** The pieces with each setting before the first one that it is for. */
export function withSettings(
  pieces: readonly Piece[],
  settings: readonly Setting[],
): readonly Piece[] {
  return settings.reduce<readonly Piece[]>((placed, { text, gap, isFor }) => {
    const first = placed.findIndex(isFor);
    if (first < 0) return placed;
    return [...placed.slice(0, first), { key: null, text, gap }, ...placed.slice(first)];
  }, pieces);
}
