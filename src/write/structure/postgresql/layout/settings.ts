import type { SqlSchemaFile } from '../../../../model/schema-file.ts';
import { quoted } from '../names.ts';
import type { Block } from './blocks.ts';
import type { Piece } from './place.ts';
import { ruleOf } from './steady-settings.ts';

/** A setting that stands right before the first of the entries that it is for. */
export interface Setting {
  readonly text: string;
  readonly gap: string;
  readonly isFor: (piece: Piece) => boolean;
}

/** The settings of the file that move with the first table, by pg_dump's own rule. */
export function settingsOf(file: SqlSchemaFile, blocks: readonly Block[]): readonly Setting[] {
  return blocks.flatMap((block) => {
    const rule = block.role === 'setting' ? ruleOf(block, blocks, file.text) : null;
    if (rule === null) return [];
    const text = file.text.slice(block.start, block.end);
    const isFor = (piece: Piece): boolean => rule(piece.type, piece.text);
    return [{ text, gap: block.gap, isFor }];
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
    return [
      ...placed.slice(0, first),
      { key: null, type: '', namespace: null, text, gap },
      ...placed.slice(first),
    ];
  }, pieces);
}

/**
 * The pieces with `SET search_path` before each one that stands in another schema than those before
 * it, as pg_dump wrote it before 10.3 (_selectOutputSchema).
 */
export function withSearchPaths(pieces: readonly Piece[]): readonly Piece[] {
  let current = '';
  return pieces.flatMap((piece) => {
    if (piece.namespace === null || piece.namespace === current) return [piece];
    current = piece.namespace;
    const text = `SET search_path = ${quoted(current)}, pg_catalog;`;
    return [{ key: null, type: '', namespace: null, text, gap: '\n\n' }, piece];
  });
}
