-- Step 1: everything from the first message kept to the last letter closed.
--
-- Moments are ISO 8601 text in UTC with milliseconds (2017-08-19T03:59:59.000Z), so that they sort as text.
-- Big values stand in tables of their own, because SQLite rewrites a whole row when one column changes.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One mail by the sum of its bytes.
CREATE TABLE message (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256        TEXT    NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size          INTEGER NOT NULL,            -- the whole message, also where only its headers were kept
    raw_size      INTEGER NOT NULL,            -- the bytes that we hold
    too_large     INTEGER NOT NULL CHECK (too_large IN (0, 1)),
    received      TEXT    NOT NULL,
    received_from TEXT    NOT NULL,
    fetched       TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('kept', 'settled', 'held')),
    settled       TEXT,
    disposition   TEXT,
    office        TEXT,                        -- hash of the desk folder that it was handled by
    sender        TEXT    NOT NULL DEFAULT '', -- From, first address
    subject       TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX message_waiting ON message (received, id) WHERE state = 'kept';

-- Raw bytes up to 64 KiB; larger ones are files raw/ab/<sha256>.
CREATE TABLE raw (
    message INTEGER PRIMARY KEY REFERENCES message (id),
    bytes   BLOB    NOT NULL
) STRICT;

CREATE TABLE mailbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    uidvalidity INTEGER NOT NULL,
    UNIQUE (account, folder, uidvalidity)
) STRICT;

-- Where the mailbox has a message: the identity by which it is never fetched twice.
CREATE TABLE place (
    mailbox INTEGER NOT NULL REFERENCES mailbox (id),
    uid     TEXT    NOT NULL,
    message INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (mailbox, uid)
) STRICT, WITHOUT ROWID;

-- What the worker and the desk made of a message, as JSON.
CREATE TABLE reading (
    message   INTEGER PRIMARY KEY REFERENCES message (id),
    extractor INTEGER NOT NULL,
    extracted TEXT    NOT NULL,
    reading   TEXT    NOT NULL,
    filing    TEXT    NOT NULL,
    withheld  TEXT    NOT NULL                 -- letters that were not written, with code and words
) STRICT;

CREATE TABLE request (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    reference   TEXT    NOT NULL UNIQUE,
    year        INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    message     INTEGER NOT NULL REFERENCES message (id),
    state       TEXT,
    event       TEXT,
    received    TEXT    NOT NULL,
    of_record   INTEGER NOT NULL CHECK (of_record IN (0, 1)),
    counts      INTEGER NOT NULL CHECK (counts IN (0, 1)),     -- whether it may count against others
    disposition TEXT    NOT NULL CHECK (disposition IN ('registered', 'incomplete', 'declined', 'held')),
    rulings     INTEGER NOT NULL               -- the number of the ruling in force
) STRICT;
CREATE INDEX request_message ON request (message);

-- Every judgement, each with what it was judged by; a new one is added, none is changed.
CREATE TABLE ruling (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    request     INTEGER NOT NULL REFERENCES request (id),
    n           INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    cause       INTEGER NOT NULL REFERENCES message (id),  -- the message that led to it
    disposition TEXT    NOT NULL,
    facts       TEXT    NOT NULL,
    ruling      TEXT    NOT NULL,
    rules       TEXT    NOT NULL,
    office      TEXT    NOT NULL,
    program     TEXT    NOT NULL,
    UNIQUE (request, n)
) STRICT;

CREATE TABLE letter (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    message    INTEGER REFERENCES message (id),  -- NULL: a letter to our own staff
    template   TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    message_id TEXT    NOT NULL UNIQUE,
    recipients TEXT    NOT NULL,               -- JSON list of addresses
    subject    TEXT    NOT NULL,
    requests   TEXT    NOT NULL,               -- JSON list of references
    written    TEXT    NOT NULL,
    since      TEXT    NOT NULL,               -- the time of trying counts from here: written or released
    state      TEXT    NOT NULL CHECK (state IN ('due', 'trying', 'sent', 'held', 'refused')),
    held       TEXT,                           -- why it is held, as a code
    attempts   INTEGER NOT NULL DEFAULT 0,
    next       TEXT    NOT NULL
) STRICT;
CREATE INDEX letter_due ON letter (next, id) WHERE state = 'due';
CREATE INDEX letter_trying ON letter (id) WHERE state = 'trying';
CREATE INDEX letter_message ON letter (message);

CREATE TABLE letter_bytes (
    letter INTEGER PRIMARY KEY REFERENCES letter (id),
    bytes  BLOB    NOT NULL
) STRICT;

CREATE TABLE attempt (
    letter INTEGER NOT NULL REFERENCES letter (id),
    n      INTEGER NOT NULL,
    booked TEXT    NOT NULL,
    closed TEXT,
    ending TEXT    CHECK (ending IN ('delivered', 'later', 'never', 'unknown')),
    words  TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (letter, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    message   INTEGER REFERENCES message (id),
    request   INTEGER REFERENCES request (id),
    letter    INTEGER REFERENCES letter (id),
    code      TEXT    NOT NULL,
    words     TEXT    NOT NULL,
    opened    TEXT    NOT NULL,
    closed    TEXT,
    closed_by TEXT
) STRICT;
CREATE INDEX hold_open ON hold (id) WHERE closed IS NULL;
CREATE INDEX hold_message ON hold (message) WHERE message IS NOT NULL;
CREATE INDEX hold_letter ON hold (letter) WHERE letter IS NOT NULL AND closed IS NULL;

-- Orders that officers left from another process, as JSON.
CREATE TABLE officer_order (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    body   TEXT NOT NULL,
    done   TEXT,
    result TEXT                                -- 'carried-out', or why not
) STRICT;
CREATE INDEX order_waiting ON officer_order (id) WHERE done IS NULL;

-- What staff should hear by mail.
CREATE TABLE notice (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    at    TEXT NOT NULL,
    kind  TEXT NOT NULL,
    words TEXT NOT NULL,
    taken TEXT,                                -- handed out to be written
    told  TEXT                                 -- the letter stands in the outbox
) STRICT;
CREATE INDEX notice_waiting ON notice (id) WHERE taken IS NULL;
CREATE INDEX notice_untold ON notice (id) WHERE told IS NULL;
CREATE INDEX notice_taken ON notice (taken) WHERE taken IS NOT NULL;

-- Append-only and for ever: numbers, hashes and codes, never names, addresses, subjects or passport data.
-- No foreign keys: personal data must be deletable without touching it.
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    event   TEXT NOT NULL,
    message INTEGER,
    request INTEGER,
    letter  INTEGER,
    detail  TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
