import { parse } from 'yaml';
import type { StatedSetting } from '../../model/project-facts.ts';

const PATH = 'config/database.yml';

/** What `config/database.yml` sets for the sessions of production. */
export interface DatabaseYml {
  /** `variables`, as they are written. */
  readonly variable: (name: string) => StatedSetting | null;
  /** MySQL: false for `strict: false`, or a `sql_mode` that is not strict; null when nothing is stated. */
  readonly strictSqlMode: boolean | null;
}

/**
 * Reads the file. ERB is cut out, never run: what it would write is not known.
 *
 * @param database - the database of a project with several; null for the primary one.
 */
export function readDatabaseYml(text: string | null, database: string | null): DatabaseYml {
  const settings = text === null ? null : settingsOf(text, database);
  const variables = field(settings, 'variables');
  return {
    variable: (name) => {
      const value = scalar(field(variables, name));
      return text === null || value === null ? null : { value, source: placeOf(name, text) };
    },
    strictSqlMode: strictness(scalar(field(variables, 'sql_mode')), field(settings, 'strict')),
  };
}

function settingsOf(text: string, database: string | null): unknown {
  const production = field(parsed(text), 'production');
  const named = database === null ? null : field(production, database);
  return named ?? field(production, 'primary') ?? production;
}

function parsed(text: string): unknown {
  try {
    return parse(text.replace(/<%[\s\S]*?%>/g, keepLines), { merge: true, logLevel: 'silent' });
  } catch {
    // Without its ERB the file need not be YAML; then nothing is known.
    return null;
  }
}

function keepLines(erb: string): string {
  return erb.replace(/[^\n]/g, '');
}

/** Rails sends a `sql_mode` as it is written, and else makes the mode strict unless told otherwise. */
function strictness(sqlMode: string | null, strict: unknown): boolean | null {
  // TRADITIONAL holds STRICT_TRANS_TABLES and STRICT_ALL_TABLES.
  if (sqlMode !== null) return /STRICT_|TRADITIONAL/i.test(sqlMode);
  return typeof strict === 'boolean' ? strict : null;
}

function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : null;
}

/** The first line that sets the variable; production inherits it from there as a rule. */
function placeOf(name: string, text: string): StatedSetting['source'] {
  const lines = text.split('\n');
  const index = Math.max(
    0,
    lines.findIndex((line) => new RegExp(`^\\s*["']?${name}["']?\\s*:`).test(line)),
  );
  const column = (lines[index]?.search(/\S/) ?? 0) + 1;
  return { path: PATH, line: index + 1, column, endLine: index + 1 };
}
