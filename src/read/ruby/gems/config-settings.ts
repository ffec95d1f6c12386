import { parse } from 'yaml';
import type { JsonValue } from '../../../model/schema.ts';
import type { ProjectFiles } from '../../../model/schema-file.ts';
import {
  array,
  boolean,
  float,
  integer,
  NIL,
  type ObjectValue,
  string,
  unknown,
  type Value,
} from '../evaluate/values.ts';

/** Files of the gem `config`, each of which overrides the ones before (`Config.setting_files`). */
const FILES = ['config/settings.yml', 'config/settings/production.yml'];

/**
 * `Settings` of the gem `config`, for production; null in a project without it. What a machine
 * overrides by `settings.local.yml` or its environment is not known here.
 */
export function configSettings(project: ProjectFiles | null): ObjectValue | null {
  if (!/^ {4}config \(/m.test(project?.read('Gemfile.lock') ?? '')) return null;
  const read = FILES.map((path) => parsed(project?.read(path) ?? null));
  const merged = read.reduce(merge, {});
  return isHash(merged) ? settings('Settings', merged) : null;
}

type Hash = { readonly [key: string]: JsonValue };

function isHash(value: JsonValue | undefined): value is Hash {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A file with ERB in it need not be YAML, and what it comes to is not known. */
function parsed(text: string | null): JsonValue {
  if (text === null || text.includes('<%')) return {};
  try {
    const value: JsonValue = parse(text, { logLevel: 'silent' });
    return value;
  } catch {
    return {};
  }
}

function merge(one: JsonValue, other: JsonValue): JsonValue {
  if (!isHash(one) || !isHash(other)) return other ?? one;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const pairs = keys.map((key): [string, JsonValue] => {
    const [left, right] = [one[key], other[key]];
    if (left === undefined || right === undefined) return [key, right ?? left ?? null];
    return [key, merge(left, right)];
  });
  return Object.fromEntries(pairs);
}

function settings(name: string, hash: Hash): ObjectValue {
  return {
    kind: 'object',
    name,
    call: (call) => {
      const value = Object.hasOwn(hash, call.name) ? hash[call.name] : undefined;
      return value === undefined ? undefined : rubyValue(`${name}.${call.name}`, value);
    },
  };
}

function rubyValue(name: string, value: JsonValue): Value {
  if (value === null) return NIL;
  if (typeof value === 'string') return string(value);
  if (typeof value === 'boolean') return boolean(value);
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : float(value);
  if (isHash(value)) return settings(name, value);
  if (!Array.isArray(value)) return unknown(`${name} is of no plain kind`);
  return array(value.map((item) => rubyValue(name, item)));
}
