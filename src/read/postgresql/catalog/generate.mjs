// Makes data.ts of what generate.sql printed on an older and a newer server: `node generate.mjs
// older.txt newer.txt > data.ts`. What the newer server has besides stands in a section of its own.
import { readFileSync } from 'node:fs';

const OLDER = 15;
const NEXT = 16;
const FIELDS = ['types', 'casts', 'operators', 'functions'];

const [older, newer] = process.argv.slice(2).map((path) => rowsOf(readFileSync(path, 'utf8')));
const known = new Set(older.map(({ row }) => row));
const added = newer.filter(({ row, extension }) => extension === '' && !known.has(row));
const extensions = [...new Set(older.map(({ extension }) => extension))];

process.stdout.write(`/**
 * PostgreSQL's own types, casts, operators and functions, and those of its contrib modules, as the
 * catalogs of version ${OLDER} give them, and what version 18 has besides. Written by \`generate.sql\` and
 * \`generate.mjs\`; the former says what is left out. One file of over 500 lines, since it is data that
 * is written as a whole and read by no one: parts would change together each time.
 *
 * Each line of \`types\` is \`name|as printed|category\`, of \`casts\` \`from to context method\`, of
 * \`operators\` \`name left right result\`, and of \`functions\` \`name(arguments)result\` with
 * \`defaults n\`, the kind when it is no plain function, and its columns.
 */
export const CATALOG_DATA: readonly CatalogData[] = [
${extensions.map((extension) => section(older, extension, 0)).join('\n')}
${section(added, '', NEXT)}
];

export interface CatalogData {
  /** Name of the extension that brings them; empty for what is built in. */
  readonly extension: string;
  /** First major version that is taken to have them; 0 for all. */
  readonly since: number;
  readonly types: string;
  readonly casts: string;
  readonly operators: string;
  readonly functions: string;
}
`);

function rowsOf(text) {
  return text.split('\n').flatMap((row) => {
    const [extension, field, ...rest] = row.split('|');
    return field === undefined ? [] : [{ row, extension, field, line: rest.join('|') }];
  });
}

function section(rows, extension, since) {
  const fields = FIELDS.map((field) => {
    const lines = rows.filter((row) => row.extension === extension && row.field === field);
    return `    ${field}: \`${lines.map(({ line }) => line).join('\n')}\`,\n`;
  });
  return `  {\n    extension: '${extension}',\n    since: ${since},\n${fields.join('')}  },`;
}
