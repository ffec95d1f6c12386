import { expect, test } from 'vitest';
import { pluralize, singularize } from '../../dialect/rails/inflections.ts';
import { readInflections } from './inflections.ts';

const FILE = `# Be sure to restart your server when you modify this file.
ActiveSupport::Inflector.inflections(:en) do |inflect|
  inflect.irregular 'criterion', 'criteria'
  inflect.irregular "money", "monies"
  inflect.singular(/(dri)ves$/i, '\\1ve')
  inflect.plural /^(mou)se$/i, '\\1ses'
  inflect.uncountable %w[feedback staff], "data"
  inflect.acronym "API"
end
`;

const project = (text: string | null) => ({
  read: (path: string) => (path === 'config/initializers/inflections.rb' ? text : null),
  list: () => [],
});

test.each([
  ['evaluation_criterion', 'evaluation_criteria'],
  ['money', 'monies'],
  ['diaper_drive', 'diaper_drives'],
  ['feedback', 'feedback'],
  ['data', 'data'],
  ['order_item', 'order_items'],
])('a project makes the plural of %s %s', async (singular, plural) => {
  const inflections = await readInflections(project(FILE));
  expect(pluralize(singular, inflections)).toBe(plural);
  expect(singularize(plural, inflections)).toBe(singular);
});

test('a rule holds only the way it is written', async () => {
  const inflections = await readInflections(project(FILE));
  expect(pluralize('mouse', inflections)).toBe('mouses');
  expect(singularize('mice', inflections)).toBe('mouse');
});

test('without a file the rules are those of Rails', async () => {
  const inflections = await readInflections(project(null));
  expect(singularize('evaluation_criteria', inflections)).toBe('evaluation_criterium');
  expect(singularize('diaper_drives', inflections)).toBe('diaper_drife');
});
