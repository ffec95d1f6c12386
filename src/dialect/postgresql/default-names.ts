/** NAMEDATALEN - 1. */
export const MAX_BYTES = 63;

/**
 * A name as PostgreSQL makes one: `table_column_label`, where the longer of the first two gives
 * way until 63 bytes are enough (makeObjectName in src/backend/commands/indexcmds.c).
 */
export function objectName(table: string, column: string | null, label: string): string {
  const first = bytesOf(table);
  const second = bytesOf(column ?? '');
  const room = MAX_BYTES - bytesOf(label).length - 1 - (column === null ? 0 : 1);
  let one = first.length;
  let two = second.length;
  while (one + two > room) {
    if (one > two) one -= 1;
    else two -= 1;
  }
  return [clipped(first, one), ...(column === null ? [] : [clipped(second, two)]), label].join('_');
}

/** The text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As much of the text as fits, without half a character. */
function clipped(bytes: Uint8Array, length: number): string {
  return new TextDecoder().decode(bytes.subarray(0, length)).replace(/\uFFFD+$/, '');
}

/** The sequence of a serial column: `t_c_seq`, in the table's schema. */
export function serialSequence(table: string, column: string): string {
  const dot = table.lastIndexOf('.') + 1;
  return table.slice(0, dot) + objectName(table.slice(dot), column, 'seq');
}
