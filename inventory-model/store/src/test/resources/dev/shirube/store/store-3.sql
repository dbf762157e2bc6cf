-- What version 3 of the tables had more: what findings are counted by.
ALTER TABLE snapshot ADD COLUMN catalogue_digest TEXT NOT NULL DEFAULT '';

ALTER TABLE snapshot ADD COLUMN registry_digest TEXT NOT NULL DEFAULT '';

ALTER TABLE snapshot ADD COLUMN configuration TEXT NOT NULL DEFAULT '';

ALTER TABLE snapshot ADD COLUMN scope TEXT NOT NULL DEFAULT '';

CREATE TABLE trait (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE);

ALTER TABLE finding ADD COLUMN trait INTEGER REFERENCES trait (id);

INSERT INTO "trait" VALUES(1,'SIGN	PUBLIC_KEY	CERTAIN	SOURCE	MAIN	UNKNOWN	UNKNOWN	source');

UPDATE finding SET trait = 1 WHERE id = 1;

UPDATE finding SET trait = 1 WHERE id = 2;

UPDATE finding SET trait = 1 WHERE id = 3;

DROP INDEX finding_fingerprint;

CREATE INDEX finding_count ON finding (unit, asset, trait) WHERE until_snapshot IS NULL;

CREATE INDEX finding_first ON finding (first_snapshot);

CREATE INDEX finding_until ON finding (until_snapshot) WHERE until_snapshot IS NOT NULL;

CREATE INDEX remark_first ON remark (first_snapshot);

CREATE INDEX remark_until ON remark (until_snapshot) WHERE until_snapshot IS NOT NULL;

PRAGMA user_version = 3;
