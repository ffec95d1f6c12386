/** Compares versions by their value: digits only, of any length. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Compares versions such as `1.10` and `1.9` part by part, as numbers; a part that is missing
 * counts as 0. Flyway 11, MigrationVersion.java: compareTo
 */
export function compareDottedVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const length = Math.max(left.length, right.length);
  for (let part = 0; part < length; part += 1) {
    const order = compareVersions(left[part] || '0', right[part] || '0');
    if (order !== 0) return order;
  }
  return 0;
}
