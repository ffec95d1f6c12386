import { InvalidArgumentError } from 'commander';
import { UsageError } from '../model/errors.ts';
import type { ColumnCount } from '../survey/database/counts.ts';

/** What of the options of `migdocs survey` names columns. */
interface ColumnOptions {
  readonly columns?: readonly string[];
  readonly matching?: readonly string[];
}

/** The columns of `--columns` and `--matching`; one that is named twice is counted once, with all of its patterns. */
export function columnsOf({ columns = [], matching = [] }: ColumnOptions): readonly ColumnCount[] {
  const patterns = new Map<string, string[]>();
  for (const name of columns.flatMap(commaSeparated)) patterns.set(name, []);
  for (const each of matching) {
    const [, name = '', pattern = ''] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
    if (pattern === '') {
      throw new UsageError(`--matching ${each} names no pattern`, {
        remedy: "Give it as --matching 'users.email=^[^@]+$'.",
      });
    }
    patterns.set(name, [...(patterns.get(name) ?? []), pattern]);
  }
  return [...patterns].map(([name, asked]) => ({ ...columnNamed(name), patterns: asked }));
}

function columnNamed(name: string): Pick<ColumnCount, 'table' | 'column'> {
  const [, table, column] = /^(.+)\.([^.]+)$/s.exec(name) ?? [];
  if (table && column) return { table, column };
  throw new UsageError(`${name} names no column`, { remedy: 'Give it as TABLE.COLUMN.' });
}

function commaSeparated(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** All names of an option; null where it is not given. */
export function listOrNull(texts: readonly string[] | undefined): readonly string[] | null {
  return texts ? texts.flatMap(commaSeparated) : null;
}

/** A time such as `30s`, in milliseconds. */
export function duration(text: string): number {
  const [, number = '', unit = ''] = /^([1-9]\d{0,6})(ms|s|min)$/.exec(text) ?? [];
  const factors: { readonly [unit: string]: number } = { ms: 1, s: 1000, min: 60_000 };
  const factor = factors[unit];
  if (factor === undefined) throw new InvalidArgumentError('Give a time as 500ms, 30s or 2min.');
  return Number(number) * factor;
}
