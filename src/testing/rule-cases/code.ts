import type { RowModel } from '../../model/operation.ts';
import { NO_PROJECT_FACTS, type ProjectFacts } from '../../model/project-facts.ts';

/** An application of ten files that were looked into, and its settings. */
export function looked(rest: Partial<ProjectFacts> = {}): ProjectFacts {
  return { ...NO_PROJECT_FACTS, filesRead: 10, settingsRead: true, ...rest };
}

/** A model of the application with a callback and a validation. */
export const userModel: RowModel = {
  name: 'User',
  method: 'update!',
  definedIn: 'application',
  path: 'app/models/user.rb',
  hooks: ['after_commit :greet', 'validates :email, presence: true', 'before_destroy :keep'],
  connection: null,
};

/** Ruby that goes through all users. */
export const eachUser = {
  language: 'ruby',
  text: 'User.find_each { |user| user.update!(age: 1) }',
} as const;

/** SQL that leaves the schema as it is. */
export const sql = (text: string) => ({ kind: 'runSql', text, purpose: 'does something' }) as const;
