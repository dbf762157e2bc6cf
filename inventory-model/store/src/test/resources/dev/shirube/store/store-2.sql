-- What version 2 of the tables had more, and a part of the interrupted scan.
CREATE TABLE part (
  id INTEGER PRIMARY KEY, snapshot INTEGER NOT NULL REFERENCES snapshot (number), unit TEXT NOT NULL,
  bytes BLOB NOT NULL);

CREATE INDEX part_unit ON part (snapshot, unit);

INSERT INTO "part" VALUES(1,3,'t',X'0102');

PRAGMA user_version = 2;
