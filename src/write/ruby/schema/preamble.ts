import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';

/** A place in the text of the `define` line: `ActiveRecord::Schema[7.1].define(version: 2026_01_01_120000)`. */
const VERSION = /(\.define\(\s*version: )(\d[\d_]*)/;

/**
 * The preamble with the schema's version in it, with underscores where the file has them or that
 * Rails writes them (5.2), and with that Rails' own words of explanation.
 *
 * @param rails - The version that dumps; null when it is not known, so that the words stay.
 */
export function withVersion(
  preamble: string,
  version: string | null,
  rails: RailsVersion | null,
): string {
  if (version === null) return preamble;
  const underscores = rails !== null && railsAtLeast(rails, 5, 2);
  const written = preamble.replace(VERSION, (whole, start: string, given: string) => {
    if (given.replaceAll('_', '') === version) return whole;
    if (/^\d{1,3}(?:_\d{3})+$/.test(given)) return start + byThousands(version);
    const spaced = underscores || given.includes('_') || given.length < 14;
    return start + (spaced ? underscored(version) : version);
  });
  if (written === preamble) return preamble;
  // A dump has one blank line above this one; merges by hand leave more, which the next dump takes out.
  const framed = written.replace(/\n{3,}(?=ActiveRecord::)/, '\n\n');
  return rails === null ? framed : withWordsOf(framed, rails);
}

function withWordsOf(preamble: string, rails: RailsVersion): string {
  const known = [WORDS_OF_5, WORDS_OF_6_0, WORDS].find((words) => preamble.includes(words));
  if (known === undefined) return preamble;
  const own = railsAtLeast(rails, 6, 1)
    ? WORDS
    : railsAtLeast(rails, 6, 0)
      ? WORDS_OF_6_0
      : WORDS_OF_5;
  return preamble.replace(known, () => own);
}

/** As code formatters write numbers: `20_260_101_120_000`. */
function byThousands(version: string): string {
  return version.replace(/\B(?=(?:\d{3})+$)/g, '_');
}

/** The preamble as a dump by Rails 7.0 or newer begins. */
export function newPreamble(version: string | null, rails: RailsVersion): string {
  const parameters = version === null ? '' : `version: ${underscored(version)}`;
  return `${HEADER}ActiveRecord::Schema[${rails.major}.${rails.minor}].define(${parameters}) do\n`;
}

/** True when dumps of that version have a form that `newPreamble` knows. */
export function hasNamedVersion(rails: RailsVersion): boolean {
  return railsAtLeast(rails, 7, 0);
}

/** Since Rails 5.2 a timestamp is written `2026_01_01_120000`, any other version as it is. */
function underscored(version: string): string {
  if (version.length !== 14) return version;
  return [version.slice(0, 4), version.slice(4, 6), version.slice(6, 8), version.slice(8)].join(
    '_',
  );
}

/** Why the file is kept, as Rails says it from 6.1 to 8.1. */
const WORDS = `# This file is the source Rails uses to define your schema when running \`bin/rails
# db:schema:load\`. When creating a new database, \`bin/rails db:schema:load\` tends to
# be faster and is potentially less error prone than running all of your
# migrations from scratch. Old migrations may fail to apply correctly if those
# migrations use external dependencies or application code.
`;

const WORDS_OF_6_0 = WORDS.replaceAll('`bin/rails', '`rails');

/** From Rails 5.0 to 5.2. */
const WORDS_OF_5 = `# Note that this schema.rb definition is the authoritative source for your
# database schema. If you need to create the application database on another
# system, you should be using db:schema:load, not running all the migrations
# from scratch. The latter is a flawed and unsustainable approach (the more migrations
# you'll amass, the slower it'll run and the greater likelihood for issues).
`;

/** The same from Rails 6.1 to 8.1. */
const HEADER = `# This file is auto-generated from the current state of the database. Instead
# of editing this file, please use the migrations feature of Active Record to
# incrementally modify your database, and then regenerate this schema definition.
#
${WORDS}#
# It's strongly recommended that you check this file into your version control system.

`;
