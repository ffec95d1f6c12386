/** How servers sort the names of tables, the likeliest first. */
const ORDERS: readonly ((name: string) => string)[] = [
  // MariaDB, and MySQL before 8.0: as the file names.
  (name) => name,
  // MySQL 8 compares small letters where names are kept without regard to case.
  (name) => name.toLowerCase(),
  // Collations such as utf8_general_ci compare capitals, which come before the underscore.
  (name) => name.toUpperCase(),
];

/** Compares names of tables and views as the server whose SHOW TABLES gave the file's order. */
export type CompareNames = (left: string, right: string) => number;

/**
 * The order that the names of a file are in; the one with the fewest exceptions where developers'
 * servers differ.
 */
export function orderOf(names: readonly string[]): CompareNames {
  const [best = comparing((name) => name)] = ORDERS.map(comparing)
    .map((compare) => ({ compare, exceptions: exceptionsIn(names, compare) }))
    .toSorted((left, right) => left.exceptions - right.exceptions)
    .map(({ compare }) => compare);
  return best;
}

function comparing(keyOf: (name: string) => string): CompareNames {
  return (left, right) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    if (first !== second) return first < second ? -1 : 1;
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function exceptionsIn(names: readonly string[], compare: CompareNames): number {
  return names.filter((name, at) => at > 0 && compare(names[at - 1] ?? '', name) > 0).length;
}
