/** A column's letters: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C12`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `$C$5:$C$40`: the cells of a column, the same from wherever they are referred to. */
export function columnRange(column: number, firstRow: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${firstRow}:$${letters}$${lastRow}`;
}

/** A sheet's name as formulas and links write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
