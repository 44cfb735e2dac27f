-- Step 2: what rules say of themselves (id, source, sentences for letters) stands once, not in every ruling.

-- The texts of the rules that one ruling asked, as a JSON list in the order of its findings.
CREATE TABLE rule_text (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT    NOT NULL UNIQUE CHECK (length(sha256) = 64),   -- of `body`
    body   TEXT    NOT NULL
) STRICT;

-- With it `ruling.ruling` holds what was found: {"findings": [[answer, effect, reason], …], "deadline": …}; its
-- disposition and the hash of its rule set are columns already. NULL (rows of step 1): the whole ruling.
ALTER TABLE ruling ADD COLUMN rule_text INTEGER REFERENCES rule_text (id);
