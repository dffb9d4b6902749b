-- The database itself refuses to change history. Acts may be deleted (erasure) but never rewritten.
CREATE FUNCTION history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'history is kept: % cannot be changed', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON "journal" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER procedures_is_kept BEFORE UPDATE OR DELETE ON "procedures" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER acts_is_kept BEFORE UPDATE ON "acts" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON "journal" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER procedures_no_truncate BEFORE TRUNCATE ON "procedures" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
