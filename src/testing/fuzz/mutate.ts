import { Draw } from '../differential/draw.ts';

/**
 * A broken file: one of the samples, cut, spliced, shuffled, nested or strewn with what confuses
 * readers. The same numbers give the same file.
 */
export function brokenFile(numbers: readonly number[], samples: readonly string[]): string {
  const draw = new Draw(numbers);
  let text = draw.maybeOf(samples) ?? '';
  const rounds = 1 + draw.below(3);
  for (let round = 0; round < rounds; round += 1) {
    text = draw.of(BREAKS)(draw, text, samples).slice(0, MOST_CHARACTERS);
  }
  return text;
}

/** A file that is broken is as large as the real ones of a small project, and no larger. */
const MOST_CHARACTERS = 60_000;

type Break = (draw: Draw, text: string, samples: readonly string[]) => string;

const BREAKS: readonly [Break, ...Break[]] = [
  (draw, text) => text.slice(0, place(draw, text)),
  (draw, text) => text.slice(place(draw, text)),
  removed,
  doubled,
  spliced,
  shuffledLines,
  shuffledStatements,
  (draw, text) => inserted(draw, text, draw.of(TOKENS)),
  (draw, text) => inserted(draw, text, draw.of(TOKENS).repeat(1 + draw.below(50))),
  nested,
  replacedWord,
  (draw, text) => inserted(draw, text, noise(draw)),
  (draw) => noise(draw).repeat(1 + draw.below(20)),
  (draw, text) => (draw.once(2) ? text.replaceAll('\n', '\r\n') : text.replaceAll('\n', ' ')),
  (_draw, text) => text.replaceAll(/[^\p{ASCII}\n]|[a-z](?=_)/gu, 'ü'),
];

/** What opens, closes, quotes, comments or ends something in one of the languages. */
const TOKENS: readonly [string, ...string[]] = [
  ...([
    '(',
    ')',
    "'",
    '"',
    '`',
    '$$',
    '$x$',
    '/*',
    '*/',
    '/*!50001 ',
    '--',
    '#',
    '\\',
    ';',
  ] as const),
  ...['\0', '\uFEFF', '\uD800', '{', '}', '[', ']', '|', '=begin\n', '\n=end\n', '\n__END__\n'],
  ...['DELIMITER ;;\n', '\\restrict x\n', '\\.\n', 'COPY t FROM stdin;\n', "E'\\", 'N', '%', ':x'],
  ...[
    '-- migrate:up\n',
    '-- migrate:down\n',
    '-- +goose StatementBegin\n',
    '<<~SQL\n',
    '#{',
    ' do |t|\n',
    'end\n',
  ],
  ...[
    '99999999999999999999',
    '1e999',
    '0x',
    'NULL',
    'DEFAULT',
    'CASCADE',
    '::',
    '..',
    '.',
    ',',
    '@@',
  ],
];

function place(draw: Draw, text: string): number {
  return draw.below(text.length + 1);
}

/** Start and end of a stretch, mostly a short one. */
function stretch(draw: Draw, text: string): readonly [number, number] {
  const start = place(draw, text);
  return [start, Math.min(text.length, start + draw.below(draw.once(4) ? text.length + 1 : 40))];
}

function removed(draw: Draw, text: string): string {
  const [start, end] = stretch(draw, text);
  return text.slice(0, start) + text.slice(end);
}

function doubled(draw: Draw, text: string): string {
  const [start, end] = stretch(draw, text);
  const piece = text.slice(start, end);
  return inserted(draw, text, piece.repeat(1 + draw.below(3)));
}

function inserted(draw: Draw, text: string, piece: string): string {
  const at = place(draw, text);
  return text.slice(0, at) + piece + text.slice(at);
}

function spliced(draw: Draw, text: string, samples: readonly string[]): string {
  const other = draw.maybeOf(samples) ?? '';
  const [start, end] = stretch(draw, other);
  return inserted(draw, text, other.slice(start, end));
}

function shuffledLines(draw: Draw, text: string): string {
  return shuffled(draw, text.split('\n')).join('\n');
}

function shuffledStatements(draw: Draw, text: string): string {
  return shuffled(draw, text.split(/(?<=;)/)).join('');
}

function shuffled(draw: Draw, parts: readonly string[]): readonly string[] {
  const rest = [...parts];
  const moves = Math.min(rest.length, 12);
  for (let move = 0; move < moves; move += 1) {
    const [part = ''] = rest.splice(draw.below(rest.length), 1);
    rest.splice(draw.below(rest.length + 1), 0, part);
  }
  return rest;
}

/** Brackets, blocks and operators, as deep as no author writes them. */
function nested(draw: Draw, text: string): string {
  const depth = draw.of([20, 200, 2000, 10_000]);
  const [open, close] = draw.of([
    ['(', ')'],
    ['[', ']'],
    ['SELECT (', ')'],
    ['CASE WHEN true THEN ', ' END'],
    ['-', ''],
    ['NOT ', ''],
    ['if true\n', '\nend'],
    ['{', '}'],
    ['/*', '*/'],
    ['a + ', ''],
    ['[[1', ']]'],
    ['->(x) { ', ' }'],
    ['CHECK (', ')'],
  ]);
  const inside = draw.once(2) ? open.repeat(depth) : `${open.repeat(depth)}1${close.repeat(depth)}`;
  return inserted(draw, text, inside);
}

/** One word takes the place of another, everywhere. */
function replacedWord(draw: Draw, text: string): string {
  const words = text.match(/\w+/g) ?? [];
  const [from, to] = [draw.maybeOf(words), draw.maybeOf(words)];
  return from === null || to === null ? text : text.replaceAll(from, to);
}

function noise(draw: Draw): string {
  const length = 1 + draw.below(30);
  const codes = Array.from({ length }, () => draw.below(draw.once(4) ? 0x3000 : 0x80));
  return String.fromCharCode(...codes);
}
