-- SPDX-License-Identifier: GPL-3.0-or-later
-- Shared cases, format 1. Run in one transaction by somebody who may create schemas and roles (the database's owner with
-- CREATEROLE, or postgres). What people decided stands in countercheck.record, which is only ever added to: rights and
-- triggers see to that, whatever a client says. Times are as the makers' clocks had them; position and seal are the
-- server's own.

CREATE SCHEMA countercheck;
COMMENT ON SCHEMA countercheck IS 'Shared cases of Countercheck';

-- Roles: each contains the one before. A person's login is granted one of them.
DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['viewer', 'checker', 'editor', 'head'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'countercheck_' || one) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', 'countercheck_' || one);
        END IF;
    END LOOP;
END
$$;
GRANT countercheck_viewer TO countercheck_checker;
GRANT countercheck_checker TO countercheck_editor;
GRANT countercheck_editor TO countercheck_head;

-- Which format this is, and the oldest that a client may know and still write.
CREATE TABLE countercheck.format (
    version integer PRIMARY KEY,
    writes_from integer NOT NULL,
    note text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

-- Who somebody who logs in is, as the records have it. Without a line here, a login is a person of that name.
CREATE TABLE countercheck.person (
    login name PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ '\S' AND octet_length(name) <= 200)
);

CREATE TABLE countercheck.shared_case (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL UNIQUE CHECK (name ~ '\S' AND octet_length(name) <= 200),
    made_by name NOT NULL DEFAULT session_user,
    made_at timestamptz NOT NULL DEFAULT now(),
    records bigint NOT NULL DEFAULT 0, -- how many there are: positions run from 1 without a gap
    seal text NOT NULL DEFAULT ''      -- of the newest
);

-- Captures, decoded texts and exhibits, once each, by the SHA-256 of their bytes.
CREATE TABLE countercheck.material (
    sha256 text PRIMARY KEY,
    bytes bytea NOT NULL,
    kept_by name NOT NULL DEFAULT session_user,
    kept_at timestamptz NOT NULL DEFAULT now(),
    CHECK (sha256 = encode(sha256(bytes), 'hex'))
);
ALTER TABLE countercheck.material ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The log. number, at, maker (by), edit, before, after, previous_hash and hash are the record as it was made; previous, knows
-- and target say what its maker knew. A desk is one copy of the case: each record that it sends names the one it sent
-- before. A seal covers all up to its record, so that two who agree on one agree on all before.
CREATE TABLE countercheck.record (
    case_id uuid NOT NULL REFERENCES countercheck.shared_case,
    position bigint NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    at text NOT NULL,
    maker text NOT NULL,
    edit text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    previous text NOT NULL,
    knows text[] NOT NULL,
    target text NOT NULL,
    desk text NOT NULL CHECK (desk ~ '^[0-9a-f]{32}$'),
    desk_previous text NOT NULL,
    sent_by name NOT NULL,
    received_at timestamptz NOT NULL,
    seal text NOT NULL,
    PRIMARY KEY (case_id, position),
    UNIQUE (case_id, hash)
);
CREATE INDEX record_of_desk ON countercheck.record (case_id, desk, position DESC);

-- The words of articles for searching; follows from the records.
CREATE TABLE countercheck.article_words (
    case_id uuid NOT NULL REFERENCES countercheck.shared_case,
    article text NOT NULL,
    text_sha256 text NOT NULL REFERENCES countercheck.material,
    words tsvector NOT NULL,
    PRIMARY KEY (case_id, article)
);
CREATE INDEX article_words_index ON countercheck.article_words USING gin (words);

-- A field of the canonical form that is hashed: "3:abc,".
CREATE FUNCTION countercheck.field(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN octet_length(coalesce(field, ''))::text || ':' || coalesce(field, '') || ',';

-- Is the one who is connected at least that?
CREATE FUNCTION countercheck.is_at_least(role text) RETURNS boolean LANGUAGE sql STABLE
    RETURN pg_catalog.pg_has_role(session_user, ('countercheck_' || role)::name, 'MEMBER');

-- The name of the one who is connected, as records have it.
CREATE FUNCTION countercheck.my_name() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    RETURN coalesce((SELECT name FROM countercheck.person WHERE login = session_user), session_user::text);

CREATE FUNCTION countercheck.my_role() RETURNS text LANGUAGE sql STABLE
    RETURN CASE WHEN countercheck.is_at_least('head') THEN 'head' WHEN countercheck.is_at_least('editor') THEN 'editor'
                WHEN countercheck.is_at_least('checker') THEN 'checker'
                WHEN countercheck.is_at_least('viewer') THEN 'viewer' ELSE '' END;

-- Everything that a record must be before it is kept. What refuses it has an error code of its own:
--   YC001 it does not follow from what its desk sent last      YC002 the person may not do that
--   YC003 it is not what its hash says, or cannot be read      YC004 the client is too old to write
--   YC005 it was made by somebody else                         YC006 its material is not here yet
--   YC007 there is no such case                                YC008 only added to
CREATE FUNCTION countercheck.keep_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
    the_case countercheck.shared_case;
    slots json;
    sent text;
    sender name;
    mine text := countercheck.my_name();
    article json;
    item record;
BEGIN
    IF coalesce(nullif(current_setting('countercheck.client', true), '')::integer, 0)
       < (SELECT max(writes_from) FROM countercheck.format) THEN
        RAISE EXCEPTION 'this Countercheck is too old to change shared cases on this server: update it'
            USING ERRCODE = 'YC004';
    END IF;
    -- One at a time per case: positions follow the order in which records are kept, without a gap.
    SELECT * INTO the_case FROM countercheck.shared_case WHERE id = NEW.case_id FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such case on this server' USING ERRCODE = 'YC007';
    END IF;
    IF EXISTS (SELECT FROM countercheck.record WHERE case_id = NEW.case_id AND hash = NEW.hash) THEN
        RETURN NULL; -- sent again: it is here once
    END IF;

    IF NEW.hash IS DISTINCT FROM encode(sha256(convert_to(
           countercheck.field('countercheck-record-1') || countercheck.field(NEW.number::text) ||
           countercheck.field(NEW.at) || countercheck.field(NEW.maker) || countercheck.field(NEW.edit) ||
           countercheck.field(NEW.before) || countercheck.field(NEW.after) ||
           countercheck.field(NEW.previous_hash), 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'the record’s hash is not that of what it says' USING ERRCODE = 'YC003';
    END IF;
    IF NEW.edit !~ '^[a-z][a-z-]{1,40}$' OR NEW.edit = 'merge' OR NEW.maker !~ '\S'
       OR NEW.at !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$'
       OR NEW.at > to_char(now() AT TIME ZONE 'UTC' + interval '1 year', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') THEN
        RAISE EXCEPTION 'the record’s kind, name or time is none (its clock: %)', NEW.at USING ERRCODE = 'YC003';
    END IF;
    BEGIN
        slots := NEW.after::json;
        IF json_typeof(slots) <> 'object' OR json_typeof(NEW.before::json) <> 'object'
           OR (SELECT count(*) <> count(DISTINCT key) FROM json_object_keys(slots) AS key) THEN
            RAISE EXCEPTION 'no object';
        END IF;
    EXCEPTION WHEN OTHERS THEN
        RAISE EXCEPTION 'what the record changes cannot be read' USING ERRCODE = 'YC003';
    END;

    -- Whatever the client says: its connection's role decides.
    IF NOT countercheck.is_at_least('checker') THEN
        RAISE EXCEPTION '% is viewer on this server: only a checker, editor or head of desk can change a case', mine
            USING ERRCODE = 'YC002';
    END IF;
    IF NEW.maker <> mine AND NOT countercheck.is_at_least('head') THEN
        RAISE EXCEPTION 'made by %, sent by %: only a head of desk can bring in what others made elsewhere', NEW.maker, mine
            USING ERRCODE = 'YC005';
    END IF;
    IF NOT countercheck.is_at_least('editor')
       AND (NEW.edit IN ('sign-off', 'revoke', 'send-back')
            OR EXISTS (SELECT FROM json_object_keys(slots) AS key WHERE key IN ('signOff', 'takenBack'))) THEN
        RAISE EXCEPTION '% is checker on this server: only an editor or head of desk can sign off, send back or take a sign-off back', mine
            USING ERRCODE = 'YC002';
    END IF;
    IF slots -> 'person' IS NOT NULL AND NOT countercheck.is_at_least('head')
       AND ((slots -> 'person' ->> 'name') IS DISTINCT FROM mine
            OR NOT coalesce((slots -> 'person' ->> 'role') IN ('viewer', 'checker', 'editor', 'head')
                            AND countercheck.is_at_least(slots -> 'person' ->> 'role'), false)) THEN
        RAISE EXCEPTION 'only a head of desk can say who others are, and nobody gives themselves a role that the server does not give them'
            USING ERRCODE = 'YC002';
    END IF;

    -- Each desk's records follow one another; what a record builds on is here.
    SELECT hash, sent_by INTO sent, sender FROM countercheck.record WHERE case_id = NEW.case_id AND desk = NEW.desk
     ORDER BY position DESC LIMIT 1;
    IF coalesce(sent, '') <> NEW.desk_previous OR sender <> session_user THEN
        RAISE EXCEPTION 'the record does not follow from the one that this desk sent last' USING ERRCODE = 'YC001';
    END IF;
    IF NEW.previous <> '' AND NOT EXISTS (SELECT FROM countercheck.record
                                           WHERE case_id = NEW.case_id AND hash = NEW.previous) THEN
        RAISE EXCEPTION 'the record before it is not here' USING ERRCODE = 'YC001';
    END IF;
    article := slots -> 'article';
    IF json_typeof(article) = 'object' AND (article ->> 'present') = 'true'
       AND NOT (EXISTS (SELECT FROM countercheck.material WHERE sha256 = article ->> 'id')
                AND EXISTS (SELECT FROM countercheck.material WHERE sha256 = article ->> 'textSha256')) THEN
        RAISE EXCEPTION 'the article’s bytes are not here' USING ERRCODE = 'YC006';
    END IF;
    IF json_typeof(slots -> 'evidence') = 'object' THEN
        FOR item IN SELECT value FROM json_each(slots -> 'evidence') LOOP
            IF json_typeof(item.value) = 'object' AND coalesce(item.value ->> 'sha256', '') <> ''
               AND NOT EXISTS (SELECT FROM countercheck.material WHERE sha256 = item.value ->> 'sha256') THEN
                RAISE EXCEPTION 'the exhibit’s bytes are not here' USING ERRCODE = 'YC006';
            END IF;
        END LOOP;
    END IF;

    NEW.position := the_case.records + 1;
    NEW.sent_by := session_user;
    NEW.received_at := clock_timestamp();
    NEW.seal := encode(sha256(convert_to(
        countercheck.field('countercheck-seal-1') || countercheck.field(the_case.seal) || countercheck.field(NEW.hash) ||
        countercheck.field(NEW.desk) || countercheck.field(NEW.desk_previous) ||
        countercheck.field(NEW.sent_by::text), 'UTF8')), 'hex');
    UPDATE countercheck.shared_case SET records = NEW.position, seal = NEW.seal WHERE id = NEW.case_id;
    IF json_typeof(article) = 'object' AND (article ->> 'present') = 'true' THEN
        PERFORM countercheck.take_words(NEW.case_id, article ->> 'id', article ->> 'textSha256', article ->> 'language');
    END IF;
    PERFORM pg_notify('countercheck', NEW.case_id::text);
    RETURN NEW;
END
$$;

-- Puts an article's words into the index. One that is no UTF-8 or too long for it is left out: it is searched at the desks.
CREATE FUNCTION countercheck.take_words(of_case uuid, id text, text_hash text, language text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    configuration regconfig := CASE left(lower(coalesce(language, '')), 2)
        WHEN 'en' THEN 'english' WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'es' THEN 'spanish'
        ELSE 'simple' END::regconfig;
BEGIN
    INSERT INTO countercheck.article_words (case_id, article, text_sha256, words)
    SELECT of_case, id, text_hash,
           to_tsvector(configuration, convert_from(bytes, 'UTF8')) || to_tsvector('simple', convert_from(bytes, 'UTF8'))
      FROM countercheck.material WHERE sha256 = text_hash
    ON CONFLICT (case_id, article) DO NOTHING;
EXCEPTION WHEN OTHERS THEN
    RETURN;
END
$$;

-- Only added to, by everybody, the owner included.
CREATE FUNCTION countercheck.only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'countercheck.% is only added to: nothing in it is changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'YC008';
END
$$;

-- A case grows by a record at a time, and keeps its name.
CREATE FUNCTION countercheck.only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.name, NEW.made_by, NEW.made_at) IS DISTINCT FROM (OLD.id, OLD.name, OLD.made_by, OLD.made_at)
       OR NEW.records <> OLD.records + 1 OR pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'a shared case only grows, by its records' USING ERRCODE = 'YC008';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER keep BEFORE INSERT ON countercheck.record FOR EACH ROW EXECUTE FUNCTION countercheck.keep_record();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON countercheck.record
    EXECUTE FUNCTION countercheck.only_added_to();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON countercheck.material
    EXECUTE FUNCTION countercheck.only_added_to();
CREATE TRIGGER only_added_to BEFORE DELETE OR TRUNCATE ON countercheck.shared_case
    EXECUTE FUNCTION countercheck.only_added_to();
CREATE TRIGGER only_grows BEFORE UPDATE ON countercheck.shared_case FOR EACH ROW
    EXECUTE FUNCTION countercheck.only_grows();

-- Makes a case; an editor or head of desk can. With an id: one that this server had before a back-up was restored.
CREATE FUNCTION countercheck.make_case(case_name text, case_id uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    made uuid;
BEGIN
    IF NOT countercheck.is_at_least('editor') THEN
        RAISE EXCEPTION '% is % on this server: only an editor or head of desk can make a shared case',
            countercheck.my_name(), coalesce(nullif(countercheck.my_role(), ''), 'nobody') USING ERRCODE = 'YC002';
    END IF;
    INSERT INTO countercheck.shared_case (id, name) VALUES (coalesce(case_id, gen_random_uuid()), case_name)
    RETURNING id INTO made;
    RETURN made;
END
$$;

-- Articles of a case that a web-search-like query finds, the best first.
CREATE FUNCTION countercheck.search(of_case uuid, query text, most integer DEFAULT 100)
RETURNS TABLE (article text, rank real, words text) LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    WITH found AS (
        SELECT w.article, w.text_sha256, ts_rank_cd(w.words, q) AS rank, q
          FROM countercheck.article_words AS w,
               LATERAL (SELECT websearch_to_tsquery('simple', query) || websearch_to_tsquery('english', query) ||
                               websearch_to_tsquery('french', query) AS q) AS asked
         WHERE w.case_id = of_case AND w.words @@ q
         ORDER BY rank DESC, w.article LIMIT most)
    SELECT f.article, f.rank, ts_headline('simple', convert_from(m.bytes, 'UTF8'), f.q,
                                          'MaxFragments=2, MaxWords=18, MinWords=8, StartSel=«, StopSel=»')
      FROM found AS f JOIN countercheck.material AS m ON m.sha256 = f.text_sha256
     ORDER BY f.rank DESC, f.article
$$;

REVOKE ALL ON SCHEMA countercheck FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countercheck FROM PUBLIC;
GRANT USAGE ON SCHEMA countercheck TO countercheck_viewer;
GRANT SELECT ON ALL TABLES IN SCHEMA countercheck TO countercheck_viewer;
GRANT EXECUTE ON FUNCTION countercheck.field(text), countercheck.is_at_least(text), countercheck.my_name(),
    countercheck.my_role(), countercheck.search(uuid, text, integer) TO countercheck_viewer;
GRANT INSERT ON countercheck.material TO countercheck_checker;
GRANT INSERT (case_id, number, at, maker, edit, before, after, previous_hash, hash, previous, knows, target, desk,
              desk_previous) ON countercheck.record TO countercheck_checker;
GRANT EXECUTE ON FUNCTION countercheck.make_case(text, uuid) TO countercheck_editor;

INSERT INTO countercheck.format (version, writes_from, note)
VALUES (1, 1, 'records, material, words; roles viewer, checker, editor, head');
