import { NotTold, told } from '../not-told.ts';
import type { TokenReader } from '../tokens/token-reader.ts';

/** What a sequence counts by, in the words of SHOW CREATE SEQUENCE. */
interface SequenceOptions {
  start: string | null;
  minvalue: string | null;
  maxvalue: string | null;
  increment: string;
  cache: string;
  cycle: boolean;
  engine: string;
}

/**
 * The options of a sequence as MariaDB 10.11 prints them, each with its default where it is not given.
 *
 * @see {@link https://mariadb.com/kb/en/create-sequence/ | CREATE SEQUENCE}
 */
export function sequenceOptions(reader: TokenReader): string {
  const options: SequenceOptions = {
    start: null,
    minvalue: null,
    maxvalue: null,
    increment: '1',
    cache: '1000',
    cycle: false,
    engine: 'InnoDB',
  };
  while (!reader.done) readOption(reader, options);
  const down = options.increment.startsWith('-');
  const minvalue = options.minvalue ?? (down ? '-9223372036854775807' : '1');
  const maxvalue = options.maxvalue ?? (down ? '-1' : '9223372036854775806');
  const start = options.start ?? (down ? maxvalue : minvalue);
  return [
    `start with ${start} minvalue ${minvalue} maxvalue ${maxvalue}`,
    `increment by ${options.increment}`,
    options.cache === '0' ? 'nocache' : `cache ${options.cache}`,
    options.cycle ? 'cycle' : 'nocycle',
    `ENGINE=${options.engine}`,
  ].join(' ');
}

function readOption(reader: TokenReader, options: SequenceOptions): void {
  if (reader.takeOne('NOMINVALUE', 'NOMAXVALUE') || reader.take(',')) return;
  if (reader.take('NO')) {
    const word = reader.takeOne('MINVALUE', 'MAXVALUE', 'CYCLE', 'CACHE');
    if (word === 'CACHE') options.cache = '0';
    if (word === null)
      throw new NotTold('it has an option of a sequence that migdocs does not know');
  } else if (reader.takeOne('NOCACHE')) options.cache = '0';
  else if (reader.takeOne('NOCYCLE')) options.cycle = false;
  else if (reader.take('CYCLE')) options.cycle = true;
  else readValue(reader, options);
}

function readValue(reader: TokenReader, options: SequenceOptions): void {
  const word = reader.takeOne('START', 'MINVALUE', 'MAXVALUE', 'INCREMENT', 'CACHE', 'ENGINE');
  if (word === null) throw new NotTold('it has an option of a sequence that migdocs does not know');
  reader.takeOne('WITH', 'BY', '=');
  if (word === 'ENGINE') options.engine = told(reader.identifier(), 'engine');
  else if (word === 'START') options.start = numberOf(reader);
  else if (word === 'MINVALUE') options.minvalue = numberOf(reader);
  else if (word === 'MAXVALUE') options.maxvalue = numberOf(reader);
  else if (word === 'INCREMENT') options.increment = numberOf(reader);
  else options.cache = numberOf(reader);
}

function numberOf(reader: TokenReader): string {
  const sign = reader.take('-') ? '-' : '';
  return `${sign}${told(reader.number(), 'number')}`;
}
