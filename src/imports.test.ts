import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('.', import.meta.url));

/** What each folder may import of ours, itself aside. `*` is anything. */
const ALLOWED: { readonly [folder: string]: readonly string[] } = {
  model: [],
  dialect: ['model'],
  diff: ['model'],
  apply: ['model', 'dialect'],
  sqlite: [],
  write: ['model', 'dialect', 'sqlite'],
  read: ['model', 'dialect', 'apply', 'sqlite'],
  survey: ['model', 'dialect', 'sqlite', 'read'],
  check: ['model', 'dialect', 'diff'],
  plan: ['model', 'dialect', 'apply', 'write'],
  report: ['model'],
  render: ['model', 'report'],
  project: ['model', 'read'],
  propose: [
    'model',
    'dialect',
    'sqlite',
    'read',
    'apply',
    'write',
    'diff',
    'survey',
    'check',
    'plan',
    'project',
    'report',
    'render',
  ],
  replay: ['model', 'diff', 'read', 'write', 'project', 'propose'],
  cli: ['*'],
  '.': ['*'],
  testing: ['*'],
};

/** A library lives in one folder. */
const LIBRARIES: { readonly [library: string]: readonly string[] } = {
  '@ruby/prism': ['read/ruby'],
  'libpg-query': ['read/postgresql'],
  '@sqlite.org/sqlite-wasm': ['sqlite'],
  'sql-ddl-to-json-schema': ['read/mysql'],
  'node-sql-parser': ['read/mysql'],
  pg: ['survey'],
  mysql2: ['survey'],
  pdfkit: ['render'],
  docx: ['render'],
  exceljs: ['render'],
  elkjs: ['render'],
  handlebars: ['report', 'render'],
  commander: ['cli'],
  zod: ['project'],
  yaml: ['project', 'cli', 'read/ruby', 'survey/settings'],
  'fastest-levenshtein': ['model'],
  diff: ['report', 'replay', 'testing'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Written as `import('…')`: loaded when that line runs. */
  readonly lazy: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function topFolder(path: string): string {
  const parts = relative(SRC, path).split(sep);
  return parts.length === 1 ? '.' : (parts[0] ?? '.');
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const pattern =
    /^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const to = match[2] ?? match[3] ?? '';
    const named = /^(?:import|export)\s+\{([^}]*)\}/.exec(match[0])?.[1];
    const allTypes =
      named?.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name)) ?? false;
    return {
      file: relative(SRC, path),
      from: topFolder(path),
      to,
      typeOnly: match[1] !== undefined || allTypes,
      lazy: match[3] !== undefined,
    };
  });
}

const files = sourceFiles(SRC);
const code = files.filter((path) => !path.endsWith('.test.ts'));
const imports = code.flatMap((path) => importsOf(path));

/** What is loaded with these files, libraries among it; not what is loaded later. */
function loadedFrom(...entries: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(entries);
  for (const file of loaded) {
    for (const { to, typeOnly, lazy } of imports.filter((each) => each.file === file)) {
      if (typeOnly || lazy || to.startsWith('node:')) continue;
      loaded.add(to.startsWith('.') ? join(dirname(file), to) : to);
    }
  }
  return loaded;
}

describe('imports go one way', () => {
  test('the scan sees the sources', () => {
    expect(code.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('every folder is in the table', () => {
    expect([...new Set(code.map(topFolder))].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  test('docs/architecture.md has the same table', () => {
    const page = readFileSync(join(SRC, '..', 'docs', 'architecture.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)];
    const above: string[] = [];
    const documented = rows.map(([, folder = '', words = '']) => {
      const lists: { readonly [words: string]: readonly string[] } = {
        'nothing of ours': [],
        'all of the above': [...above],
        anything: ['*'],
      };
      above.push(folder);
      return [folder, [...(lists[words] ?? words.split(', '))].sort()];
    });
    const checked = Object.entries(ALLOWED)
      .filter(([folder]) => !['.', 'testing'].includes(folder))
      .map(([folder, others]) => [folder, [...others].sort()]);
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(checked));
  });

  test('no folder imports one that it may not', () => {
    const breaches = imports.filter(({ file, from, to }) => {
      if (!to.startsWith('.')) return false;
      const target = topFolder(join(SRC, file, '..', to));
      const allowed = ALLOWED[from] ?? [];
      return target !== from && !allowed.includes('*') && !allowed.includes(target);
    });
    expect(breaches).toEqual([]);
  });

  test('a library is imported in its folder only', () => {
    const breaches = imports.filter(({ file, to, typeOnly }) => {
      if (typeOnly) return false;
      const home = Object.entries(LIBRARIES).find(
        ([name]) => to === name || to.startsWith(`${name}/`),
      );
      return home?.[1].some((folder) => file.startsWith(`${folder}/`)) === false;
    });
    expect(breaches).toEqual([]);
  });

  test('the command line starts without the readers, the writers and their libraries', () => {
    const loaded = loadedFrom('bin.ts');
    const own = [...loaded].filter((path) => path.endsWith('.ts'));
    expect([...loaded].filter((path) => !own.includes(path))).toEqual(['commander']);
    expect(own.filter((path) => /^(dialect|apply|read|write|propose|replay)\b/.test(path))).toEqual(
      [],
    );
    expect(own).toContain(join('cli', 'program.ts'));
  });

  test('check loads no library that draws documents or fills templates', () => {
    const loaded = loadedFrom(join('propose', 'check.ts'), join('render', 'check', 'index.ts'));
    const drawing = ['pdfkit', 'docx', 'exceljs', 'elkjs', '@resvg/resvg-wasm', 'handlebars'];
    expect([...loaded].filter((path) => drawing.includes(path))).toEqual([]);
    expect(loaded).toContain(join('check', 'index.ts'));
  });

  test('sources do not import tests or test helpers', () => {
    const breaches = imports.filter(
      ({ from, to }) => from !== 'testing' && (to.includes('.test') || to.includes('/testing/')),
    );
    expect(breaches).toEqual([]);
  });
});
