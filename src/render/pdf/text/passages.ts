import type { CellContent, FormField, Inline } from '../../../report/types.ts';
import { COLOR, LEADING, MONO_SCALE } from '../theme.ts';
import type { Face } from './fonts.ts';
import type { Passage, Run } from './lines.ts';

/** How plain text looks where inline content stands. */
export interface Ground {
  readonly size: number;
  readonly color: string;
  /** True where plain text is bold, as in a table's header. */
  readonly strong: boolean;
  /** Links to other anchors are set as plain text: nothing is there to go to. */
  readonly anchors: ReadonlySet<string>;
}

/** Content as passages: text runs on, a field to fill in starts a line of its own. */
export function passagesOf(content: readonly CellContent[], ground: Ground): readonly Passage[] {
  const passages: Passage[] = [];
  let runs: Run[] = [];
  const closeText = () => {
    if (runs.length > 0) passages.push({ kind: 'text', runs });
    runs = [];
  };
  for (const item of content) {
    if (item.kind === 'text') {
      runs.push(runOf(item, ground));
    } else {
      closeText();
      passages.push(...fieldPassages(item, ground));
    }
  }
  closeText();
  return passages;
}

const FACES: { readonly [S in Inline['style']]: Face } = {
  plain: 'text',
  strong: 'strong',
  code: 'mono',
  muted: 'text',
};

const STRONG_FACES: { readonly [S in Inline['style']]: Face } = {
  plain: 'strong',
  strong: 'strong',
  code: 'monoStrong',
  muted: 'text',
};

export function runOf(inline: Inline, ground: Ground): Run {
  const link = usableLink(inline.link, ground.anchors);
  return {
    text: inline.text,
    face: (ground.strong ? STRONG_FACES : FACES)[inline.style],
    size: inline.style === 'code' ? ground.size * MONO_SCALE : ground.size,
    color: colorOf(inline, link, ground),
    link,
  };
}

function colorOf(inline: Inline, link: string | null, ground: Ground): string {
  if (link !== null) return COLOR.link;
  return inline.style === 'muted' ? COLOR.muted : ground.color;
}

function usableLink(link: string | null, anchors: ReadonlySet<string>): string | null {
  if (link === null) return null;
  return !link.startsWith('#') || anchors.has(link.slice(1)) ? link : null;
}

const FIELDS: {
  readonly [C in FormField['control']]: (field: FormField, ground: Ground) => readonly Passage[];
} = {
  text: labelledLine,
  date: labelledLine,
  choice(field, ground) {
    if (field.choices.length === 0) return labelledLine(field, ground);
    const prompt = plain(field.prompt, ground.size * 0.9, COLOR.muted);
    const ticks = field.choices.map((choice) => tickText(choice, field.value === choice));
    const lines = ticks.every((text) => text.length <= SHORT_TICK) ? [ticks.join('  ')] : ticks;
    return [prompt, ...lines.map((line) => plain(line, ground.size, ground.color))];
  },
  checkbox(field, ground) {
    const ticked = field.value !== null && field.value !== 'no';
    return [plain(tickText(field.prompt, ticked), ground.size, ground.color)];
  },
};

function fieldPassages(field: FormField, ground: Ground): readonly Passage[] {
  return FIELDS[field.control](field, ground);
}

/** The value when somebody has said it; else what is asked, over a line to write on. */
function labelledLine(field: FormField, ground: Ground): readonly Passage[] {
  if (field.value !== null) return [plain(field.value, ground.size, ground.color)];
  const prompt = field.control === 'date' ? `${field.prompt} (YYYY-MM-DD)` : field.prompt;
  return [
    plain(prompt, ground.size * 0.9, COLOR.muted),
    {
      kind: 'blank',
      label: `${field.prompt}: blank, to be filled in`,
      height: ground.size * LEADING * 1.25,
    },
  ];
}

/** Length of choices that stand beside each other, such as scores from 1 to 5. */
const SHORT_TICK = 5;

/** A box to tick; the box and the first word stay together. */
function tickText(label: string, ticked: boolean): string {
  return `${ticked ? '☑' : '☐'}\u00A0${label}`;
}

function plain(text: string, size: number, color: string): Passage {
  return { kind: 'text', runs: [{ text, face: 'text', size, color, link: null }] };
}
