import { PageOrientation } from 'docx';
import type { ReportSection } from '../../report/types.ts';

export type Orientation = ReportSection['orientation'];

/** A4, in twentieths of a point. */
const SHORT_EDGE = 11_906;
const LONG_EDGE = 16_838;
const MARGIN = 1_134;

/** Width of the text on a page, in twentieths of a point. */
export const TEXT_WIDTH: { readonly [O in Orientation]: number } = {
  portrait: SHORT_EDGE - 2 * MARGIN,
  landscape: LONG_EDGE - 2 * MARGIN,
};

/** Page set-up of a section. docx swaps the edges itself when the page lies on its side. */
export function pageOf(orientation: Orientation) {
  return {
    size: {
      width: SHORT_EDGE,
      height: LONG_EDGE,
      orientation:
        orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: 1_300, bottom: 1_134, left: MARGIN, right: MARGIN, header: 560, footer: 480 },
  };
}
