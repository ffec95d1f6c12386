import { type Engine, type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { SqlFileStatement, SqlSchemaFile } from '../../model/schema-file.ts';

/** How a list of versions is put down. */
export interface ListForm {
  /** One statement for all versions, or one a version. */
  readonly single: boolean;
  readonly newestFirst: boolean;
  /** Up to VALUES: the name of the table can have a prefix or suffix (`table_name_prefix`). */
  readonly head: string;
  /** Between VALUES and the first row of a statement for all. */
  readonly opening: string;
  /** Between the rows of a statement for all, else between the statements. */
  readonly between: string;
  /** Behind the list, to the end of the file. */
  readonly closing: string;
}

/** The form of a list that is there. */
export interface GivenListForm extends ListForm {
  /** Whether some Rails writes just this form. */
  readonly isRails: boolean;
}

/**
 * The list as `dump_schema_information` and `insert_versions_sql` of a Rails version write it: one
 * INSERT a version until 4.2; since 5.0 one for all, in one line until 5.0.0.1, with the name of
 * the table quoted since 5.0.2; since 7.1 newest first, and without the two blank lines behind it.
 */
export function railsListForm(rails: RailsVersion, engine: Engine): ListForm {
  const [, form] = RAILS_FORMS.find(([since]) => isSince(rails, since)) ?? [null, SEPARATE];
  return { ...form, head: headOf(form.quoted, engine) };
}

type Release = readonly [major: number, minor: number, patch: number];

interface RailsForm extends Omit<ListForm, 'head'> {
  readonly quoted: boolean;
}

const SEPARATE: RailsForm = {
  single: false,
  newestFirst: false,
  opening: ' ',
  between: '\n\n',
  closing: '\n\n',
  quoted: false,
};
const LINES: RailsForm = {
  single: true,
  newestFirst: false,
  opening: '\n',
  between: ',\n',
  closing: '\n\n\n',
  quoted: true,
};

/** The newest first. */
const RAILS_FORMS: readonly (readonly [since: Release, form: RailsForm])[] = [
  [[7, 1, 0], { ...LINES, newestFirst: true, closing: '\n\n' }],
  [[5, 0, 2], LINES],
  [[5, 0, 1], { ...LINES, quoted: false }],
  [[5, 0, 0], { ...LINES, quoted: false, opening: ' ', between: ', ' }],
  [[0, 0, 0], SEPARATE],
];

/** A release line stands for its last release. */
function isSince(rails: RailsVersion, [major, minor, patch]: Release): boolean {
  if (rails.major !== major || rails.minor !== minor) return railsAtLeast(rails, major, minor);
  return (rails.patch ?? Number.POSITIVE_INFINITY) >= patch;
}

function headOf(quoted: boolean, engine: Engine): string {
  const quote = engine === 'mysql' ? '`' : '"';
  const table = quoted ? `${quote}schema_migrations${quote}` : 'schema_migrations';
  return `INSERT INTO ${table} (version) VALUES`;
}

/** True when both write the same list in the same way, whatever the table is called. */
export function sameForm(one: ListForm, other: ListForm): boolean {
  return (
    one.single === other.single &&
    one.newestFirst === other.newestFirst &&
    one.opening === other.opening &&
    one.between === other.between &&
    one.closing === other.closing &&
    one.head === other.head
  );
}

/**
 * The form of the list in the file.
 *
 * @param rails - tells the order of a list of one version, which shows none.
 */
export function listFormOf(
  file: SqlSchemaFile,
  list: readonly SqlFileStatement[],
  rails: RailsVersion | null,
): GivenListForm {
  const [first, second] = list;
  const text = first ? file.text.slice(first.start, first.end) : '';
  const [, head = '', opening = ' '] = /^([\s\S]*?\bVALUES\b)(\s*)/i.exec(text) ?? [];
  const single = list.length === 1 && (opening.includes('\n') || /\)\s*,/.test(text));
  const rows = /\)(\s*,\s*)\(/.exec(text)?.[1] ?? `,${opening}`;
  const gap = first && second ? file.text.slice(first.end, second.start) : '\n\n';
  const form = {
    single,
    newestFirst: isNewestFirst(file, rails),
    head,
    opening,
    between: single ? rows : gap,
    closing: file.text.slice(list.at(-1)?.end ?? file.text.length),
  };
  return { ...form, isRails: isRails(form, file.schema.engine) };
}

function isRails(form: ListForm, engine: Engine): boolean {
  return RAILS_FORMS.some(([, known]) =>
    sameForm(form, { ...known, head: headOf(known.quoted, engine) }),
  );
}

function isNewestFirst({ versions }: SqlSchemaFile, rails: RailsVersion | null): boolean {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return rails !== null && railsAtLeast(rails, 7, 1);
  }
  return first > last;
}
