/**
 * Rails' default English inflections. Active Support froze them: the rules have been the same from
 * 5.0 to 8.1. Later rules win, so each list is in the order in which Rails tries it, newest first.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.0.0/activesupport/lib/active_support/inflections.rb}
 */

export interface InflectionRule {
  readonly pattern: RegExp;
  /** As `String.prototype.replace` takes it. */
  readonly replacement: string;
}

/** How words change their number. Of the rules, the first that fits a word is the one that holds. */
export interface Inflections {
  readonly plurals: readonly InflectionRule[];
  readonly singulars: readonly InflectionRule[];
  /** Patterns of words that are their own plural. */
  readonly uncountables: readonly RegExp[];
}

const UNCOUNTABLE: readonly string[] = [
  ...['equipment', 'information', 'rice', 'money', 'species'],
  ...['series', 'fish', 'sheep', 'jeans', 'police'],
];

const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ['zombie', 'zombies'],
  ['move', 'moves'],
  ['sex', 'sexes'],
  ['child', 'children'],
  ['man', 'men'],
  ['person', 'people'],
];

const PLURAL: readonly InflectionRule[] = [
  ...IRREGULAR.flatMap(([singular, plural]) => [
    irregular(plural, plural),
    irregular(singular, plural),
  ]),
  { pattern: /(quiz)$/i, replacement: '$1zes' },
  { pattern: /^(oxen)$/i, replacement: '$1' },
  { pattern: /^(ox)$/i, replacement: '$1en' },
  { pattern: /^(m|l)ice$/i, replacement: '$1ice' },
  { pattern: /^(m|l)ouse$/i, replacement: '$1ice' },
  { pattern: /(matr|vert|ind)(?:ix|ex)$/i, replacement: '$1ices' },
  { pattern: /(x|ch|ss|sh)$/i, replacement: '$1es' },
  { pattern: /([^aeiouy]|qu)y$/i, replacement: '$1ies' },
  { pattern: /(hive)$/i, replacement: '$1s' },
  { pattern: /(?:([^f])fe|([lr])f)$/i, replacement: '$1$2ves' },
  { pattern: /sis$/i, replacement: 'ses' },
  { pattern: /([ti])a$/i, replacement: '$1a' },
  { pattern: /([ti])um$/i, replacement: '$1a' },
  { pattern: /(buffal|tomat)o$/i, replacement: '$1oes' },
  { pattern: /(bu)s$/i, replacement: '$1ses' },
  { pattern: /(alias|status)$/i, replacement: '$1es' },
  { pattern: /(octop|vir)i$/i, replacement: '$1i' },
  { pattern: /(octop|vir)us$/i, replacement: '$1i' },
  { pattern: /^(ax|test)is$/i, replacement: '$1es' },
  { pattern: /s$/i, replacement: 's' },
  { pattern: /$/, replacement: 's' },
];

const SINGULAR: readonly InflectionRule[] = [
  ...IRREGULAR.flatMap(([singular, plural]) => [
    irregular(plural, singular),
    irregular(singular, singular),
  ]),
  { pattern: /(database)s$/i, replacement: '$1' },
  { pattern: /(quiz)zes$/i, replacement: '$1' },
  { pattern: /(matr)ices$/i, replacement: '$1ix' },
  { pattern: /(vert|ind)ices$/i, replacement: '$1ex' },
  { pattern: /^(ox)en/i, replacement: '$1' },
  { pattern: /(alias|status)(es)?$/i, replacement: '$1' },
  { pattern: /(octop|vir)(us|i)$/i, replacement: '$1us' },
  { pattern: /^(a)x[ie]s$/i, replacement: '$1xis' },
  { pattern: /(cris|test)(is|es)$/i, replacement: '$1is' },
  { pattern: /(shoe)s$/i, replacement: '$1' },
  { pattern: /(o)es$/i, replacement: '$1' },
  { pattern: /(bus)(es)?$/i, replacement: '$1' },
  { pattern: /^(m|l)ice$/i, replacement: '$1ouse' },
  { pattern: /(x|ch|ss|sh)es$/i, replacement: '$1' },
  { pattern: /(m)ovies$/i, replacement: '$1ovie' },
  { pattern: /(s)eries$/i, replacement: '$1eries' },
  { pattern: /([^aeiouy]|qu)ies$/i, replacement: '$1y' },
  { pattern: /([lr])ves$/i, replacement: '$1f' },
  { pattern: /(tive)s$/i, replacement: '$1' },
  { pattern: /(hive)s$/i, replacement: '$1' },
  { pattern: /([^f])ves$/i, replacement: '$1fe' },
  { pattern: /(^analy)(sis|ses)$/i, replacement: '$1sis' },
  {
    pattern: /((a)naly|(b)a|(d)iagno|(p)arenthe|(p)rogno|(s)ynop|(t)he)(sis|ses)$/i,
    replacement: '$1sis',
  },
  { pattern: /([ti])a$/i, replacement: '$1um' },
  { pattern: /(n)ews$/i, replacement: '$1ews' },
  { pattern: /(ss)$/i, replacement: '$1' },
  { pattern: /s$/i, replacement: '' },
];

/** Rails' own rules, to which `config/initializers/inflections.rb` adds a project's. */
export const DEFAULT_INFLECTIONS: Inflections = {
  plurals: PLURAL,
  singulars: SINGULAR,
  uncountables: UNCOUNTABLE.map(uncountable),
};

/** The inflections with a word of which number is told by itself: `person`, `people`. */
export function withIrregular(
  inflections: Inflections,
  singular: string,
  plural: string,
): Inflections {
  const both = [singular, plural];
  return {
    plurals: [...both.map((word) => irregular(word, plural)), ...inflections.plurals],
    singulars: [...both.map((word) => irregular(word, singular)), ...inflections.singulars],
    uncountables: inflections.uncountables.filter((pattern) =>
      both.every((word) => pattern.source !== uncountable(word).source),
    ),
  };
}

/** The inflections with a word that is its own plural. */
export function withUncountable(inflections: Inflections, word: string): Inflections {
  return { ...inflections, uncountables: [...inflections.uncountables, uncountable(word)] };
}

/** `person` → `people`, `category` → `categories`, `order_item` → `order_items`. */
export function pluralize(word: string, inflections: Inflections = DEFAULT_INFLECTIONS): string {
  return inflect(word, inflections.plurals, inflections);
}

/** `people` → `person`, `statuses` → `status`, `order_items` → `order_item`. */
export function singularize(word: string, inflections: Inflections = DEFAULT_INFLECTIONS): string {
  return inflect(word, inflections.singulars, inflections);
}

/** `order_item` → `OrderItem`, `admin/user` → `Admin::User`. No acronyms: those are application code. */
export function camelize(term: string): string {
  return term
    .replace(/^[a-z\d]*/, capitalize)
    .replace(/(?:_|(\/))([a-z\d]*)/gi, (_, slash: string | undefined, word: string) =>
      slash === undefined ? capitalize(word) : `::${capitalize(word)}`,
    );
}

/** `OrderItem` → `order_item`, `HTMLPage` → `html_page`, `Admin::User` → `admin/user`. */
export function underscore(term: string): string {
  if (!/[A-Z-]|::/.test(term)) return term;
  return term
    .replaceAll('::', '/')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** The class of a table: `order_items` → `OrderItem`, `billing.invoices` → `Invoice`. */
export function classify(tableName: string): string {
  return camelize(singularize(tableName.replace(/.*\./, '')));
}

/** The table of a class: `OrderItem` → `order_items`, `Admin::User` → `admin/users`. */
export function tableize(className: string): string {
  return pluralize(underscore(className));
}

/** Words that begin alike keep their first letter as it is written, others take the new one. */
function irregular(from: string, to: string): InflectionRule {
  const isAlike = from.charAt(0).toUpperCase() === to.charAt(0).toUpperCase();
  return {
    pattern: new RegExp(`(${escaped(from.charAt(0))})${escaped(from.slice(1))}$`, 'i'),
    replacement: isAlike ? `$1${to.slice(1)}` : to,
  };
}

function uncountable(word: string): RegExp {
  return new RegExp(`\\b${escaped(word)}$`, 'i');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function inflect(
  word: string,
  rules: readonly InflectionRule[],
  { uncountables }: Inflections,
): string {
  if (word === '' || uncountables.some((pattern) => pattern.test(word))) return word;
  const rule = rules.find(({ pattern }) => pattern.test(word));
  return rule ? word.replace(rule.pattern, rule.replacement) : word;
}

/** Ruby's `capitalize`: the first letter up, all others down. */
function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

const keys = new WeakMap<Inflections, string>();

/** A text that is the same for inflections with the same rules. */
export function inflectionsKey(inflections: Inflections): string {
  const known = keys.get(inflections);
  if (known !== undefined) return known;
  const { plurals, singulars, uncountables } = inflections;
  const rules = [plurals, singulars].map((list) =>
    list.map(({ pattern, replacement }) => [String(pattern), replacement]),
  );
  const key = JSON.stringify([rules, uncountables.map(String)]);
  keys.set(inflections, key);
  return key;
}
