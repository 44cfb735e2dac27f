-- Step 5: who ordered it. An officer who gives an order is named; whoever writes to the desk never is.

ALTER TABLE journal ADD COLUMN by TEXT;
-- Of a ruling that an officer ordered.
ALTER TABLE ruling ADD COLUMN ordered_by TEXT;
