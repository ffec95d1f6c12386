/** `users` → `` `users` ``; a backtick inside is doubled. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** `sales.orders` → `` `sales`.`orders` ``. */
export function quoteTable(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.');
}

/** MySQL reads a backslash in a string as an escape unless NO_BACKSLASH_ESCAPES is on. */
export function quoteString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
