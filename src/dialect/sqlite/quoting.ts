/** `users` → `"users"`; a quote inside is doubled. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQLite's attached databases come in front: `main.users` → `"main"."users"`. */
export function quoteTable(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.');
}

export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
