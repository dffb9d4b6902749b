ALTER TABLE "statistics" ADD COLUMN "kind" text DEFAULT 'milestone' NOT NULL;--> statement-breakpoint
ALTER TABLE "statistics" ADD COLUMN "name" text DEFAULT 'closed' NOT NULL;--> statement-breakpoint
ALTER TABLE "statistics" ADD COLUMN "owed_by" text;--> statement-breakpoint
ALTER TABLE "statistics" ADD COLUMN "days" integer;--> statement-breakpoint
ALTER TABLE "statistics" ADD COLUMN "kept" integer;--> statement-breakpoint
CREATE INDEX "statistics_by_quarter" ON "statistics" USING btree ("kind","name","quarter","id");