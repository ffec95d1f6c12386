import type { Change, PropertyDifference } from '../../model/change.ts';
import { own } from '../../model/own.ts';
import type {
  AutoIncrement,
  ColumnDefault,
  ColumnSequence,
  GeneratedColumn,
  IndexPart,
  JsonValue,
  PartitionBound,
  ReferentialAction,
  Table,
} from '../../model/schema.ts';
import { AUTO_INCREMENT_WORDS, describeDefault, describeGenerated, quoted } from './columns.ts';
import { REFERENTIAL_ACTION_WORDS } from './constraints.ts';
import { oneLine, sentenceCase } from './counting.ts';
import { describeParts } from './indexes.ts';
import { describeObject, describeReference } from './objects.ts';
import { describePartition, describeRowSecurity } from './tables.ts';

/** One difference in words. */
export interface DifferenceWords {
  /** `type`, `null`, `on delete`. */
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

/** What a property is called, where its field's name would not be plain English. */
const PROPERTY_WORDS: { readonly [property: string]: string } = {
  nullable: 'null',
  autoIncrement: 'numbering',
  generated: 'generated as',
  parts: 'columns',
  toTable: 'refers to table',
  toColumns: 'refers to columns',
  onDelete: 'on delete',
  onUpdate: 'on update',
  using: 'method',
  nullsNotDistinct: 'nulls not distinct',
  ownedBy: 'owned by',
  include: 'including',
  extraOptions: 'other options',
  checkConstraints: 'checks',
  definition: 'definition',
  enabled: 'used by queries',
  charset: 'character set',
  rowSecurity: 'row security',
  replicaIdentity: 'replica identity',
  clusteredBy: 'clustered by',
  statistics: 'statistics target',
  notNullName: 'name of NOT NULL',
  local: 'its own beside the parent’s',
  displayWidth: 'display width',
  statesCollation: 'states its collation',
  matchFull: 'match full',
  setColumns: 'columns set on delete',
  withoutOverlaps: 'without overlaps',
};

/** How long a text in a difference can get. */
const TEXT_LIMIT = 160;

/** `type integer → bigint` and the like, as its three words. */
export function describeDifference({
  property,
  before,
  after,
}: PropertyDifference): DifferenceWords {
  return {
    property: PROPERTY_WORDS[property] ?? property,
    before: describeValue(property, before),
    after: describeValue(property, after),
  };
}

/**
 * `Column orders.status changed: type integer → bigint; null allowed → not allowed.`
 *
 * A sentence with the object's name, what happened to it, and what it is now.
 */
export function describeChange(change: Change): string {
  const words = `${sentenceCase(describeReference(change.object))} ${describeWhatHappens(change)}`;
  return `${words.replace(/\.$/, '')}.`;
}

/** The same without the object's name: `changed: type integer → bigint; null allowed → not allowed`. */
export function describeWhatHappens(change: Change): string {
  const added = describeObject(change.object.type, change.after);
  const removed = describeObject(change.object.type, change.before);
  const differences = describeDifferences(change.differences);
  // A table's words count its parts.
  const isTable = change.object.type === 'table';
  const sentences: { readonly [K in Change['kind']]: string } = {
    added: `added${added && `${isTable ? ', with' : ':'} ${added}`}`,
    removed: `removed${removed && `${isTable ? ', with' : '; it was'} ${removed}`}`,
    altered: `changed: ${differences}`,
    renamed: `renamed from ${change.from ?? ''}${differences && `; ${differences}`}`,
  };
  return sentences[change.kind];
}

/** `type integer → bigint; null allowed → not allowed`. */
export function describeDifferences(differences: readonly PropertyDifference[]): string {
  return differences
    .map(describeDifference)
    .map(({ property, before, after }) => `${property} ${before} → ${after}`)
    .join('; ');
}

const YES_NO: readonly string[] = ['unique', 'nullsNotDistinct', 'validated', 'stored', 'enabled'];

/** Properties that are left out while they are what is given here. */
const LEFT_OUT: { readonly [property: string]: boolean } = {
  unlogged: false,
  matchFull: false,
  period: false,
  withoutOverlaps: false,
  statesCollation: false,
  local: false,
  enforced: true,
  inherited: true,
};

/** The value of a property in words; `none` for nothing. */
export function describeValue(property: string, value: JsonValue): string {
  const special = SPECIAL[property];
  if (special) return special(value);
  const usual = own(LEFT_OUT, property);
  if (usual !== undefined) return yesNo(value === null ? usual : value === true);
  if (value === null) return 'none';
  if (typeof value === 'boolean') {
    return YES_NO.includes(property) ? yesNo(value) : String(value);
  }
  if (isList(value)) return describeList(value);
  return typeof value === 'object' ? JSON.stringify(value) : oneLine(String(value), TEXT_LIMIT);
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function describeList(values: readonly JsonValue[]): string {
  if (values.length === 0) return 'none';
  return values.map((value) => (isText(value) ? value : JSON.stringify(value))).join(', ');
}

const isText = (value: JsonValue): value is string => typeof value === 'string';
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

type Describe<T> = (value: T) => string;

/** Properties with words of their own, each with the model's type of its value. */
interface SpecialShapes {
  readonly nullable: boolean;
  readonly default: ColumnDefault | null;
  readonly autoIncrement: AutoIncrement | null;
  readonly generated: GeneratedColumn | null;
  readonly comment: string | null;
  readonly parts: readonly IndexPart[];
  readonly onDelete: ReferentialAction;
  /** Of a foreign key; of a column of MySQL, an expression. */
  readonly onUpdate: string | null;
  readonly deferrable: string | null;
  readonly values: readonly string[];
  readonly extraOptions: readonly { readonly name: string; readonly text: string }[];
  readonly partition: PartitionBound | null;
  readonly rowSecurity: NonNullable<Table['rowSecurity']> | null;
  readonly sequence: ColumnSequence | null;
}

const ACTION_WORDS: { readonly [action: string]: string } = REFERENTIAL_ACTION_WORDS;

const SPECIAL_WORDS: { readonly [P in keyof SpecialShapes]: Describe<SpecialShapes[P]> } = {
  nullable: (value) => (value ? 'allowed' : 'not allowed'),
  default: describeDefault,
  autoIncrement: (value) => (value === null ? 'none' : AUTO_INCREMENT_WORDS[value]),
  generated: (value) =>
    value === null ? 'none' : describeGenerated(value).replace(/^generated as /, ''),
  comment: (value) => (value === null ? 'none' : quoted(oneLine(value, TEXT_LIMIT))),
  parts: describeParts,
  onDelete: (value) => REFERENTIAL_ACTION_WORDS[value],
  onUpdate: (value) =>
    value === null ? 'none' : (own(ACTION_WORDS, value) ?? oneLine(value, TEXT_LIMIT)),
  deferrable: (value) => (value === null ? 'no' : `initially ${value}`),
  values: (value) => value.map((label) => `'${label}'`).join(', '),
  extraOptions: (value) =>
    value.length === 0 ? 'none' : value.map(({ name, text }) => `${name}: ${text}`).join(', '),
  partition: (value) => (value === null ? 'none' : describePartition(value)),
  rowSecurity: (value) => (value === null ? 'off' : describeRowSecurity(value)),
  sequence: (value) =>
    value === null
      ? 'the default'
      : [value.name, value.options].filter((text) => text !== '').join(' '),
};

// A difference's values have the model's type of that property; TypeScript cannot follow the
// pairing through an index by a string.
const SPECIAL = SPECIAL_WORDS as unknown as {
  readonly [property: string]: Describe<JsonValue> | undefined;
};
