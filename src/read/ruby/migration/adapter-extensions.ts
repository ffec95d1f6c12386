import type { Engine } from '../../../model/engine.ts';
import type { ClassEnvironment, Method } from '../evaluate/class-environment.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Receiver } from '../evaluate/scope.ts';
import type { Value } from '../evaluate/values.ts';
import type { Code } from './code.ts';
import type { ProjectCode } from './project-code.ts';

/** Classes of Active Record whose methods a migration can call as its own. */
const OPENED = /\bActiveRecord::(?:ConnectionAdapters|Migration)\b|\bmodule ConnectionAdapters\b/;

/** `ActiveRecord::ConnectionAdapters::PostgreSQLAdapter.prepend(Shop::Statements)` */
const MIXED_IN =
  /\bActiveRecord::(?:ConnectionAdapters|Migration)[\w:]*\.(?:send[( ]+:)?(?:include|prepend)\b[( ,]+(?:::)?([A-Z][\w:]*)/g;

/** Names of adapters and their modules that are another engine's. */
const OF_OTHERS: { readonly [E in Engine]: RegExp } = {
  postgresql: /mysql|trilogy|sqlite/i,
  mysql: /postgre|sqlite/i,
  sqlite: /postgre|mysql|trilogy/i,
};

/**
 * The methods that a project adds to Active Record's adapters and migrations, by opening their
 * classes or by mixing modules of its own into them, in files that Rails loads or the migration
 * requires.
 */
export class AdapterExtensions {
  readonly #code: Code;
  readonly #project: ProjectCode;
  readonly #engine: Engine;
  #found: readonly ClassEnvironment[] | null = null;

  constructor(code: Code, project: ProjectCode, engine: Engine) {
    this.#code = code;
    this.#project = project;
    this.#engine = engine;
  }

  /**
   * `self` in such a method: it answers by the other ones first, and by the connection itself.
   *
   * @param connection - the value that stands for the connection.
   */
  receiver(connection: Value, evaluator: Evaluator): Receiver {
    return {
      value: connection,
      find: (name, after) => this.method(name, evaluator, after),
      instanceVariables: new Map(),
    };
  }

  /** The method of that name, with `after` the one that `super` in it calls; null when there is none. */
  method(name: string, evaluator: Evaluator, after?: ClassEnvironment): Method | null {
    this.#found ??= this.#find(evaluator);
    const from = after ? this.#found.indexOf(after) + 1 : 0;
    for (const environment of this.#found.slice(from)) {
      const method = environment.methods.get(name);
      if (method) return method;
    }
    return null;
  }

  #find(evaluator: Evaluator): readonly ClassEnvironment[] {
    const texts = [...this.#code.required, ...this.#project.loadedNaming(OPENED)];
    const opened = texts.flatMap((source) => openedIn(this.#code.file(source)));
    const names = texts.flatMap(({ text }) =>
      [...text.matchAll(MIXED_IN)].flatMap(([hook, name = '']) =>
        OF_OTHERS[this.#engine].test(hook) ? [] : [name],
      ),
    );
    const mixed = names.flatMap((name) => this.#code.classNamed(name, evaluator) ?? []);
    return [...mixed.toReversed(), ...opened].filter(
      ({ name }) => !OF_OTHERS[this.#engine].test(name),
    );
  }
}

/** The classes and modules of Active Record that a file opens. */
function openedIn(environment: ClassEnvironment): readonly ClassEnvironment[] {
  const isOpened = /^ActiveRecord::(?:ConnectionAdapters|Migration)\b/.test(environment.name);
  const inner = [...environment.nested.values()].flatMap(openedIn);
  return isOpened ? [environment, ...inner] : inner;
}
