import { canonicalType } from '../../../../dialect/postgresql/types.ts';
import { Cursor } from '../head/cursor.ts';
import { qualified, quoted } from '../names.ts';
import { argumentsSql } from './arguments.ts';
import { expressionSql, type PrintContext, typeSql } from './context.ts';
import { dollarQuoted, stringBody } from './dollar-quotes.ts';

/**
 * CREATE FUNCTION as dumpFunc writes it, from any statement that makes the function; the statement
 * as it is when a part of it is not known here.
 */
export function createFunction(name: string, definition: string, context: PrintContext): string {
  const cursor = new Cursor(definition, 'public');
  cursor.take('CREATE');
  cursor.take('OR', 'REPLACE');
  const kind = cursor.take('PROCEDURE') ? 'PROCEDURE' : 'FUNCTION';
  cursor.take('FUNCTION');
  cursor.name();
  const args = cursor.enclosed();
  const returns = args === null ? null : returnClause(cursor, context);
  const options = returns === null ? null : optionsOf(cursor);
  if (args === null || returns === null || !options) {
    return `${expressionSql(definition, context)};`;
  }
  const head = `CREATE ${kind} ${qualified(name)}(${argumentsSql(args, context)})${returns}`;
  return `${head}\n    LANGUAGE ${options.language}${options.traits}${options.settings}\n    ${options.body};`;
}

/** Words with which the options begin, where the type of the result ends. */
const OPTION_WORDS: readonly string[] = [
  'LANGUAGE',
  'TRANSFORM',
  'WINDOW',
  'IMMUTABLE',
  'STABLE',
  'VOLATILE',
  'NOT',
  'LEAKPROOF',
  'CALLED',
  'RETURNS',
  'STRICT',
  'EXTERNAL',
  'SECURITY',
  'PARALLEL',
  'COST',
  'ROWS',
  'SUPPORT',
  'SET',
  'AS',
  'BEGIN',
  'RETURN',
];

function returnClause(cursor: Cursor, context: PrintContext): string {
  if (!cursor.take('RETURNS')) return '';
  if (cursor.take('TABLE'))
    return ` RETURNS TABLE(${argumentsSql(cursor.enclosed() ?? '', context)})`;
  const setOf = cursor.take('SETOF') ? 'SETOF ' : '';
  const type = cursor.before(...OPTION_WORDS);
  return ` RETURNS ${setOf}${resultType(type, context)}`;
}

/** The row of a table is a type too. */
function resultType(type: string, context: PrintContext): string {
  if (type.includes('%') || type.includes('.')) return type;
  const canonical = canonicalType(type).replace(/\(\d+(?:,\d+)?\)/, '');
  return context.known.relations.has(canonical)
    ? qualified(canonical)
    : typeSql(canonical, context);
}

interface Options {
  readonly language: string;
  /** Each behind a blank. */
  readonly traits: string;
  /** Each on a line of its own. */
  readonly settings: string;
  readonly body: string;
}

/** Traits in the order of dumpFunc. */
const TRAITS: readonly string[] = [
  'WINDOW',
  'IMMUTABLE',
  'STABLE',
  'STRICT',
  'SECURITY DEFINER',
  'LEAKPROOF',
  'COST',
  'ROWS',
  'SUPPORT',
  'PARALLEL',
];

/** Options that say what goes without saying. */
const SILENT: readonly (readonly string[])[] = [
  ['VOLATILE'],
  ['NOT', 'LEAKPROOF'],
  ['CALLED', 'ON', 'NULL', 'INPUT'],
  ['SECURITY', 'INVOKER'],
  ['EXTERNAL', 'SECURITY', 'INVOKER'],
  ['PARALLEL', 'UNSAFE'],
];

/** Options of several spellings or none but themselves, with their trait. */
const PLAIN: readonly (readonly [words: readonly string[], trait: string])[] = [
  [['WINDOW'], 'WINDOW'],
  [['IMMUTABLE'], 'IMMUTABLE'],
  [['STABLE'], 'STABLE'],
  [['STRICT'], 'STRICT'],
  [['RETURNS', 'NULL', 'ON', 'NULL', 'INPUT'], 'STRICT'],
  [['SECURITY', 'DEFINER'], 'SECURITY DEFINER'],
  [['EXTERNAL', 'SECURITY', 'DEFINER'], 'SECURITY DEFINER'],
  [['LEAKPROOF'], 'LEAKPROOF'],
];

/** Null when an option is not known. */
function optionsOf(cursor: Cursor): Options | null {
  const reading = new OptionReading(cursor);
  while (!cursor.done && cursor.peek() !== ';') {
    if (!reading.readNext()) return null;
  }
  return reading.options();
}

class OptionReading {
  readonly #cursor: Cursor;
  readonly #traits = new Map<string, string>();
  readonly #settings: string[] = [];
  #language = 'sql';
  #body = '';

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  options(): Options | null {
    if (this.#body === '') return null;
    const traits = TRAITS.flatMap((trait) => this.#traits.get(trait) ?? []);
    return {
      language: this.#language,
      traits: traits.map((trait) => ` ${trait}`).join(''),
      settings: this.#settings.map((setting) => `\n    SET ${setting}`).join(''),
      body: this.#body,
    };
  }

  /** Takes one option; false when it is not known. */
  readNext(): boolean {
    if (SILENT.some((words) => this.#cursor.take(...words))) return true;
    for (const [words, trait] of PLAIN) {
      if (this.#cursor.take(...words)) return this.#add(trait, trait);
    }
    return this.#readNumber() || this.#readRest();
  }

  #add(trait: string, text: string): boolean {
    this.#traits.set(trait, text);
    return true;
  }

  /** Those with a value: the defaults are 100 for COST and 1000 for ROWS. */
  #readNumber(): boolean {
    if (this.#cursor.take('COST')) return this.#addNumber('COST', '100');
    if (this.#cursor.take('ROWS')) return this.#addNumber('ROWS', '1000');
    if (!this.#cursor.take('PARALLEL')) return false;
    return this.#add('PARALLEL', `PARALLEL ${this.#cursor.word().toUpperCase()}`);
  }

  #addNumber(trait: string, usual: string): boolean {
    const value = this.#cursor.word();
    return value === usual || this.#add(trait, `${trait} ${value}`);
  }

  #readRest(): boolean {
    if (this.#cursor.take('LANGUAGE')) {
      this.#language = quoted(languageName(this.#cursor.word()));
      return true;
    }
    if (this.#cursor.take('SET')) return this.#readSetting();
    if (this.#cursor.take('AS')) return this.#readBody();
    return false;
  }

  /** A value is written as a string, a list of schemas as strings. */
  #readSetting(): boolean {
    const name = this.#cursor.parts().join('.');
    if (!this.#cursor.take('TO') && !this.#cursor.take('=')) return false;
    const text = this.#cursor.before(...OPTION_WORDS);
    const values = text.split(',').map((value) => value.trim().replace(/^['"]|['"]$/g, ''));
    this.#settings.push(`${name} TO ${values.map((value) => `'${value}'`).join(', ')}`);
    return true;
  }

  #readBody(): boolean {
    const body = stringBody(this.#cursor.word());
    if (body === null || this.#cursor.peek() === ',') return false;
    this.#body = `AS ${dollarQuoted(body)}`;
    return true;
  }
}

/** A language may be given as a string, as in old dumps. */
function languageName(word: string): string {
  return word.replace(/^['"]|['"]$/g, '').toLowerCase();
}
