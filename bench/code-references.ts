/**
 * How long the search of a project's code takes: a Rails project of 5,000 Ruby files and 1,000
 * templates, of which a column with a common name and a table go; then the projects that are named
 * as arguments (`npx tsx bench/code-references.ts FOLDER …`), of which the first column of each of the first
 * tables goes.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEFAULT_INFLECTIONS } from '../src/dialect/rails/inflections.ts';
import type { Change } from '../src/model/change.ts';
import type { Schema } from '../src/model/schema.ts';
import { readSchemaFile } from '../src/read/schema-file.ts';
import { searchCode } from '../src/survey/code/search.ts';
import { codeFilesOf, reportFilesOf } from '../src/survey/code/tree.ts';

const MODELS = 500;
const OTHERS = 4500;
const TEMPLATES = 1000;

const root = mkdtempSync(join(tmpdir(), 'migdocs-code-'));
try {
  const files = project();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  process.stdout.write(`${files.size} files, ${bytes} characters\n`);
  await measure('a column that many tables have', root, ['entity_aaabs.status']);
  await measure('a column that no code names', root, ['entity_aaabs.only_here']);
  await measure('a table', root, ['entity_aaabs']);
  for (const folder of process.argv.slice(2)) {
    await measure(folder, folder, null);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measure(name: string, folder: string, what: readonly string[] | null) {
  const schema = await schemaOf(folder);
  const removed = (what ?? firstColumns(schema)).map(removal);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const facts = await searchCode({
    changes: removed,
    before: schema,
    inflections: DEFAULT_INFLECTIONS,
    files: codeFilesOf(folder, []),
    reports: reportFilesOf(folder, []),
    external: [],
    progress: () => {},
  });
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((user + system) / 1e6).toFixed(2);
  const wall = ((performance.now() - started) / 1000).toFixed(2);
  const places = facts.elsewhere.reduce((sum, each) => sum + each.places, 0);
  process.stdout.write(
    `${name.padEnd(34)} cpu ${seconds} s   wall ${wall} s   ${facts.filesRead} files, ${facts.references.length} references, ${places} places that are nobody's\n`,
  );
}

async function schemaOf(folder: string): Promise<Schema> {
  const isRuby = statSync(join(folder, 'db/schema.rb'), { throwIfNoEntry: false })?.isFile();
  const path = isRuby ? 'db/schema.rb' : 'db/structure.sql';
  const text = readFileSync(join(folder, path), 'utf8');
  const options = { engine: 'postgresql', rails: null, inflections: DEFAULT_INFLECTIONS } as const;
  return (await readSchemaFile(text, path, options)).schema;
}

function firstColumns({ tables }: Schema): readonly string[] {
  return tables.slice(0, 5).flatMap(({ name, columns }) => {
    const [first] = columns;
    return first ? [`${name}.${first.name}`] : [];
  });
}

function removal(path: string): Change {
  const [table = '', column] = path.split('.');
  return {
    kind: 'removed',
    object:
      column === undefined
        ? { type: 'table', table: null, name: table }
        : { type: 'column', table, name: column },
    ...{ from: null, before: null, after: null, differences: [] },
  };
}

/** The same files for the same numbers: models, services with calls and SQL, templates. */
function project(): ReadonlyMap<string, string> {
  const names = Array.from({ length: MODELS }, (_, index) => wordOf(index));
  const at = (index: number) => names[index % MODELS] ?? 'aaaa';
  const tables = names.map(
    (name, index) =>
      `  create_table "entity_${name}s" do |t|\n    t.string "status"\n    t.bigint "entity_${at(index + 1)}_id"\n${name === 'aaab' ? '    t.string "only_here"\n' : ''}  end\n`,
  );
  return new Map([
    [
      'db/schema.rb',
      `ActiveRecord::Schema[8.0].define(version: 1) do\n  enable_extension "plpgsql"\n${tables.join('')}end\n`,
    ],
    ...names.map(
      (name, index) => [`app/models/entity_${name}.rb`, model(name, at(index + 1))] as const,
    ),
    ...Array.from(
      { length: OTHERS },
      (_, index) =>
        [`app/services/service_${index}.rb`, service(at(index), at(index * 7))] as const,
    ),
    ...Array.from(
      { length: TEMPLATES },
      (_, index) =>
        [
          `app/views/v${index}/show.html.erb`,
          `<p><%= @entity_${at(index)}.status %></p>\n`.repeat(5),
        ] as const,
    ),
  ]);
}

/** `aaaa`, `aaab`, …: four letters a number. */
function wordOf(number: number): string {
  return number
    .toString(26)
    .padStart(4, '0')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}

function camel(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function model(name: string, other: string): string {
  return `class Entity${camel(name)} < ApplicationRecord
  belongs_to :entity_${other}
  validates :status, presence: true
  scope :open, -> { where(status: "open") }
${'\n  def label\n    [status, id].join(" ")\n  end\n'.repeat(10)}end
`;
}

function service(name: string, other: string): string {
  return `class Service
${`
  def call(entity_${name})
    entity_${name}.update!(status: "done")
    Entity${camel(other)}.where("status = ?", params[:status]).order(:id).each do |one|
      one.entity_${name}.status
    end
  end
`.repeat(10)}end
`;
}
