/**
 * What a table holds under a name that comes from outside: a column called `constructor` must not
 * find what every JavaScript object inherits. Undefined when the table has no such entry of its own.
 */
export function own<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
