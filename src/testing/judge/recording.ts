import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyPatch, formatPatch, structuredPatch } from 'diff';
import type { Judge } from './cases.ts';

/** What `.ci/rails/record.rb` writes. */
export interface Recording {
  /** `Active Record 7.2.4 on PostgreSQL 15`. */
  readonly version: string;
  readonly groups: readonly RecordedGroup[];
}

export interface RecordedGroup {
  readonly name: string;
  /** The dumped schema that each migration starts from. */
  readonly start: string;
  readonly cases: readonly RecordedCase[];
}

interface RecordedCase extends RecordedDirection {
  readonly name: string;
  /** Not there when the way forward was refused. */
  readonly down?: RecordedDirection;
}

export interface RecordedDirection {
  /** The dumped schema afterwards; not there when Active Record raised. */
  readonly schema?: string;
  /** Class and first line of the error. */
  readonly error?: string;
  /** The statements that were sent, in order, without those that only ask. */
  readonly sql?: readonly string[];
}

/** `recorded/postgresql-7.2/columns.txt`, relative to this folder. */
export function recordedPath({ name }: Judge, group: string): string {
  return fileURLToPath(new URL(`./recorded/${name}/${group}.txt`, import.meta.url));
}

const SAME = '(the schema that it started from)';

/** A group as it is kept: each schema as its difference from the one that the group starts from. */
export function formatGroup(version: string, { start, cases }: RecordedGroup): string {
  const parts = cases.map(
    ({ name, down, ...up }) =>
      `== ${name}\n${formatDirection('up', up, start)}` +
      (down ? formatDirection('down', down, start) : ''),
  );
  return `# ${version}\n== Start\n${start}${parts.join('')}`;
}

function formatDirection(
  name: 'up' | 'down',
  { schema, error, sql = [] }: RecordedDirection,
  start: string,
): string {
  const outcome =
    schema === undefined ? `! ${error}\n` : schema === start ? `${SAME}\n` : patch(start, schema);
  const statements = sql.map((statement) => `> ${statement.replace(/\s*\n\s*/g, ' ')}\n`);
  return `-- ${name}\n${outcome}${statements.join('')}`;
}

function patch(before: string, after: string): string {
  const difference = structuredPatch('', '', before, after, '', '', { context: 1 });
  return formatPatch(difference).replace(/^[\s\S]*?(?=@@)/, '');
}

/** Reads what {@link formatGroup} wrote. */
function parseRecordedGroup(name: string, text: string): RecordedGroup {
  const [, ...parts] = text.split(/^== /m);
  const [start = '', ...cases] = parts.map((part) => splitOnce(part, '\n'));
  const schema = start[1] ?? '';
  return { name, start: schema, cases: cases.map((each) => parseCase(each, schema)) };
}

function parseCase([name, text]: readonly [string, string], start: string): RecordedCase {
  const [, ...directions] = text.split(/^-- (?:up|down)\n/m);
  const [up = {}, down] = directions.map((direction) => parseDirection(direction, start));
  return { name, ...up, ...(down ? { down } : {}) };
}

function parseDirection(text: string, start: string): RecordedDirection {
  const lines = text.split('\n').slice(0, -1);
  const sql = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
  const outcome = lines.filter((line) => !line.startsWith('> '));
  const [first = ''] = outcome;
  if (first.startsWith('! ')) return { error: first.slice(2), sql };
  if (first === SAME) return { schema: start, sql };
  const schema = applyPatch(start, `--- before\n+++ after\n${outcome.join('\n')}\n`);
  if (schema === false) throw new Error(`a recorded difference does not apply:\n${text}`);
  return { schema, sql };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

export function readRecordedGroup(judge: Judge, name: string): RecordedGroup {
  return parseRecordedGroup(name, readFileSync(recordedPath(judge, name), 'utf8'));
}
