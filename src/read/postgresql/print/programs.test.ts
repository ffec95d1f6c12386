import { beforeAll, expect, test } from 'vitest';
import { loadPostgresqlParser } from '../parse.ts';
import { printedFunction, printedTrigger } from './programs.ts';

beforeAll(loadPostgresqlParser);

// The printed forms are PostgreSQL 15.18's own.
test.each([
  [
    'create function stamp() returns trigger as $$\nBEGIN\n  RETURN NEW;\nEND;\n$$ language plpgsql;',
    'CREATE OR REPLACE FUNCTION public.stamp()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$\nBEGIN\n  RETURN NEW;\nEND;\n$function$',
  ],
  [
    "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE SQL STABLE STRICT SECURITY DEFINER PARALLEL SAFE AS 'SELECT 1';",
    'CREATE OR REPLACE FUNCTION public.one()\n RETURNS integer\n LANGUAGE sql\n STABLE PARALLEL SAFE STRICT SECURITY DEFINER\nAS $function$SELECT 1$function$',
  ],
  [
    `create function "Two"() returns boolean immutable language 'sql' as $f$ select true $f$`,
    'CREATE OR REPLACE FUNCTION public."Two"()\n RETURNS boolean\n LANGUAGE sql\n IMMUTABLE\nAS $function$ select true $function$',
  ],
  ['create function f(a int) returns int language sql as $$select a$$', null],
  ['create function three() returns void cost 5 language plpgsql as $$begin end$$', null],
  ['create function other.f() returns void language plpgsql as $$begin end$$', null],
])('%s', (sql, printed) => {
  expect(printedFunction(sql)).toBe(printed);
});

test.each([
  [
    'create trigger stamp before update of name, "Odd" or insert on users for each row execute procedure stamp();',
    'CREATE TRIGGER stamp BEFORE INSERT OR UPDATE OF name, "Odd" ON public.users FOR EACH ROW EXECUTE FUNCTION stamp()',
  ],
  [
    'create trigger after_all after delete on public.users execute function stamp();',
    'CREATE TRIGGER after_all AFTER DELETE ON public.users FOR EACH STATEMENT EXECUTE FUNCTION stamp()',
  ],
  [
    'create trigger w before insert on users for each row when (NEW.a > 1) execute function s()',
    null,
  ],
])('%s', (sql, printed) => {
  expect(printedTrigger(sql)).toBe(printed);
});
