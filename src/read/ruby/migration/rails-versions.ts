import { formatRailsVersion } from '../../../model/engine.ts';
import type { Call } from '../evaluate/call.ts';
import {
  boolean,
  integer,
  type ObjectValue,
  string,
  toText,
  type Value,
} from '../evaluate/values.ts';
import type { MigrationRun } from './run.ts';

/** The installed Rails as `Rails.version` says it. The files tell no more than major and minor. */
export function versionText({ session }: MigrationRun): string {
  return `${formatRailsVersion(session.installed)}.0`;
}

/** `Rails::VERSION::MAJOR` and its like, by their names. */
export function versionsOf(module: string): {
  readonly [name: string]: (run: MigrationRun) => Value;
} {
  return {
    [`${module}::VERSION::MAJOR`]: ({ session }) => integer(session.installed.major),
    [`${module}::VERSION::MINOR`]: ({ session }) => integer(session.installed.minor),
    [`${module}::VERSION::STRING`]: (run) => string(versionText(run)),
  };
}

type Compare = (order: number) => boolean;

const COMPARISONS: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
  ['==', (order) => order === 0],
  ['!=', (order) => order !== 0],
]);

/** A `Gem::Version`, which compares with another one or with its text. */
export function gemVersion(text: string): ObjectValue {
  const answer = (call: Call): Value | undefined => {
    if (call.name === 'to_s' || call.name === 'version') return string(text);
    if (call.name === 'segments') {
      return { kind: 'array', items: segments(text).map(integer) };
    }
    const compare = COMPARISONS.get(call.name);
    const other = call.args[0] && textOf(call.args[0], call);
    return compare && other ? boolean(compare(order(text, other))) : undefined;
  };
  return { kind: 'object', name: 'Gem::Version', call: answer };
}

function textOf(value: Value, call: Call): string | null {
  const text = value.kind === 'object' ? value.call({ ...call, name: 'to_s', args: [] }) : value;
  return text ? toText(text) : null;
}

function segments(text: string): number[] {
  return text.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

/** Below, equal to or above 0, as the first version is older than, the same as, or newer than the second. */
function order(left: string, right: string): number {
  const [a, b] = [segments(left), segments(right)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
