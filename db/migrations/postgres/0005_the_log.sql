CREATE TABLE "checkpoints" (
	"size" integer NOT NULL,
	"root" text NOT NULL,
	"at" text NOT NULL,
	"key" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "checkpoints_key" PRIMARY KEY("size")
);
--> statement-breakpoint
CREATE TABLE "cosignatures" (
	"size" integer NOT NULL,
	"country" text NOT NULL,
	"key" text NOT NULL,
	"line" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "cosignatures_key" PRIMARY KEY("size","country")
);
--> statement-breakpoint
CREATE TABLE "log_lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" text NOT NULL,
	"size" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"position" integer NOT NULL,
	"journal_id" text NOT NULL,
	"hashes" text NOT NULL,
	CONSTRAINT "log_leaves_key" PRIMARY KEY("position")
);
--> statement-breakpoint
CREATE TABLE "log_pending" (
	"arrival" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log_pending_arrival_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"journal_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cosignatures" ADD CONSTRAINT "cosignatures_size_checkpoints_size_fk" FOREIGN KEY ("size") REFERENCES "public"."checkpoints"("size") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaves_by_entry" ON "log_leaves" USING btree ("journal_id");
--> statement-breakpoint
-- Every entry waits for its place in the log, whoever writes it.
CREATE FUNCTION journal_waits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log_pending (journal_id) VALUES (NEW.id); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER journal_waits AFTER INSERT ON "journal" FOR EACH ROW EXECUTE FUNCTION journal_waits();
--> statement-breakpoint
-- Those that were there before. After the trigger: it locks the journal, so that none is written in between and forgotten.
INSERT INTO "log_pending" ("journal_id") SELECT "id" FROM "journal" WHERE NOT EXISTS (SELECT 1 FROM "log_pending" WHERE "journal_id" = "journal"."id") ORDER BY "at", "id";
--> statement-breakpoint
CREATE TRIGGER log_leaves_is_kept BEFORE UPDATE OR DELETE ON "log_leaves" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER log_leaves_no_truncate BEFORE TRUNCATE ON "log_leaves" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER checkpoints_is_kept BEFORE UPDATE OR DELETE ON "checkpoints" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON "checkpoints" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER cosignatures_is_kept BEFORE UPDATE OR DELETE ON "cosignatures" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER cosignatures_no_truncate BEFORE TRUNCATE ON "cosignatures" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
