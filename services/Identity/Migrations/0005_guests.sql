-- Guests who bought stay; others go when their sessions are long over.
ALTER TABLE account ADD is_buyer boolean NOT NULL DEFAULT false;
CREATE INDEX account_guests ON account (created_at) WHERE role = 'guest' AND NOT is_buyer;
-- A guest that goes is looked for here.
CREATE INDEX account_merged ON account (merged_into) WHERE merged_into IS NOT NULL;
