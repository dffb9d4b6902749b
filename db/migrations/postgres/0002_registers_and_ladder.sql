CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"requesting_country" text NOT NULL,
	"country_of_return" text NOT NULL,
	"step" text NOT NULL,
	"owed_by" text NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"case_id" text NOT NULL,
	"step" text NOT NULL,
	"opened_at" text NOT NULL,
	"level" integer NOT NULL,
	"at" text NOT NULL,
	"office_id" text NOT NULL,
	"country" text NOT NULL,
	"requesting_country" text NOT NULL,
	"country_of_return" text NOT NULL,
	"due_day" text NOT NULL,
	CONSTRAINT "escalations_key" PRIMARY KEY("case_id","step","opened_at","level")
);
--> statement-breakpoint
CREATE TABLE "reckonings" (
	"id" text PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"why" text NOT NULL,
	"due_at" text NOT NULL,
	"cursor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registers" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "registers_key" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "next_at" text;--> statement-breakpoint
CREATE INDEX "escalations_by_country" ON "escalations" USING btree ("country","at","case_id","step");--> statement-breakpoint
CREATE INDEX "queue_by_next" ON "queue" USING btree ("next_at") WHERE "queue"."next_at" is not null;--> statement-breakpoint
CREATE TRIGGER agenda_items_is_kept BEFORE UPDATE OR DELETE ON "agenda_items" FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE TRIGGER agenda_items_no_truncate BEFORE TRUNCATE ON "agenda_items" FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
