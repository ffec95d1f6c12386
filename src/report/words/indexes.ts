import type { Index, IndexPart } from '../../model/schema.ts';
import { quoted } from './columns.ts';

/** `(lower(email), created_at desc), unique, where deleted_at IS NULL`. */
export function describeIndex(index: Index): string {
  return [
    describeParts(index.parts),
    ...(index.unique ? ['unique'] : []),
    ...(index.kind === null ? [] : [index.kind]),
    // B-tree is what every engine takes when nothing else is said.
    ...(index.using === null || index.using === 'btree' ? [] : [`using ${index.using}`]),
    ...(index.include.length === 0 ? [] : [`including (${index.include.join(', ')})`]),
    ...(index.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(index.storage === undefined ? [] : [index.storage]),
    ...(index.where === null ? [] : [`where ${index.where}`]),
    ...(index.enabled ? [] : ['not used by queries']),
    ...(index.comment === null ? [] : [`comment ${quoted(index.comment)}`]),
  ].join(', ');
}

/** `(tenant_id, created_at desc nulls last)`. */
export function describeParts(parts: readonly IndexPart[]): string {
  return `(${parts.map(describePart).join(', ')})`;
}

function describePart(part: IndexPart): string {
  const length = part.length === null ? '' : `(${part.length})`;
  return [
    `${part.column ?? part.expression ?? ''}${length}`,
    ...(part.collation === null ? [] : [`collation ${part.collation}`]),
    ...(part.opclass === null ? [] : [part.opclass]),
    ...(part.order === 'desc' ? ['desc'] : []),
    ...(part.nulls === null ? [] : [`nulls ${part.nulls}`]),
  ].join(' ');
}
