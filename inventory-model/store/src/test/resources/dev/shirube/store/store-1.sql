-- A store as version 1 of the tables had it: two scans of payroll, one of web that was interrupted.
CREATE TABLE asset (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, identity TEXT NOT NULL, record TEXT NOT NULL);

INSERT INTO "asset" VALUES(1,X'97E1BB83DE38284EDE67FAE38AADED71AEC07D7891566F1552D4482CDEC9785B','algorithm:rsa-key;parameter=2048','algorithm	known	rsa-key	2048	\-	\-	\-	\-');

CREATE TABLE budget (
  department TEXT NOT NULL, fiscal_year INTEGER NOT NULL, yen BIGINT NOT NULL,
  PRIMARY KEY (department, fiscal_year));

CREATE TABLE document (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL, author TEXT NOT NULL,
  PRIMARY KEY (kind, id, version));

INSERT INTO "document" VALUES('roadmap','main',1,X'0102','佐藤');

CREATE TABLE finding (
  id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), fingerprint BLOB NOT NULL,
  content BLOB NOT NULL, asset INTEGER REFERENCES asset (id), record TEXT NOT NULL,
  first_snapshot INTEGER NOT NULL REFERENCES snapshot (number), until_snapshot INTEGER);

INSERT INTO "finding" VALUES(1,1,X'CD52CBF2960C0A93C9BCE2F447B12D256AC823849C92936FE652DDAFA1E8D237',X'D052D9169805D022B50F735D4903BB7400D36B2586D1A0F8408D5F19D6144076',1,'lib/a.jar!/A.class	1	\-	m	java.security.Signature#getInstance	0	SOURCE	MAIN	SIGN	PUBLIC_KEY	CERTAIN	source	1	row	1	SHA256withRSA		LITERAL		0	',1,2);

INSERT INTO "finding" VALUES(2,1,X'0C5498E42B2F3C89328FF804D5EBC829D803773B6D9BC5545BB54830B99B13CD',X'53636A03B43E64CBB2D9D278EED5532D363757DDA92CC78D528836B8F571CA2D',1,'lib/a.jar!/B.class	2	\-	m	java.security.Signature#getInstance	0	SOURCE	MAIN	SIGN	PUBLIC_KEY	CERTAIN	source	1	row	1	SHA256withRSA		LITERAL		0	',1,2);

INSERT INTO "finding" VALUES(3,1,X'CD52CBF2960C0A93C9BCE2F447B12D256AC823849C92936FE652DDAFA1E8D237',X'9681BF455E6B269BACCE965616A91858E35CE54B6D802CABCE586F75525C26BD',1,'lib/a.jar!/A.class	9	\-	m	java.security.Signature#getInstance	0	SOURCE	MAIN	SIGN	PUBLIC_KEY	CERTAIN	source	1	row	1	SHA256withRSA		LITERAL		0	',2,NULL);

CREATE TABLE remark (
  id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), fingerprint BLOB NOT NULL,
  content BLOB NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL,
  first_snapshot INTEGER NOT NULL REFERENCES snapshot (number), until_snapshot INTEGER);

INSERT INTO "remark" VALUES(1,1,X'4D8D51D105BEF890184596EB2FA4820A1714C23BD15B125CC01B5CCB8BBB54AF',X'4D8D51D105BEF890184596EB2FA4820A1714C23BD15B125CC01B5CCB8BBB54AF','diagnostic','LOCKED	lib/a.jar!/k.p12	2	keystore	3',1,2);

INSERT INTO "remark" VALUES(2,1,X'C3A3091B9D32267D0B3175EE14F70A1E0B3D7292D0A0FA45020CED5FB764D620',X'5FECEB66FFC86F38D952786C6D696C79C2DBC239DD4E91B46729D73A27FB57E9','coverage','0',1,NULL);

CREATE TABLE snapshot (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, system TEXT NOT NULL, targets TEXT NOT NULL,
  as_of TEXT NOT NULL, tool_version TEXT NOT NULL, complete INTEGER NOT NULL);

INSERT INTO "snapshot" VALUES(1,'payroll@2026-04-01#1','payroll','1	./payroll','2026-04-01','0.1.0',1);

INSERT INTO "snapshot" VALUES(2,'payroll@2026-10-01#2','payroll','1	./payroll','2026-10-01','0.1.0',1);

INSERT INTO "snapshot" VALUES(3,'web@2026-10-02#3','web','2	t	u','2026-10-02','0.1.0',0);

CREATE TABLE system (id TEXT PRIMARY KEY, record TEXT NOT NULL);

INSERT INTO "system" VALUES('payroll','payroll	payroll				\-				\-				\-				\-				\-				\-					');

CREATE TABLE team (id TEXT PRIMARY KEY, record TEXT NOT NULL);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY, system TEXT NOT NULL, target TEXT NOT NULL, path TEXT NOT NULL,
  UNIQUE (system, target, path));

INSERT INTO "unit" VALUES(1,'payroll','./payroll','lib/a.jar');

CREATE TABLE unit_scan (
  unit INTEGER NOT NULL REFERENCES unit (id), snapshot INTEGER NOT NULL REFERENCES snapshot (number),
  PRIMARY KEY (unit, snapshot)) WITHOUT ROWID;

INSERT INTO "unit_scan" VALUES(1,1);

INSERT INTO "unit_scan" VALUES(1,2);

CREATE TRIGGER snapshot_immutable BEFORE UPDATE ON snapshot WHEN OLD.complete = 1
  BEGIN SELECT RAISE(ABORT, 'a complete snapshot does not change'); END;

CREATE TRIGGER snapshot_kept BEFORE DELETE ON snapshot
  BEGIN SELECT RAISE(ABORT, 'a snapshot is kept'); END;

CREATE INDEX unit_scan_snapshot ON unit_scan (snapshot);

CREATE UNIQUE INDEX finding_present ON finding (unit, fingerprint) WHERE until_snapshot IS NULL;

CREATE INDEX finding_fingerprint ON finding (fingerprint);

CREATE UNIQUE INDEX remark_present ON remark (unit, fingerprint) WHERE until_snapshot IS NULL;

CREATE TRIGGER document_immutable BEFORE UPDATE ON document
  BEGIN SELECT RAISE(ABORT, 'a version of a document does not change'); END;

PRAGMA application_id = 1397248578;

PRAGMA user_version = 1;
