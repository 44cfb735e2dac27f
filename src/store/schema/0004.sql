-- Step 4: a request that an officer joined to another, because its note was an answer about that one.

-- The reference of the request that goes on; NULL for every other request. The rulings stay as they are, and `counts` is 0
-- from then on.
ALTER TABLE request ADD COLUMN joined TEXT;
