import { underscore } from '../../../dialect/rails/inflections.ts';
import { InputError } from '../../../model/errors.ts';
import { own } from '../../../model/own.ts';
import type { ProjectFiles } from '../../../model/schema-file.ts';
import { GEM_CODE } from '../gems/gem-code.ts';
import type { RubyParser, RubySource } from '../source.ts';

/** Files that are read for what a migration names; more of them say that it reaches into the whole application. */
const MAX_FILES = 400;

/** Folders of `app` that Rails autoloads from, when the project's own are not told. */
const APP_FOLDERS: readonly string[] = [
  ...['models', 'lib', 'services', 'jobs', 'workers', 'helpers', 'mailers', 'controllers'],
  ...['operations', 'interactors', 'queries', 'commands', 'enums', 'values', 'types', 'validators'],
  ...['domain', 'forms', 'presenters', 'serializers', 'policies', 'uploaders', 'events'],
];

/** Files that are loaded whatever constants they define. */
const LOADED: readonly string[] = ['config/application.rb', 'config/environment.rb'];

/** Folders whose files are loaded, or required by those who need them. */
const LOADED_FOLDERS: readonly string[] = ['config/initializers', 'lib', 'lib/core_ext', 'db'];

/** The project's Ruby files, found by the constants that they define. Each is parsed once. */
export class ProjectCode {
  readonly #files: ProjectFiles;
  readonly #parse: RubyParser;
  readonly #sources = new Map<string, RubySource | null>();
  readonly #listed = new Map<string, readonly string[]>();

  constructor(files: ProjectFiles, parse: RubyParser) {
    this.#files = files;
    this.#parse = parse;
  }

  /** The parsed file; null when there is none, it is no valid Ruby, or too many were read. */
  source(path: string): RubySource | null {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const source = this.#read(path);
    this.#sources.set(path, source);
    return source;
  }

  #read(path: string): RubySource | null {
    const ofGem = own(GEM_CODE, path);
    if (ofGem !== undefined) return this.#parse(ofGem, path);
    const read = [...this.#sources.values()].filter((source) => source !== null).length;
    const text = read < MAX_FILES ? this.#files.read(path) : null;
    if (text === null) return null;
    try {
      return this.#parse(text, path);
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
  }

  /**
   * Files that may define a constant, the likeliest first: the one that Rails' autoloader would
   * load for it, those of the modules around it, and those that are loaded in any case.
   */
  *filesOf(constant: string): Generator<RubySource> {
    for (const path of this.#pathsOf(constant)) {
      const source = this.source(path);
      if (source) yield source;
    }
  }

  *#pathsOf(constant: string): Generator<string> {
    const parts = constant.split('::');
    for (let length = parts.length; length > 0; length -= 1) {
      const path = underscore(parts.slice(0, length).join('::'));
      for (const root of this.#roots()) yield `${root}/${path}.rb`;
    }
    for (const [path, text] of Object.entries(GEM_CODE)) {
      if (text.includes(`module ${parts[0]}\n`)) yield path;
    }
    // A plain search for the name keeps files that only use other constants from being parsed.
    const name = parts.at(-1) ?? constant;
    yield* this.#loaded().filter((path) => this.#files.read(path)?.includes(name));
  }

  /** Files that are loaded in any case and hold such words. */
  loadedNaming(words: RegExp): readonly RubySource[] {
    return this.#loaded()
      .filter((path) => words.test(this.#files.read(path) ?? ''))
      .flatMap((path) => this.source(path) ?? []);
  }

  #roots(): readonly string[] {
    const folders = this.#files.folders?.('app') ?? APP_FOLDERS.map((name) => `app/${name}`);
    return ['app/models', ...folders, 'lib', 'app/models/concerns', 'db', 'db/migrate', 'db/lib'];
  }

  #loaded(): readonly string[] {
    const others = LOADED_FOLDERS.flatMap((folder) => this.#list(folder));
    return [...LOADED, ...others.filter((path) => path.endsWith('.rb') && path !== 'db/schema.rb')];
  }

  #list(folder: string): readonly string[] {
    const known = this.#listed.get(folder) ?? this.#files.list(folder);
    this.#listed.set(folder, known);
    return known;
  }
}
