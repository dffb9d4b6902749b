CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"person_id" text NOT NULL,
	"office_id" text NOT NULL,
	"country" text,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"created_at" text NOT NULL,
	"revoked_at" text,
	"demo" integer NOT NULL,
	CONSTRAINT "accounts_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"step" text,
	"reopens" text NOT NULL,
	"result" text,
	"record" text NOT NULL,
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"office_id" text NOT NULL,
	"country" text NOT NULL,
	"role" text NOT NULL,
	"at" text NOT NULL,
	"handover_id" text,
	"journal_id" text NOT NULL,
	CONSTRAINT "acts_key" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"requesting_country" text NOT NULL,
	"country_of_return" text NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"child" integer NOT NULL,
	"author_office_id" text NOT NULL,
	"procedure_id" text NOT NULL,
	"procedure_version" integer NOT NULL,
	"procedure_hash" text NOT NULL,
	"sent_at" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "cases_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "handover_cases" (
	"handover_id" text NOT NULL,
	"case_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "handover_cases_key" PRIMARY KEY("handover_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"requesting_country" text NOT NULL,
	"country_of_return" text NOT NULL,
	"crossing_id" text NOT NULL,
	"at" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"journal_id" text NOT NULL,
	"leaf" text NOT NULL,
	"at" text NOT NULL,
	"noun_type" text NOT NULL,
	"noun_id" text NOT NULL,
	CONSTRAINT "idempotency_key" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"leaf" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_content" (
	"id" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" text NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"office_id" text NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "parts_key" PRIMARY KEY("office_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"content" text NOT NULL,
	"added_at" text NOT NULL,
	CONSTRAINT "procedures_key" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "queue" (
	"office_id" text NOT NULL,
	"due_day" text NOT NULL,
	"case_id" text NOT NULL,
	"step" text NOT NULL,
	"roles" text NOT NULL,
	"owes" integer NOT NULL,
	"amber_at" text,
	"due_at" text,
	"opened_at" text NOT NULL,
	CONSTRAINT "queue_key" PRIMARY KEY("office_id","due_day","case_id","step")
);
--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_content" ADD CONSTRAINT "journal_content_id_journal_id_fk" FOREIGN KEY ("id") REFERENCES "public"."journal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_by_corridor" ON "cases" USING btree ("requesting_country","country_of_return","stage","id");--> statement-breakpoint
CREATE INDEX "handover_cases_by_case" ON "handover_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "idempotency_by_time" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "keys_by_account" ON "keys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "parts_by_case" ON "parts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "queue_by_case" ON "queue" USING btree ("case_id");