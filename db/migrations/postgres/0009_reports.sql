CREATE TABLE "releases" (
	"number" integer NOT NULL,
	"report_id" text NOT NULL,
	"content" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "releases_key" PRIMARY KEY("number")
);
--> statement-breakpoint
CREATE TABLE "report_contents" (
	"report_id" text NOT NULL,
	"what" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "report_contents_key" PRIMARY KEY("report_id","what")
);
--> statement-breakpoint
CREATE TABLE "report_files" (
	"id" text PRIMARY KEY NOT NULL,
	"bytes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"report_id" text NOT NULL,
	"office_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"stage" text NOT NULL,
	"percent" integer NOT NULL,
	"held_until" text,
	"asked_at" text NOT NULL
);
