import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_INFLECTIONS, type Inflections } from '../../../dialect/rails/inflections.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { Schema } from '../../../model/schema.ts';
import type { RubySchemaFile } from '../../../model/schema-file.ts';
import { dumpsAlike, formOf, versionOf } from './form.ts';
import { BLANK, newPiece, type Piece, piecesOf } from './pieces.ts';
import { hasNamedVersion, newPreamble, withVersion } from './preamble.ts';
import { editSection } from './section.ts';
import { sectionsOf } from './sections.ts';
import { withDumpersSpacing } from './spacing.ts';

export interface WriteSchemaRbOptions {
  /** Writes every object as the dumper would, even where the given text could stay. */
  readonly everythingAnew?: boolean;
  /**
   * The Rails that dumps; null for the one that dumped the given file. With one whose dumps have
   * another form, every object is written anew, as the first dump after an upgrade does.
   */
  readonly rails?: RailsVersion | null;
  /** Those of the project; Rails' own when not given. They tell the default columns of foreign keys. */
  readonly inflections?: Inflections;
  /** True when the project's Ruby prints `{"a" => 1}`, as since 3.4; the file's own hashes tell more. */
  readonly spacedHashes?: boolean;
  /** True when views stand by name, each after those that it reads, as scenic 1.9 dumps them. */
  readonly viewsByName?: boolean;
  /** True when the project has fx, which dumps functions and triggers even where the file has none yet. */
  readonly dumpsPrograms?: boolean;
}

/**
 * The text of `db/schema.rb` as Rails would dump it once the schema is `after`.
 *
 * What did not change between `file.schema` and `after` keeps its text, byte for byte; what no
 * reader understood stays where it is. Policies, domains and sequences have no form in a Ruby
 * schema file, and functions and triggers only in one that has some already, or in a
 * project with fx.
 */
export function writeSchemaRb(
  file: RubySchemaFile,
  after: Schema,
  options: WriteSchemaRbOptions = {},
): string {
  const rails = options.rails ?? versionOf(file);
  const upgrades = !dumpsAlike(file, rails);
  const isDumped = upgrades || !isDeepStrictEqual(after, file.schema);
  if (!isDumped && options.everythingAnew !== true) return file.text;
  const form = formOf(file, rails, {
    inflections: options.inflections ?? DEFAULT_INFLECTIONS,
    spacedHashes: options.spacedHashes === true,
  });
  const everythingAnew = upgrades || options.everythingAnew === true;
  const given = isDumped ? withDumpersSpacing(piecesOf(file)) : piecesOf(file);
  const pieces = upgrades
    ? withNewFrame(given, after.version, rails)
    : withVersionIn(given, after.version, options.rails ?? null);
  const viewsByName = options.viewsByName === true;
  const dumpsPrograms = options.dumpsPrograms === true;
  const input = {
    pieces,
    before: file.schema,
    after,
    form,
    everythingAnew,
    viewsByName,
    dumpsPrograms,
  };
  return sectionsOf(input)
    .reduce((result, section) => editSection(result, section, form.rails), pieces)
    .map(({ text }) => text)
    .join('');
}

/**
 * Up to Rails 6.1 a blank line follows the one with `define`, which merges by hand can lose. A
 * formatter that writes the version by thousands takes it out after each dump.
 */
function withVersionIn(
  pieces: readonly Piece[],
  version: string | null,
  rails: RailsVersion | null,
): readonly Piece[] {
  const [preamble, ...others] = pieces;
  if (preamble?.kind !== 'preamble') return pieces;
  const text = withVersion(preamble.text, version, rails);
  const lacksBlank =
    text !== preamble.text &&
    rails !== null &&
    !hasNamedVersion(rails) &&
    !/version: \d{1,2}_\d{3}_/.test(text) &&
    others[0]?.kind !== 'blank';
  return [{ ...preamble, text }, ...(lacksBlank ? [BLANK] : []), ...others];
}

/**
 * The lines around the objects as that version dumps them: since Rails 7.0 no blank line follows
 * the one with `define`, and since 7.2 none stands before the last `end`.
 */
function withNewFrame(
  pieces: readonly Piece[],
  version: string | null,
  rails: RailsVersion,
): readonly Piece[] {
  if (!hasNamedVersion(rails)) return withVersionIn(pieces, version, rails);
  const isStray = ({ kind }: Piece, at: number): boolean =>
    kind === 'blank' &&
    (pieces[at - 1]?.kind === 'preamble' ||
      (pieces[at + 1]?.kind === 'end' && railsAtLeast(rails, 7, 2)));
  return pieces
    .filter((piece, at) => !isStray(piece, at))
    .map((piece) =>
      piece.kind === 'preamble' ? newPiece('preamble', newPreamble(version, rails), piece) : piece,
    );
}
