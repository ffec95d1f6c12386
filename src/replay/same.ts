/** How a prediction compares with the dump. */
export type Verdict =
  /** The same bytes. */
  | 'exact'
  /** The same but for the version line and the order of columns in a table. */
  | 'same'
  | 'different';

/** Compares two schema files of one Rails version. */
export function compareDumps(predicted: string, dumped: string): Verdict {
  if (predicted === dumped) return 'exact';
  return inOneOrder(predicted) === inOneOrder(dumped) ? 'same' : 'different';
}

/** Lines of a table's block that are no columns. */
const NO_COLUMN =
  /^ +t\.(?:index|check_constraint|unique_constraint|unique_key|exclusion_constraint)\b/;

/** The text without its version line, the columns of each table sorted. */
function inOneOrder(text: string): string {
  const lines: string[] = [];
  let columns: string[] = [];
  for (const line of text.split('\n')) {
    if (/^ActiveRecord::Schema.*version:/.test(line)) continue;
    if (/^ +t\.\w/.test(line) && !NO_COLUMN.test(line)) columns.push(line);
    else {
      lines.push(...columns.sort(), line);
      columns = [];
    }
  }
  return [...lines, ...columns].join('\n');
}
