-- Step 3: the desk folders that rulings were made by, kept once for ever, and which was in force when.

-- Texts of desk folders by the sum of their bytes: an edit of one file adds one row.
CREATE TABLE kept_text (
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    text   TEXT NOT NULL
) STRICT;

-- A whole folder: its manifest names each part and its sum, and its hash is the sum of the manifest.
CREATE TABLE kept_office (
    hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    manifest TEXT NOT NULL
) STRICT;

-- The time zones of these folders, as the system's tz database had them then (JSON).
CREATE TABLE kept_zone (
    name    TEXT NOT NULL,
    version TEXT NOT NULL,
    body    TEXT NOT NULL,
    UNIQUE (name, version)
) STRICT;

-- Which folder came into force, when, and by whose order.
CREATE TABLE in_force (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    office TEXT NOT NULL REFERENCES kept_office (hash),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

-- The other requests of the same State for the same event that a ruling took into account.
CREATE TABLE ruling_rival (
    request INTEGER NOT NULL REFERENCES request (id),
    n       INTEGER NOT NULL,
    rival   TEXT    NOT NULL,               -- its reference
    PRIMARY KEY (request, n, rival)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER kept_text_no_update BEFORE UPDATE ON kept_text
BEGIN SELECT RAISE(ABORT, 'what a ruling was made by is kept as it was'); END;
CREATE TRIGGER kept_office_no_update BEFORE UPDATE ON kept_office
BEGIN SELECT RAISE(ABORT, 'what a ruling was made by is kept as it was'); END;
CREATE TRIGGER kept_text_no_delete BEFORE DELETE ON kept_text
BEGIN SELECT RAISE(ABORT, 'what a ruling was made by is kept for ever'); END;
CREATE TRIGGER kept_office_no_delete BEFORE DELETE ON kept_office
BEGIN SELECT RAISE(ABORT, 'what a ruling was made by is kept for ever'); END;
CREATE TRIGGER in_force_no_update BEFORE UPDATE ON in_force
BEGIN SELECT RAISE(ABORT, 'the record of what was in force is append-only'); END;
CREATE TRIGGER in_force_no_delete BEFORE DELETE ON in_force
BEGIN SELECT RAISE(ABORT, 'the record of what was in force is append-only'); END;
