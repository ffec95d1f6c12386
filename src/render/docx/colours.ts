import type { Mark, ReportBlock } from '../../report/types.ts';

type Tone = Extract<ReportBlock, { kind: 'callout' }>['tone'];

/** Text and rules. Each text colour has at least 4.5:1 on white and on the fills below (WCAG 2.2, 1.4.3). */
export const INK = {
  heading: '1F3347',
  quiet: '595959',
  link: '1F4E79',
  rule: 'BFC7CF',
  headerFill: 'E9EDF1',
  codeFill: 'F4F5F7',
} as const;

/** Colours of a mark: its word, and the tint of a row that carries it. */
export const MARK_COLOURS: {
  readonly [M in Mark]: { readonly text: string; readonly fill: string | null };
} = {
  none: { text: '000000', fill: null },
  added: { text: '1E6B34', fill: 'EFF7F1' },
  removed: { text: 'A02020', fill: 'FBF0F0' },
  altered: { text: '7A4E00', fill: 'FDF6E7' },
  renamed: { text: '1F4E79', fill: 'EEF3F9' },
  unknown: { text: '5B3A86', fill: 'F4F0F8' },
};

/** Colours of a callout: its edge and its fill. The tone is also said in a word. */
export const TONES: {
  readonly [T in Tone]: { readonly word: string; readonly edge: string; readonly fill: string };
} = {
  info: { word: 'Note', edge: '1F4E79', fill: 'EEF3F9' },
  warning: { word: 'Warning', edge: 'B26A00', fill: 'FDF6E7' },
  danger: { word: 'Danger', edge: 'A02020', fill: 'FBF0F0' },
};
