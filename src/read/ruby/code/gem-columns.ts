/**
 * Columns that a declaration of a model uses without naming them: of Rails itself, of Devise and of
 * other gems whose names of columns are fixed.
 *
 * @see {@link https://github.com/heartcombo/devise/tree/v4.9.4/lib/devise/models | required_fields of Devise's modules}
 */
export const COLUMNS_OF_DECLARATIONS: {
  readonly [method: string]: (names: readonly string[]) => readonly string[];
} = {
  has_secure_password: (names) => [`${names[0] ?? 'password'}_digest`],
  has_secure_token: (names) => [names[0] ?? 'token'],
  acts_as_paranoid: () => ['deleted_at'],
  acts_as_list: () => ['position'],
  has_closure_tree: () => ['parent_id'],
  acts_as_tree: () => ['parent_id'],
  has_ancestry: () => ['ancestry'],
  devise: (names) => names.flatMap((name) => DEVISE[name] ?? []),
};

const DEVISE: { readonly [module: string]: readonly string[] } = {
  database_authenticatable: ['encrypted_password'],
  recoverable: ['reset_password_token', 'reset_password_sent_at'],
  rememberable: ['remember_created_at', 'remember_token'],
  trackable: [
    ...['sign_in_count', 'current_sign_in_at', 'last_sign_in_at'],
    ...['current_sign_in_ip', 'last_sign_in_ip'],
  ],
  confirmable: ['confirmation_token', 'confirmed_at', 'confirmation_sent_at', 'unconfirmed_email'],
  lockable: ['failed_attempts', 'unlock_token', 'locked_at'],
  omniauthable: ['provider', 'uid'],
  timeoutable: [],
  validatable: [],
};
