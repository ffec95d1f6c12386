-- migrate:up
CREATE TABLE rooms (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  seats integer NOT NULL CHECK (seats > 0)
);

CREATE TABLE members (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  full_name text NOT NULL,
  joined_on date NOT NULL DEFAULT CURRENT_DATE
);

CREATE UNIQUE INDEX members_lower_email_idx ON members (lower(email));

-- migrate:down
DROP TABLE members;
DROP TABLE rooms;
