/** What the search may ask for. Paths are relative to the project's root, with `/`. */
export interface CodeFiles {
  /** Every file that may hold code, sorted; symbolic links are not followed. */
  readonly list: () => readonly string[];
  /** A file's text; null when it cannot be read, or is no text. */
  readonly read: (path: string) => string | null;
}

/** How a file is read. */
export type Language = 'ruby' | 'erb' | 'sql' | 'yaml' | 'graphql' | 'script' | 'text';

const LANGUAGES: { readonly [extension: string]: Language } = {
  ...of('ruby', 'rb rake ru jbuilder arb rabl builder prawn axlsx gemspec thor'),
  ...of('erb', 'erb'),
  ...of('sql', 'sql'),
  ...of('yaml', 'yml yaml'),
  ...of('graphql', 'graphql gql'),
  ...of('script', 'js jsx ts tsx mjs cjs vue svelte coffee'),
  ...of('text', 'haml slim liquid mustache hbs handlebars py go sh'),
};

function of(language: Language, extensions: string): { [extension: string]: Language } {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, language]));
}

/** The language of a file by its name; null for what holds no code that could name a table. */
export function languageOf(path: string): Language | null {
  if (/(?:^|\/)(?:Rakefile|Capfile|Guardfile)$/.test(path)) return 'ruby';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(LANGUAGES, extension) ? (LANGUAGES[extension] ?? null) : null;
}

/** Folders that no hand wrote, wherever they lie. */
const NEVER: ReadonlySet<string> = new Set([
  ...['node_modules', 'bower_components', 'cassettes', 'vcr_cassettes', '__snapshots__', 'sorbet'],
]);

/** Folders of a project, or of an engine in it, beside its code. */
const BESIDE_CODE: ReadonlySet<string> = new Set([
  ...['vendor', 'tmp', 'log', 'logs', 'public', 'coverage', 'storage', 'dist', 'build', 'out'],
  ...['target', 'doc', 'docs', 'log'],
]);

/** Whether a folder is passed over: what tools write, other people's code, migrations and what they load. */
export function isSkippedFolder(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.') || NEVER.has(name)) return true;
  if (/(?:^|\/)db\/(?:\w*migrate|views|functions|triggers)$/.test(path)) return true;
  const isInCode = /(?:^|\/)(?:app|lib|spec|test|config)\//.test(path);
  if (/^\w*migrations?$/.test(name) && !isInCode) return true;
  return (BESIDE_CODE.has(name) && !isInCode) || /(?:^|\/)app\/assets\/builds$/.test(path);
}

/** Files that tools write, those that say what the schema is, and routes, which name resources. */
const SKIPPED_FILES =
  /(?:^|\/)(?:schema\.rb|\w*_schema\.rb|\w*structure\.sql|[\w-]+\.after\.(?:rb|sql)|db\/structures\/[^/]+\.sql|[\w.-]*\.min\.js|[\w.-]*\.lock|[\w-]*lock\.yaml|[\w.-]*\.generated\.\w+|swagger\.ya?ml|openapi\.ya?ml|migdocs\.yml|config\/routes(?:\/.+)?\.rb)$/;

export function isSkippedFile(path: string): boolean {
  return SKIPPED_FILES.test(path) && !/^app\//.test(path);
}

/** Whether a file is run by tests only. */
export function isInTests(path: string): boolean {
  return /(?:^|\/)(?:spec|specs|test|tests|features|cypress|__tests__|factories|fabricators|fixtures)\//.test(
    path,
  );
}
