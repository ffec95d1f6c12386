/** One form of a statement, and what takes it back: `$1` and so on stand for its groups. */
type Form = readonly [form: RegExp, undone: string];

const FORMS: readonly Form[] = [
  [
    /^((?:ALTER\s+DEFAULT\s+PRIVILEGES\s.*?\s)?)GRANT\s+(.+?)\s+TO\s+(\S.*?)(?:\s+WITH\s+GRANT\s+OPTION)?$/is,
    '$1REVOKE $2 FROM $3',
  ],
  [/^(.*?)REVOKE\s+(.+?)\s+FROM\s+(\S.*)$/is, '$1GRANT $2 TO $3'],
  [/^(ALTER\s+TABLE\s.*?\s)DISABLE(\s+(?:TRIGGER|RULE)\s+\S+)$/is, '$1ENABLE$2'],
  [
    /^(ALTER\s+TABLE\s.*?\s)ENABLE\s+(?:ALWAYS|REPLICA)(\s+(?:TRIGGER|RULE)\s+\S+)$/is,
    '$1ENABLE$2',
  ],
  [/^(ALTER\s+EVENT\s+TRIGGER\s+\S+\s+)(?:DISABLE|ENABLE\s+(?:ALWAYS|REPLICA))$/is, '$1ENABLE'],
];

/** `SET (fillfactor = 70, autovacuum_enabled = false)`, of a table, an index, a column or a view. */
const OPTIONS = /^(ALTER\s.*?\s)SET\s*\(([^()]*)\)$/is;

/**
 * The statement that takes back what another one set; null when none is known. What was set before
 * it is not known either: it is taken back to the default.
 */
export function undoneStatement(definition: string): string | null {
  const text = definition.trim().replace(/;$/, '');
  const options = OPTIONS.exec(text);
  if (options) {
    const names = (options[2] ?? '').split(',').map((option) => option.split('=')[0]?.trim());
    return `${options[1]}RESET (${names.join(', ')})`;
  }
  const form = FORMS.find(([pattern]) => pattern.test(text));
  return form ? text.replace(form[0], form[1]) : null;
}
