-- SPDX-License-Identifier: GPL-3.0-or-later
-- Shared cases, format 2. A record of an arrangement may name the moves alone (core/dossier/arrangement.h), which a client
-- of format 1 cannot read: it is told so, and only reads until it is updated. And articles are found as one types.

-- Articles of a case in which each of the parts begins a word, or several that follow one another; the best first.
CREATE FUNCTION countercheck.search_beginnings(of_case uuid, parts text[], most integer DEFAULT 100)
RETURNS TABLE (article text, rank real) LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    part text;
    one tsquery;
    asked tsquery;
BEGIN
    FOREACH part IN ARRAY parts LOOP
        one := to_tsquery('simple', '''' || replace(replace(part, '\', '\\'), '''', '''''') || ''':*');
        CONTINUE WHEN numnode(one) = 0; -- nothing in it is a word
        asked := CASE WHEN asked IS NULL THEN one ELSE asked && one END;
    END LOOP;
    IF asked IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT w.article, ts_rank_cd(w.words, asked) AS best FROM countercheck.article_words AS w
                  WHERE w.case_id = of_case AND w.words @@ asked ORDER BY best DESC, w.article LIMIT most;
END
$$;
REVOKE ALL ON FUNCTION countercheck.search_beginnings(uuid, text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION countercheck.search_beginnings(uuid, text[], integer) TO countercheck_viewer;

INSERT INTO countercheck.format (version, writes_from, note)
VALUES (2, 2, 'arrangements that name moves; search by beginnings of words');
