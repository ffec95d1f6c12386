import type { Cursor } from './cursor.ts';
import { globalHead, type Head } from './head.ts';

/** GRANT and REVOKE: all that are about one object make one entry. */
export function grantHead(cursor: Cursor): Head {
  if (!cursor.seek('ON'))
    return globalHead(
      'ACL',
      cursor.until(() => false),
    );
  const text = cursor.until((depth, word) => depth === 0 && (word === 'TO' || word === 'FROM'));
  const about = aboutOf(text);
  const [kind = '', ...rest] = about.split(' ');
  const name = rest.join(' ');
  const namespace = /^(?:SCHEMA|LANGUAGE|DATABASE)$/.test(kind) ? null : namespaceOf(name);
  const bare = name.replace(/^[^.(]+\./, '');
  return { ...globalHead('ACL', bare), key: `ACL:${about}`, namespace, tag: `${kind} ${bare}` };
}

/** The object with its kind; a name without one is a table's. */
function aboutOf(text: string): string {
  const spelt = text
    .replace(/ \. /g, '.')
    .replace(/ ?\( ?/g, '(')
    .replace(/ \)/g, ')')
    .replace(/ ,/g, ',');
  const match =
    /^(table|sequence|function|procedure|schema|type|language|database|foreign data wrapper|foreign server|large object|domain) (.*)$/s.exec(
      spelt,
    );
  return match ? `${match[1]?.toUpperCase()} ${match[2]}` : `TABLE ${spelt}`;
}

function namespaceOf(name: string): string {
  return /^([^.(]+)\./.exec(name)?.[1] ?? 'public';
}
