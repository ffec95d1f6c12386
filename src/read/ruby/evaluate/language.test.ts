import { expect, test } from 'vitest';
import { migrated } from '../../../testing/migrate.ts';

/** Columns that code adds to users, one for each text that it gives. */
async function texts(code: string): Promise<readonly string[]> {
  const { columns, reasons } = await migrated(
    `values = begin\n${code}\nend\n[values].flatten.each { |value| add_column :users, value.to_s, :string }`,
  );
  expect(reasons).toEqual([]);
  return columns('users').slice(4);
}

test.each([
  ['%w[a b].map.with_index(1) { |x, i| "#{x}#{i}" }', ['a1', 'b2']],
  ['{ a: 1, b: 2 }.map { |k, v| "#{k}#{v}" }', ['a1', 'b2']],
  ['%w[a b].each_with_object([]) { |x, list| list << x + x }', ['aa', 'bb']],
  ['%w[a b].zip(%w[c d]).map(&:join)', ['ac', 'bd']],
  ['%w[a b].product(%w[c d], %w[e]).map(&:join)', ['ace', 'ade', 'bce', 'bde']],
  ['%w[a bb c].group_by(&:size).values.map(&:join)', ['ac', 'bb']],
  ['[3, 1, 2].sort { |a, b| b <=> a }.map { |n| "n#{n}" }', ['n3', 'n2', 'n1']],
  ['[1, 2, 3].inject(:+).then { |n| "sum#{n}" }', ['sum6']],
  ['%w[a b c].partition { |x| x == "b" }.map(&:join)', ['b', 'ac']],
  ['%w[a b c].each_cons(2).map(&:join)', ['ab', 'bc']],
  ['1.step(7, 3).map { |n| "n#{n}" }', ['n1', 'n4', 'n7']],
  ['1.upto(2).map { |n| "n#{n}" }', ['n1', 'n2']],
  ['list = %w[a b c]; list.reject! { |x| x == "b" }; list', ['a', 'c']],
  ['list = %w[a b c]; list.delete_if { |x| x == "b" }; list', ['a', 'c']],
  ['h = { a: 1 }; h.delete(:a); h[:b] = 2; h.keys', ['b']],
  ['h = Hash.new; h[:x] ||= []; h[:x] << "y"; h[:x]', ['y']],
  ['%w[x y][..0] + %w[x y][1..]', ['x', 'y']],
])('lists and hashes: %s', async (code, expected) => {
  expect(await texts(code)).toEqual(expected);
});

test.each([
  ['format("%05d_%-3s|", 42, "a")', '00042_a  |'],
  ['"%{a}_%<b>02d" % { a: "x", b: 3 }', 'x_03'],
  ['"a-b c".gsub(/[- ]/, "-" => "_", " " => "__")', 'a_b__c'],
  ['"a1b2".gsub(/\\d/) { |digit| (digit.to_i + 1).to_s }', 'a2b3'],
  ['"CamelCase".gsub(/([a-z])([A-Z])/, \'\\1_\\2\').downcase', 'camel_case'],
  ['"abc".tr("a-b", "x")', 'xxc'],
  ['text = +"a"; text << "b" << "c"; text', 'abc'],
  ['text = "  a  b "; text.squish!; text', 'a b'],
  ['"a,".chomp(",")', 'a'],
  ['"one\ntwo".lines.map(&:chomp).last', 'two'],
  ['"User".constantize.table_name', 'users'],
  ['2**64', '18446744073709551616'],
  ['"%.2f" % 1', '1.00'],
])('texts: %s', async (code, expected) => {
  expect(await texts(code)).toEqual([expected]);
});

test.each([
  ['case { kind: :a, names: %w[x y] }\nin { kind: :a, names: [first, *] } then first\nend', 'x'],
  ['case 5 when 1..3 then "low" when Integer then "int" end', 'int'],
  ['case "b" when *%w[a b] then "listed" else "other" end', 'listed'],
  ['case 7\nin Integer => n if n > 5 then "big#{n}"\nend', 'big7'],
  ['x = nil; x ||= "set"; x &&= x + "!"; x', 'set!'],
  ['begin; raise "no"; rescue => e; "rescued"; ensure; 1; end', 'rescued'],
  ['Integer("x") rescue "fallback"', 'fallback'],
  ['s = Struct.new(:a, :b) { def both = "#{a}#{b}" }; s.new("p", "q").both', 'pq'],
  [
    'add = ->(a, b = "d", *rest, k: "k", **) { a + b + k + rest.join }; add.("a", "b", "c")',
    'abkc',
  ],
  ['i = 0; i += 1 while i < 4; "i#{i}"', 'i4'],
  ['r = []; for a in %w[x y] do r << a; end; r.join', 'xy'],
  ['catch(:done) { "caught" }', 'caught'],
  ['ActiveRecord.version >= Gem::Version.new("7.0") ? "new" : "old"', 'new'],
  ['Rails::VERSION::MAJOR > 6 ? "new" : "old"', 'new'],
])('code: %s', async (code, expected) => {
  expect(await texts(code)).toEqual([expected]);
});

test('a text that is put together under an open condition is not taken for either', async () => {
  const { reasons } = await migrated(
    'sql = +"ALTER TABLE users ADD COLUMN x int"\nsql << " DEFAULT 1" if User.exists?\nexecute sql',
  );
  expect(reasons).toHaveLength(1);
});

test('a list that grows under an open condition holds something that is not known', async () => {
  const { columns, reasons } = await migrated(
    'names = [:a]\nUser.find_each { |user| names << :b }\nnames.each { |name| add_column :users, name, :string }',
  );
  expect(columns('users').slice(4)).toEqual(['a']);
  expect(reasons).toHaveLength(1);
});

test('a variable that is set for rows only is not known afterwards', async () => {
  const { operations } = await migrated(
    'found = false\nUser.where(age: 1).each { found = true }\nadd_column :users, :a, :string if found',
  );
  expect(operations).toMatchObject([{ kind: 'opaque', condition: 'found' }]);
});

test('a return under an open condition in a block leaves the rest of the method open', async () => {
  const { operations } = await migrated(
    '%w[a].each { |x| return if User.none? }\nadd_column :users, :a, :string',
  );
  expect(operations).toMatchObject([{ kind: 'opaque', condition: 'not (User.none?)' }]);
});

test('a loop that data ends is followed once, and what comes behind it is certain', async () => {
  const { operations } = await migrated(
    'loop do\n  rows = execute("UPDATE users SET age = 1 WHERE id IN (SELECT 1)")\n  break if rows.count.zero?\nend\nadd_column :users, :a, :string',
  );
  expect(operations.map(({ kind, condition }) => [kind, condition])).toEqual([
    ['changeRows', null],
    ['addColumn', null],
  ]);
});

test('what fails is rescued, with what stands in rescue', async () => {
  const { columns, reasons } = await migrated(
    'begin\n  remove_column :users, :missing\nrescue StandardError\n  add_column :users, :rescued, :string\nend',
  );
  expect(columns('users').slice(4)).toEqual(['rescued']);
  expect(reasons).toEqual([]);
});

test('methods of all kinds of arguments, blocks and sends are called', async () => {
  const { columns, reasons } = await migrated(`
    def change
      add(:users, :a, type: :string) { |name| "#{name}_x" }
      send(:add_column, :users, :b, :string)
      %i[c d].each(&method(:plain))
      with_options(null: true) { |t| t.add_column :users, :e, :integer }
    end

    define_method(:plain) { |name| add_column :users, name, :string }

    def add(table, *names, type:, **options, &block)
      names.each { |name| add_column table, block.call(name), type, **options }
    end`);
  expect(reasons).toEqual([]);
  expect(columns('users').slice(4)).toEqual(['a_x', 'b', 'c', 'd', 'e']);
});
