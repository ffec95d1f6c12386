import { literalForm } from '../../../dialect/mysql/defaults.ts';
import { splitType } from '../../../dialect/mysql/types.ts';
import type { Column, JsonValue } from '../../../model/schema.ts';
import { isCall, unwrapped } from './expressions.ts';
import type { MysqlDumpForm } from './form.ts';
import { shownString } from './strings.ts';
import { isBlobOrText } from './types.ts';

/**
 * What follows NOT NULL: ` DEFAULT '0'`, ` DEFAULT NULL`, with ON UPDATE; empty for a column
 * without a default that must not be NULL.
 */
export function defaultClause(column: Column, form: MysqlDumpForm): string {
  const { default: value, type, nullable, generated, autoIncrement } = column;
  if (generated || autoIncrement) return '';
  if (value?.kind === 'expression') return ` DEFAULT ${shownExpression(value.sql, type, form)}`;
  if (value) return ` DEFAULT ${shownLiteral(value.value, type, form)}`;
  if (!nullable || (isBlobOrText(type) && !form.showsNullOfTexts)) return '';
  return ' DEFAULT NULL';
}

const NOW = /\b(?:current_timestamp|now|localtime(?:stamp)?)\b(?:\(\s*(\d*)\s*\))?/gi;
const DAY = /^(?:current_date|curdate)(?:\(\))?$/i;

/** An expression as the server prints it behind DEFAULT and ON UPDATE. */
export function shownExpression(sql: string, type: string, form: MysqlDumpForm): string {
  const text = unwrapped(sql);
  if (/^(?:current_timestamp|now|localtime)/i.test(text) && !/[-+*/]/.test(text)) {
    const { base, modifier } = splitType(type);
    // The current time has the precision of its column.
    const isTime = base === 'datetime' || base === 'timestamp';
    return text.replace(NOW, (_, given = '') =>
      currentTime(isTime ? (modifier ?? '') : given, form),
    );
  }
  const shown = DAY.test(text) ? 'curdate()' : text;
  // MariaDB puts parentheses around operators alone.
  return form.server === 'mariadb' && isCall(shown) ? shown : `(${shown})`;
}

function currentTime(precision: string, form: MysqlDumpForm): string {
  const digits = precision === '0' ? '' : precision;
  if (form.callsCurrentTime) return `current_timestamp(${digits})`;
  return digits === '' ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${digits})`;
}

const NUMERIC = /^(?:(?:tiny|small|medium|big)?int|decimal|float|double|year)\b/;

function shownLiteral(value: JsonValue, type: string, form: MysqlDumpForm): string {
  if (value === null) return 'NULL';
  const text = textOf(value);
  if (type.startsWith('bit') && /^b'[01]*'$/.test(text)) return text;
  if (literalForm(type).kind === 'json') return `(${shownString(text)})`;
  if (!NUMERIC.test(type)) return shownString(timeOf(text, type));
  const number = withScale(text, type);
  return form.quotesNumbers ? `'${number}'` : number;
}

function textOf(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `1` of a `decimal(10,2)` is `1.00`. */
function withScale(text: string, type: string): string {
  const scale = splitType(type).modifier?.split(',')[1];
  if (scale === undefined || !/^-?\d*\.?\d*$/.test(text)) return text;
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = fraction.padEnd(Number(scale), '0').slice(0, Number(scale));
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** `10:00:00` of a `time(3)` is `10:00:00.000`; a time of day is kept with Rails' day in front. */
function timeOf(text: string, type: string): string {
  const { base, modifier } = splitType(type);
  if (!/^(?:datetime|timestamp|time)$/.test(base)) return text;
  const time = base === 'time' ? text.replace(/^2000-01-01 /, '') : text;
  if (!modifier || modifier === '0') return time;
  const [whole = '', fraction = ''] = time.split('.');
  return `${whole}.${fraction.padEnd(Number(modifier), '0')}`;
}
