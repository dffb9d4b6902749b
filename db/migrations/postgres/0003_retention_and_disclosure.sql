CREATE TABLE "disclosures" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"office_id" text NOT NULL,
	"country" text NOT NULL,
	"role" text NOT NULL,
	"how" text NOT NULL,
	"purpose" text NOT NULL,
	"at" text NOT NULL,
	"opened_by" text NOT NULL,
	"shared_with" text
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"why" text NOT NULL,
	"opened_by" text NOT NULL,
	"shared_with" text,
	"counts" text NOT NULL,
	"journal_entries" integer NOT NULL,
	"case_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_parts" (
	"journal_id" text NOT NULL,
	"position" integer NOT NULL,
	"case_id" text NOT NULL,
	"salt" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "journal_parts_key" PRIMARY KEY("journal_id","position")
);
--> statement-breakpoint
CREATE TABLE "statistics" (
	"id" text PRIMARY KEY NOT NULL,
	"requesting_country" text NOT NULL,
	"country_of_return" text NOT NULL,
	"quarter" text NOT NULL,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"exploitation" text NOT NULL,
	"sector" text,
	"route" text NOT NULL,
	"stage" text NOT NULL,
	"reason" text NOT NULL,
	"days_to_reception" integer
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "closed_at" text;--> statement-breakpoint
ALTER TABLE "journal_parts" ADD CONSTRAINT "journal_parts_journal_id_journal_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."journal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disclosures_by_time" ON "disclosures" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "disclosures_by_case" ON "disclosures" USING btree ("case_id","at","id");--> statement-breakpoint
CREATE INDEX "erasures_by_time" ON "erasures" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "erasures_by_hash" ON "erasures" USING btree ("case_hash");--> statement-breakpoint
CREATE INDEX "journal_parts_by_case" ON "journal_parts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_by_closure" ON "cases" USING btree ("closed_at","id") WHERE "cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "cases_unsent" ON "cases" USING btree ("updated_at","id") WHERE "cases"."sent_at" is null;--> statement-breakpoint
-- Cases that were closed before: when, from the act that closed them.
UPDATE "cases" SET "closed_at" = (SELECT "at" FROM "acts" WHERE "acts"."case_id" = "cases"."id" AND "action" = 'closeCase' AND "step" IS NOT NULL ORDER BY "seq" DESC LIMIT 1) WHERE "stage" = 'CLOSED';
--> statement-breakpoint
-- Permanent tables are never changed; what can be erased is deleted, and never rewritten.
CREATE TRIGGER disclosures_is_kept BEFORE UPDATE OR DELETE ON "disclosures" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER disclosures_no_truncate BEFORE TRUNCATE ON "disclosures" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER erasures_is_kept BEFORE UPDATE OR DELETE ON "erasures" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER erasures_no_truncate BEFORE TRUNCATE ON "erasures" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER statistics_is_kept BEFORE UPDATE OR DELETE ON "statistics" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER statistics_no_truncate BEFORE TRUNCATE ON "statistics" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER journal_content_is_kept BEFORE UPDATE ON "journal_content" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER journal_parts_is_kept BEFORE UPDATE ON "journal_parts" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
