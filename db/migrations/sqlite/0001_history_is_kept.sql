-- The database itself refuses to change history. Acts may be deleted (erasure) but never rewritten.
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'history is kept: journal cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'history is kept: journal cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER procedures_no_update BEFORE UPDATE ON procedures BEGIN SELECT RAISE(ABORT, 'history is kept: procedures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER procedures_no_delete BEFORE DELETE ON procedures BEGIN SELECT RAISE(ABORT, 'history is kept: procedures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'history is kept: acts cannot be changed'); END;
