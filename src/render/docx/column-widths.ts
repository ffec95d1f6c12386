/**
 * Column widths in twentieths of a point that fill `total`: each its share, but no column narrower
 * than its minimum, as long as the minimums fit together.
 *
 * @param shares - relative widths, all positive.
 * @param minimums - one a column, in twentieths of a point.
 */
export function columnWidths(
  shares: readonly number[],
  minimums: readonly number[],
  total: number,
): readonly number[] {
  const needed = sum(minimums);
  if (needed >= total)
    return fill(
      minimums.map((minimum) => (minimum / needed) * total),
      total,
    );
  const narrow = new Set<number>();
  for (;;) {
    const widths = share(shares, minimums, narrow, total);
    const squeezed = widths.flatMap((width, index) =>
      !narrow.has(index) && width < (minimums[index] ?? 0) ? [index] : [],
    );
    if (squeezed.length === 0) return fill(widths, total);
    for (const index of squeezed) narrow.add(index);
  }
}

/** Gives the narrow columns their minimum, and the others their share of what is left. */
function share(
  shares: readonly number[],
  minimums: readonly number[],
  narrow: ReadonlySet<number>,
  total: number,
): readonly number[] {
  const left = total - sum(minimums.filter((_, index) => narrow.has(index)));
  const sharing = sum(shares.filter((_, index) => !narrow.has(index)));
  return shares.map((part, index) =>
    narrow.has(index) ? (minimums[index] ?? 0) : (part / sharing) * left,
  );
}

/** Whole numbers that add up to `total`; the last column takes the rounding. */
function fill(widths: readonly number[], total: number): readonly number[] {
  const whole = widths.map((width) => Math.floor(width));
  const last = whole.length - 1;
  return whole.map((width, index) => (index === last ? total - sum(whole) + width : width));
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
