/** `users` → `"users"`; a quote inside is doubled. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `billing.invoices` → `"billing"."invoices"`. */
export function quoteTable(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.');
}

/** A standard-conforming string literal; backslashes are ordinary characters. */
export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
