import { pluralize, singularize, underscore } from '../../../dialect/rails/inflections.ts';
import {
  argumentsOf,
  type ClassEnvironment,
  environmentOf,
  fileEnvironment,
  type Method,
  newEnvironment,
  readBody,
} from '../evaluate/class-environment.ts';
import { bodyScope, ownConstant } from '../evaluate/constants.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { classReceiver, singletonMethod } from '../evaluate/receivers.ts';
import { type ModelValue, toText, type Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import type { RubySource } from '../source.ts';
import { tableOfModel } from '../tables-named.ts';
import { AdapterExtensions } from './adapter-extensions.ts';
import type { MigrationClass } from './find-class.ts';
import type { ProjectCode } from './project-code.ts';
import { type NamingSettings, readSettings } from './settings.ts';

/** Files whose names begin with a version hold a migration, whose constants are its own. */
const MIGRATION_FILE = /(?:^|\/)\d+_[^/]*$/;

/** The classes and modules that a migration uses, of its own file and of the project's. */
export class Code {
  readonly #project: ProjectCode;
  readonly #session: Session;
  readonly #files = new Map<RubySource, ClassEnvironment>();
  readonly #values = new Map<ClassEnvironment, Value>();
  #read: NamingSettings | null = null;
  readonly #required = new Set<RubySource>();
  #extensions: AdapterExtensions | null = null;

  constructor(project: ProjectCode, session: Session) {
    this.#project = project;
    this.#session = session;
  }

  #tables(): ReadonlySet<string> {
    const { tables, views } = this.#session.schema;
    return new Set([...tables, ...views].map(({ name }) => name));
  }

  get #settings(): NamingSettings {
    this.#read ??= readSettings(this.#project);
    return this.#read;
  }

  /** What a file defines at its top. */
  file(source: RubySource): ClassEnvironment {
    const known = this.#files.get(source);
    if (known) return known;
    const made = fileEnvironment(source);
    this.#files.set(source, made);
    return made;
  }

  /** The class of a migration, wherever in the file it stands, with what opens it again. */
  migration(source: RubySource, { node, name, body }: MigrationClass): ClassEnvironment {
    let outer = this.file(source);
    const parts = name.split('::');
    for (const part of parts.slice(0, -1)) outer = outer.nested.get(part) ?? outer;
    const made = newEnvironment('class', name, source, outer, node.superclass);
    readBody(body, made);
    outer.nested.set(parts.at(-1) ?? name, made);
    return made;
  }

  /** A Ruby file of the project; null when it has none of that path. */
  load(path: string): RubySource | null {
    return this.#project.source(path.endsWith('.rb') ? path : `${path}.rb`);
  }

  /** A class or module of a gem or of the project; null when no file defines it. */
  classNamed(name: string, evaluator: Evaluator): ClassEnvironment | null {
    const value = this.#defined(name, evaluator);
    return value ? environmentOf(value) : null;
  }

  /** Makes what a required file defines known. */
  require(path: string): void {
    const source = this.load(path) ?? this.load(`lib/${path}`);
    if (source) this.#required.add(source);
  }

  /** Files that were required so far, in that order. */
  get required(): readonly RubySource[] {
    return [...this.#required];
  }

  /** What the project adds to Active Record's adapters. */
  get extensions(): AdapterExtensions {
    this.#extensions ??= new AdapterExtensions(this, this.#project, this.#session.schema.engine);
    return this.#extensions;
  }

  /** A constant of the project, as code in `environment` sees it; undefined when no file defines it. */
  constant(name: string, environment: ClassEnvironment, evaluator: Evaluator): Value | undefined {
    for (const full of nestings(name, environment)) {
      const value = this.#defined(full, evaluator);
      if (value) return value;
    }
    return undefined;
  }

  #defined(name: string, evaluator: Evaluator): Value | undefined {
    for (const source of [...this.#required, ...this.#project.filesOf(name)]) {
      const value = within(this.file(source), name, evaluator);
      if (value) return value;
    }
    return undefined;
  }

  /** A class or module as a value: a model when it descends from Active Record's base class. */
  classOf(environment: ClassEnvironment, evaluator: Evaluator): Value {
    const known = this.#values.get(environment);
    if (known) return known;
    const plain: Value = { kind: 'class', name: environment.name, environment };
    // While its superclass is looked up, a class that inherits from itself is a plain one.
    this.#values.set(environment, plain);
    const value = this.#model(environment, evaluator) ?? plain;
    this.#values.set(environment, value);
    return value;
  }

  #model(environment: ClassEnvironment, evaluator: Evaluator): ModelValue | null {
    const { superclass } = environment;
    if (environment.kind !== 'class' || !superclass) return null;
    const scope = bodyScope(environment.outer ?? environment, evaluator);
    const parent = evaluator.evaluate(superclass, scope);
    const inherited = parent.kind === 'model' ? parent : null;
    const isBase = parent.kind === 'object' && parent.name === 'ActiveRecord::Base';
    const conventional = tableOfModel(environment.name, this.#tables());
    const mayBe =
      parent.kind === 'constant' && !/Migration/.test(parent.name) && conventional !== null;
    if (!inherited && !isBase && !mayBe) return null;
    const table =
      this.#writtenTable(environment, evaluator) ??
      inherited?.table ??
      this.#tableByName(environment, evaluator, conventional);
    return {
      kind: 'model',
      name: environment.name,
      environment,
      table: isAbstract(environment) ? null : table,
      scope: 'whole',
      batched: false,
      record: false,
    };
  }

  /** `self.table_name = "users"`, or a method of that name. */
  #writtenTable(environment: ClassEnvironment, evaluator: Evaluator): string | null {
    const method = environment.singletons.get('table_name');
    if (method) return textOf(this.#callPlain(method, environment, evaluator));
    return this.#writtenText(environment, /^(?:set_)?table_name=?$/, evaluator);
  }

  #writtenText(environment: ClassEnvironment, setter: RegExp, evaluator: Evaluator): string | null {
    const call = environment.calls.find(({ name }) => setter.test(name));
    const [value] = call ? argumentsOf(call) : [];
    return value ? textOf(evaluator.evaluate(value, bodyScope(environment, evaluator))) : null;
  }

  #callPlain(method: Method, environment: ClassEnvironment, evaluator: Evaluator): Value {
    const value: Value = { kind: 'class', name: environment.name, environment };
    return evaluator.callMethod(method, classReceiver(environment, value, evaluator), null);
  }

  /** Rails' `compute_table_name`; where the schema has no such table, the one that the name leads to. */
  #tableByName(
    environment: ClassEnvironment,
    evaluator: Evaluator,
    conventional: string | null,
  ): string {
    const last = underscore(environment.name.slice(environment.name.lastIndexOf(':') + 1));
    const { inflections } = this.#session;
    const base = this.#settings.pluralizesTableNames ? pluralize(last, inflections) : last;
    const { outer } = environment;
    const owner = outer && this.#values.get(outer);
    const contained =
      owner?.kind === 'model' && owner.table !== null
        ? `${singularize(owner.table, inflections)}_`
        : '';
    const computed = `${this.#prefix(environment, evaluator)}${contained}${base}`;
    const names = this.#tables();
    if (names.has(computed)) return computed;
    return conventional ?? (names.has(base) ? base : computed);
  }

  /** `table_name_prefix` of the innermost module around that has one. */
  #prefix(environment: ClassEnvironment, evaluator: Evaluator): string {
    const parts = environment.name.split('::').slice(0, -1);
    for (let length = parts.length; length > 0; length -= 1) {
      const name = parts.slice(0, length).join('::');
      for (const module of this.#modules(name, environment, evaluator)) {
        const method = singletonMethod(module, evaluator, 'table_name_prefix');
        const prefix = method
          ? textOf(this.#callPlain(method, module, evaluator))
          : this.#writtenText(module, /^table_name_prefix=$/, evaluator);
        if (prefix !== null) return prefix;
      }
    }
    return '';
  }

  /** The module as the file at hand writes it, and as the project's other files do. */
  *#modules(
    name: string,
    environment: ClassEnvironment,
    evaluator: Evaluator,
  ): Generator<ClassEnvironment> {
    for (let at = environment.outer; at; at = at.outer) if (at.name === name) yield at;
    if (MIGRATION_FILE.test(environment.source.path)) return;
    for (const source of this.#project.filesOf(name)) {
      const value = within(this.file(source), name, evaluator);
      const found = value && environmentOf(value);
      if (found) yield found;
    }
  }
}

/** Ruby looks for `B` written in `module A` as `A::B` first. Migrations stand in no module of the project. */
function nestings(name: string, environment: ClassEnvironment): readonly string[] {
  const names: string[] = [];
  if (!MIGRATION_FILE.test(environment.source.path)) {
    for (let at: ClassEnvironment | null = environment; at; at = at.outer) {
      if (at.name !== '') names.push(`${at.name}::${name}`);
    }
  }
  return [...names, name];
}

/** The constant at a path of names inside of a file. */
function within(file: ClassEnvironment, path: string, evaluator: Evaluator): Value | undefined {
  let at: ClassEnvironment | null = file;
  let value: Value | undefined;
  for (const name of path.split('::')) {
    value = at ? ownConstant(name, at, evaluator) : undefined;
    if (!value) return undefined;
    at = environmentOf(value);
  }
  return value;
}

function isAbstract(environment: ClassEnvironment): boolean {
  return environment.calls.some(
    ({ name }) => name === 'abstract_class=' || name === 'primary_abstract_class',
  );
}

function textOf(value: Value): string | null {
  return value.kind === 'string' || value.kind === 'symbol' ? toText(value) : null;
}
