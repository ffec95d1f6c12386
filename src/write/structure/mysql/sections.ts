import { own } from '../../../model/own.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';

/** What a section of a dump makes. `placeholder`: the view with which others can be made before it. */
type SectionKind =
  | 'table'
  | 'placeholder'
  | 'trigger'
  | 'event'
  | 'function'
  | 'procedure'
  | 'view'
  /** The comment above the programs, which mysqldump writes even where there are none. */
  | 'heading'
  /** Statements at the beginning and at the end, and all that is not known. */
  | 'frame';

/** An object's statements in a dump, with the session settings and comments around them. */
export interface Section {
  readonly kind: SectionKind;
  /** Empty for the frame. */
  readonly name: string;
  /** Of a trigger: its table. Null for all others. */
  readonly table: string | null;
  /** Start in the text, behind the line of the section before; the end is that of its last line. */
  readonly start: number;
  readonly end: number;
  /** The statement that makes the object, without its semicolon, or the section as a whole. */
  readonly created: { readonly start: number; readonly end: number };
}

/**
 * The dump as sections without gap from its first statement to its last, told by the statements'
 * text. Comments and blank lines belong to the section behind them, as the dump tools write them.
 */
export function sectionsOf({ text, statements }: SqlSchemaFile): readonly Section[] {
  const sections: Section[] = [];
  let open: OpenSection | null = null;
  const close = (): void => {
    if (open) sections.push(open.closed());
    open = null;
  };
  let start = 0;
  for (const statement of statements) {
    if (statement.kind === 'versions') break;
    const own = text.slice(statement.start, statement.end);
    if (open && !open.takes(own)) close();
    const end = lineEnd(text, statement.end);
    if (!open) {
      const heading = headingAt(text, start);
      if (heading) sections.push(heading);
      open = new OpenSection(heading?.end ?? start);
    }
    open.add(own, statement.start, end);
    start = end;
  }
  close();
  return sections;
}

const HEADING = /\n?--\n-- Dumping (?:routines|events) for database [^\n]*\n--\n/y;

function headingAt(text: string, start: number): Section | null {
  HEADING.lastIndex = start;
  const found = HEADING.exec(text)?.[0];
  if (found === undefined) return null;
  const whole = { start, end: start + found.length };
  return { kind: 'heading', name: '', table: null, ...whole, created: whole };
}

/** Whether the section is one of those at the end, which put the settings back. */
export function isFoot(text: string, { kind, start, end }: Section): boolean {
  return kind === 'frame' && /= ?@OLD_/.test(text.slice(start, end));
}

/** Behind the delimiter and the break of the line that the statement ends in. */
function lineEnd(text: string, from: number): number {
  const rest = /^[ \t;*/]*(?:\r?\n)?/.exec(text.slice(from, from + 80))?.[0] ?? '';
  return from + rest.length;
}

const DROPS = /\bDROP (?:TABLE|VIEW|FUNCTION|PROCEDURE|TRIGGER|EVENT|SEQUENCE) /;
/** Sets what is put back behind the object. */
const OPENS = /^(?:\/\*!\d+ )?SET @(?:saved_|save_time_zone)|^DELIMITER ;;/i;
const CLOSES = /= ?@save(?:d_\w+|_time_zone)|^DELIMITER ;(?!;)/i;
const SETS =
  /^(?:\/\*!\d+ )?SET (?:character_set_client|character_set_results|collation_connection|sql_mode|time_zone) *= *['\w]/i;

class OpenSection {
  readonly #start: number;
  #end: number;
  #created: (Pick<Section, 'kind' | 'name' | 'table'> & Section['created']) | null = null;
  #isFrame = false;

  constructor(start: number) {
    this.#start = start;
    this.#end = start;
  }

  /** Whether the statement belongs to the section that is open. */
  takes(statement: string): boolean {
    if (this.#isFrame) return false;
    if (CLOSES.test(statement)) return true;
    return this.#created === null;
  }

  add(statement: string, start: number, lineEnd: number): void {
    this.#end = lineEnd;
    const made = madeBy(statement);
    if (made) this.#created = { ...made, start, end: start + withoutDelimiter(statement).length };
    else if (this.#created === null) this.#isFrame = !isPreparation(statement);
  }

  closed(): Section {
    const whole = { start: this.#start, end: this.#end };
    const made = this.#created;
    if (made === null) return { kind: 'frame', name: '', table: null, ...whole, created: whole };
    const { kind, name, table, start, end } = made;
    return { kind, name, table, ...whole, created: { start, end } };
  }
}

function withoutDelimiter(statement: string): string {
  return statement.replace(/\s*;+$/, '');
}

function isPreparation(statement: string): boolean {
  return [DROPS, OPENS, CLOSES, SETS].some((pattern) => pattern.test(statement));
}

const NAME = '(?:IF NOT EXISTS )?(?:`(?:[^`]|``)*`\\.)?(`(?:[^`]|``)*`|[\\w$]+)';
const TABLE = new RegExp(`^CREATE TABLE ${NAME}`, 'i');
/** Up to 5.5 a table stands in for the view, else a view of constants. */
const PLACEHOLDER = new RegExp(`^/\\*!50001 CREATE (?:TABLE|VIEW) ${NAME}`, 'i');
const USER = '(?:`[^`]*`|\\w+)(?:@(?:`[^`]*`|[\\w.%]+))?(?:\\(\\))?';
const BEFORE = `\\s|\\*/|/\\*!\\d+|OR REPLACE|ALGORITHM ?= ?\\w+|DEFINER ?= ?${USER}|SQL SECURITY \\w+|AGGREGATE`;
const STORED = new RegExp(
  `^(?:/\\*!\\d+ )?CREATE(?:${BEFORE})*(VIEW|TRIGGER|EVENT|FUNCTION|PROCEDURE)\\s+${NAME}`,
  'i',
);
const KINDS: { readonly [word: string]: SectionKind } = {
  VIEW: 'view',
  TRIGGER: 'trigger',
  EVENT: 'event',
  FUNCTION: 'function',
  PROCEDURE: 'procedure',
};

function madeBy(statement: string): Pick<Section, 'kind' | 'name' | 'table'> | null {
  const table = TABLE.exec(statement)?.[1];
  if (table !== undefined) return { kind: 'table', name: unquoted(table), table: null };
  const placeholder = PLACEHOLDER.exec(statement)?.[1];
  if (placeholder !== undefined) {
    return { kind: 'placeholder', name: unquoted(placeholder), table: null };
  }
  const [, word = '', name = ''] = STORED.exec(statement) ?? [];
  const kind = own(KINDS, word.toUpperCase());
  return kind ? { kind, name: unquoted(name), table: tableOf(kind, statement) } : null;
}

const OF_TABLE = new RegExp(`\\b(?:INSERT|UPDATE|DELETE)\\s+ON\\s+${NAME}`, 'i');

function tableOf(kind: SectionKind, statement: string): string | null {
  if (kind !== 'trigger') return null;
  const name = OF_TABLE.exec(statement)?.[1];
  return name === undefined ? null : unquoted(name);
}

function unquoted(name: string): string {
  return name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;
}
