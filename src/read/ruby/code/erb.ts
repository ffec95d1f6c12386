/**
 * The Ruby of an ERB template, at the places where it stands there: all else is blank, so that lines
 * and columns are those of the template. Comments and escaped tags are blank too.
 */
export function rubyOfErb(template: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const match of template.matchAll(/<%(%|#|==?|-)?([\s\S]*?)(-)?%>/g)) {
    const [whole, sign = '', code = '', dash = ''] = match;
    pieces.push(blank(template.slice(end, match.index)));
    end = match.index + whole.length;
    if (sign === '%' || sign === '#') {
      pieces.push(blank(whole));
      continue;
    }
    const opening = ' '.repeat(2 + sign.length);
    // A comment would take the rest of the line along.
    const ruby = code.replace(/(^|[\s;])#(?!\{).*$/gm, (comment) => blank(comment));
    // Rails makes a method of a template, in which alone `yield` may stand.
    pieces.push(opening, ruby.replace(/\byield\b/g, 'block'), `${' '.repeat(dash.length)} ;`);
  }
  pieces.push(blank(template.slice(end)));
  return pieces.join('');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
