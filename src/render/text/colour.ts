import type { Mark } from '../../report/types.ts';

/** What text can look like on a terminal, besides plain. */
type Look = Mark | 'danger' | 'warning' | 'info' | 'strong' | 'muted';

/** ANSI codes (SGR): the foreground's eight colours, which every terminal theme defines. */
const CODES: { readonly [L in Look]: string } = {
  none: '',
  added: '32',
  removed: '31',
  altered: '33',
  renamed: '36',
  unknown: '35',
  danger: '1;31',
  warning: '33',
  info: '36',
  strong: '1',
  muted: '2',
};

/** Paints text, or gives it back as it is without colour. */
export type Paint = (look: Look, text: string) => string;

export function painter(colour: boolean): Paint {
  return (look, text) => {
    const code = CODES[look];
    return colour && code !== '' && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
  };
}

/** A unified diff, line by line in the colours that `git diff` gives. */
export function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => paint(diffLook(line), line))
    .join('\n');
}

function diffLook(line: string): Look {
  if (/^(?:---|\+\+\+) [ab]\//.test(line)) return 'strong';
  if (line.startsWith('+')) return 'added';
  if (line.startsWith('-')) return 'removed';
  return line.startsWith('@@') ? 'renamed' : 'none';
}
