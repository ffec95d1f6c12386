SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: parcel_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.parcel_state AS ENUM (
    'announced',
    'accepted',
    'delivered',
    'returned'
);


--
-- Name: touch_parcel(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.touch_parcel() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: ar_internal_metadata; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ar_internal_metadata (
    key character varying NOT NULL,
    value character varying,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);


--
-- Name: depots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.depots (
    id bigint NOT NULL,
    code character varying NOT NULL,
    city character varying NOT NULL,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);


--
-- Name: depots_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.depots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: depots_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.depots_id_seq OWNED BY public.depots.id;


--
-- Name: parcels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.parcels (
    id bigint NOT NULL,
    depot_id bigint NOT NULL,
    number character varying NOT NULL,
    recipient character varying NOT NULL,
    state public.parcel_state DEFAULT 'announced'::public.parcel_state NOT NULL,
    weight_grams integer,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL,
    returned_at timestamp(6) without time zone,
    return_reason character varying(40),
    CONSTRAINT returns_have_a_reason CHECK (((returned_at IS NULL) OR (return_reason IS NOT NULL))),
    CONSTRAINT weight_is_positive CHECK ((weight_grams > 0))
);


--
-- Name: TABLE parcels; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.parcels IS 'One row for each parcel that a customer announces';


--
-- Name: open_parcels; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.open_parcels AS
 SELECT parcels.id,
    parcels.number,
    depots.city
   FROM (public.parcels
     JOIN public.depots ON ((depots.id = parcels.depot_id)))
  WHERE (parcels.state <> 'delivered'::public.parcel_state);


--
-- Name: parcels_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.parcels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: parcels_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.parcels_id_seq OWNED BY public.parcels.id;


--
-- Name: return_labels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.return_labels (
    id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    carrier character varying DEFAULT 'post'::character varying NOT NULL,
    price_cents integer NOT NULL,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);


--
-- Name: return_labels_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.return_labels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: return_labels_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.return_labels_id_seq OWNED BY public.return_labels.id;


--
-- Name: returned_parcels; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.returned_parcels AS
 SELECT parcels.number,
    depots.city,
    (parcels.returned_at)::date AS returned_on,
    COALESCE(sum(return_labels.price_cents), (0)::bigint) AS cost_cents
   FROM ((public.parcels
     JOIN public.depots ON ((depots.id = parcels.depot_id)))
     LEFT JOIN public.return_labels ON ((return_labels.parcel_id = parcels.id)))
  WHERE (parcels.returned_at IS NOT NULL)
  GROUP BY parcels.number, parcels.returned_at, depots.city;


--
-- Name: scans; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scans (
    id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    scanned_at timestamp(6) without time zone NOT NULL,
    place character varying NOT NULL
)
PARTITION BY RANGE (scanned_at);


--
-- Name: scans_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.scans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: scans_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.scans_id_seq OWNED BY public.scans.id;


--
-- Name: scans_2026; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scans_2026 (
    id bigint DEFAULT nextval('public.scans_id_seq'::regclass) NOT NULL,
    parcel_id bigint NOT NULL,
    scanned_at timestamp(6) without time zone NOT NULL,
    place character varying NOT NULL
);


--
-- Name: scans_2027; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scans_2027 (
    id bigint DEFAULT nextval('public.scans_id_seq'::regclass) NOT NULL,
    parcel_id bigint NOT NULL,
    scanned_at timestamp(6) without time zone NOT NULL,
    place character varying NOT NULL
);


--
-- Name: TABLE scans_2027; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.scans_2027 IS 'Scans of 2027';


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


--
-- Name: scans_2026; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scans ATTACH PARTITION public.scans_2026 FOR VALUES FROM ('2026-01-01 00:00:00') TO ('2027-01-01 00:00:00');


--
-- Name: scans_2027; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scans ATTACH PARTITION public.scans_2027 FOR VALUES FROM ('2027-01-01 00:00:00') TO ('2028-01-01 00:00:00');


--
-- Name: depots id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.depots ALTER COLUMN id SET DEFAULT nextval('public.depots_id_seq'::regclass);


--
-- Name: parcels id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parcels ALTER COLUMN id SET DEFAULT nextval('public.parcels_id_seq'::regclass);


--
-- Name: return_labels id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.return_labels ALTER COLUMN id SET DEFAULT nextval('public.return_labels_id_seq'::regclass);


--
-- Name: scans id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scans ALTER COLUMN id SET DEFAULT nextval('public.scans_id_seq'::regclass);


--
-- Name: ar_internal_metadata ar_internal_metadata_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ar_internal_metadata
    ADD CONSTRAINT ar_internal_metadata_pkey PRIMARY KEY (key);


--
-- Name: depots depots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.depots
    ADD CONSTRAINT depots_pkey PRIMARY KEY (id);


--
-- Name: parcels parcels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parcels
    ADD CONSTRAINT parcels_pkey PRIMARY KEY (id);


--
-- Name: return_labels return_labels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.return_labels
    ADD CONSTRAINT return_labels_pkey PRIMARY KEY (id);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: index_depots_on_code; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX index_depots_on_code ON public.depots USING btree (code);


--
-- Name: index_parcels_on_depot_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_parcels_on_depot_id ON public.parcels USING btree (depot_id);


--
-- Name: index_parcels_on_lower_number; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX index_parcels_on_lower_number ON public.parcels USING btree (lower((number)::text));


--
-- Name: index_parcels_on_recipient; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_parcels_on_recipient ON public.parcels USING gin (recipient public.gin_trgm_ops);


--
-- Name: index_return_labels_on_parcel_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_return_labels_on_parcel_id ON public.return_labels USING btree (parcel_id);


--
-- Name: index_scans_on_parcel_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX index_scans_on_parcel_id ON ONLY public.scans USING btree (parcel_id);


--
-- Name: scans_2026_parcel_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scans_2026_parcel_id_idx ON public.scans_2026 USING btree (parcel_id);


--
-- Name: scans_2027_parcel_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX scans_2027_parcel_id_idx ON public.scans_2027 USING btree (parcel_id);


--
-- Name: scans_2026_parcel_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.index_scans_on_parcel_id ATTACH PARTITION public.scans_2026_parcel_id_idx;


--
-- Name: scans_2027_parcel_id_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.index_scans_on_parcel_id ATTACH PARTITION public.scans_2027_parcel_id_idx;


--
-- Name: parcels touch_parcels; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER touch_parcels BEFORE UPDATE ON public.parcels FOR EACH ROW EXECUTE FUNCTION public.touch_parcel();


--
-- Name: parcels fk_rails_0f1f5a0c2e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parcels
    ADD CONSTRAINT fk_rails_0f1f5a0c2e FOREIGN KEY (depot_id) REFERENCES public.depots(id);


--
-- Name: return_labels fk_rails_dbe0ce4094; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.return_labels
    ADD CONSTRAINT fk_rails_dbe0ce4094 FOREIGN KEY (parcel_id) REFERENCES public.parcels(id);


--
-- PostgreSQL database dump complete
--

SET search_path TO "$user", public;

INSERT INTO "schema_migrations" (version) VALUES
('20260302093000'),
('20260302091500'),
('20260302090000'),
('20251120143000'),
('20250110080000');

