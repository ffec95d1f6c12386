/**
 * Text that can stand in a Markdown table cell, heading or list item and mean itself: pipes,
 * backticks, emphasis, brackets and HTML are escaped, line ends become `<br>`.
 *
 * A zero-width space keeps GitHub from taking `@name` for a person and `#12` for an issue.
 */
export function cell(text: string): string {
  return (
    html(text.trim())
      .replace(/[\\`*[\]|~]/g, '\\$&')
      // An underscore inside a word is no emphasis on GitHub.
      .replace(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\_')
      .replace(/(?<![\p{L}\p{N}])@(?=\p{L})/gu, '@&#8203;')
      .replace(/(?<![\p{L}\p{N}&])#(?=\d)/gu, '#&#8203;')
      .replace(/\r?\n/g, '<br>')
  );
}

/** Text that can stand in HTML, such as a `<summary>`, where Markdown's escapes would show. */
export function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A fence of backticks longer than any run of them in the text, and at least three. */
export function fence(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  return '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
}
