/** What of an extension a column or index can be made of. */
export interface ExtensionObjects {
  /** Types by name, arrays aside. */
  readonly types: readonly string[];
  /** Names of functions that defaults call. */
  readonly functions: readonly string[];
  /** Operator classes that indexes name. */
  readonly operatorClasses: readonly string[];
}

const objects = (given: Partial<ExtensionObjects>): ExtensionObjects => ({
  types: [],
  functions: [],
  operatorClasses: [],
  ...given,
});

/**
 * Objects of the extensions that Rails projects use, of those kinds on which tables depend.
 * `gen_random_uuid()` is PostgreSQL's own since version 13, so that pgcrypto does not list it.
 *
 * @see {@link https://www.postgresql.org/docs/18/contrib.html | Additional supplied modules}
 */
export const EXTENSION_OBJECTS: { readonly [extension: string]: ExtensionObjects } = {
  citext: objects({ types: ['citext'] }),
  cube: objects({ types: ['cube'] }),
  hstore: objects({ types: ['hstore'] }),
  intarray: objects({ operatorClasses: ['gin__int_ops', 'gist__int_ops', 'gist__intbig_ops'] }),
  isn: objects({
    types: ['ean13', 'isbn', 'isbn13', 'ismn', 'ismn13', 'issn', 'issn13', 'upc'],
  }),
  ltree: objects({ types: ['ltree', 'lquery', 'ltxtquery'] }),
  pg_trgm: objects({ operatorClasses: ['gin_trgm_ops', 'gist_trgm_ops'] }),
  pgcrypto: objects({ functions: ['crypt', 'digest', 'gen_random_bytes', 'gen_salt', 'hmac'] }),
  postgis: objects({ types: ['box2d', 'box3d', 'geography', 'geometry'] }),
  postgis_raster: objects({ types: ['raster'] }),
  seg: objects({ types: ['seg'] }),
  'uuid-ossp': objects({
    functions: ['uuid_generate_v1', 'uuid_generate_v1mc', 'uuid_generate_v4', 'uuid_nil'],
  }),
  vector: objects({
    types: ['halfvec', 'sparsevec', 'vector'],
    operatorClasses: ['vector_cosine_ops', 'vector_ip_ops', 'vector_l2_ops'],
  }),
};
