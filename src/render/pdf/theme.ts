import type { Mark } from '../../report/types.ts';

/** Colours as `#rrggbb`. Text on its ground has a contrast of 4.5:1 or more. */
export const COLOR = {
  ink: '#1b2430',
  muted: '#566171',
  accent: '#1d4568',
  link: '#17568c',
  rule: '#c6ced8',
  strongRule: '#7d8a9a',
  ground: '#f3f5f8',
  headGround: '#e6ebf1',
  paper: '#ffffff',
} as const;

/** Text sizes in points. */
export const SIZE = {
  title: 25,
  subtitle: 12.5,
  heading: { 1: 16.5, 2: 12.5, 3: 10.5 },
  subheading: 9.8,
  body: 9.2,
  table: 8,
  code: 7.8,
  caption: 8,
  running: 7.4,
} as const;

/** Height of a line as a multiple of its text size. */
export const LEADING = 1.42;

/** Mono letters look bigger than text letters of the same size. */
export const MONO_SCALE = 0.93;

/** White space in points. */
export const SPACE = {
  block: 9,
  paragraph: 6,
  heading: { 1: 20, 2: 18, 3: 13 },
  belowHeading: 6,
  listIndent: 15,
} as const;

interface MarkLook {
  /** Of the bar at the left and the symbol; dark enough to print black. */
  readonly bar: string;
  /** Behind the row. */
  readonly tint: string;
}

/** How marked things look beside their symbol, which says the same without colour. */
export const MARK_LOOK: { readonly [M in Mark]: MarkLook } = {
  none: { bar: COLOR.strongRule, tint: COLOR.paper },
  added: { bar: '#1c6b3c', tint: '#edf7f0' },
  removed: { bar: '#9c2323', tint: '#fcefee' },
  altered: { bar: '#85560a', tint: '#fdf6e6' },
  renamed: { bar: '#285a9c', tint: '#eef4fc' },
  unknown: { bar: '#653a8c', tint: '#f6f0fb' },
};

/** A callout's bar and ground, by its tone. */
export const TONE_LOOK = {
  info: { bar: '#285a9c', ground: '#f0f5fb', word: 'Note' },
  warning: { bar: '#85560a', ground: '#fdf6e6', word: 'Warning' },
  danger: { bar: '#9c2323', ground: '#fcefee', word: 'Danger' },
} as const;
