import type { ProjectFiles } from '../../model/schema-file.ts';
import { assignedIn } from './ruby-lines.ts';

const SETTING = /(?:Rails\.application\.)?config\.active_record\.partial_inserts/;
const APPLICATION = 'config/application.rb';

/**
 * `partial_inserts` in production: what is written last holds, the initializers after the environment
 * after the application; else `load_defaults`, which makes it false from 7.0 on.
 *
 * @see {@link https://guides.rubyonrails.org/v8.0/configuring.html#config-active-record-partial-inserts}
 */
export function partialInserts(files: ProjectFiles): boolean | null {
  const paths = [
    ...files
      .list('config/initializers')
      .filter((path) => path.endsWith('.rb'))
      .toReversed(),
    'config/environments/production.rb',
    APPLICATION,
  ];
  for (const path of paths) {
    const value = assignedIn(files.read(path), path, SETTING)?.value;
    if (value === 'true' || value === 'false') return value === 'true';
  }
  const defaults = /^\s*config\.load_defaults[ (]+["']?(\d+)\.\d/m.exec(
    files.read(APPLICATION) ?? '',
  );
  return defaults === null ? null : Number(defaults[1]) < 7;
}
