CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`requesting_country` text NOT NULL,
	`country_of_return` text NOT NULL,
	`step` text NOT NULL,
	`owed_by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `escalations` (
	`case_id` text NOT NULL,
	`step` text NOT NULL,
	`opened_at` text NOT NULL,
	`level` integer NOT NULL,
	`at` text NOT NULL,
	`office_id` text NOT NULL,
	`country` text NOT NULL,
	`requesting_country` text NOT NULL,
	`country_of_return` text NOT NULL,
	`due_day` text NOT NULL,
	PRIMARY KEY(`case_id`, `step`, `opened_at`, `level`)
);
--> statement-breakpoint
CREATE INDEX `escalations_by_country` ON `escalations` (`country`,`at`,`case_id`,`step`);--> statement-breakpoint
CREATE TABLE `reckonings` (
	`id` text PRIMARY KEY NOT NULL,
	`country` text NOT NULL,
	`why` text NOT NULL,
	`due_at` text NOT NULL,
	`cursor` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registers` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
ALTER TABLE `queue` ADD `next_at` text;--> statement-breakpoint
CREATE INDEX `queue_by_next` ON `queue` (`next_at`) WHERE "queue"."next_at" is not null;--> statement-breakpoint
CREATE TRIGGER agenda_items_no_update BEFORE UPDATE ON agenda_items BEGIN SELECT RAISE(ABORT, 'history is kept: agenda_items cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER agenda_items_no_delete BEFORE DELETE ON agenda_items BEGIN SELECT RAISE(ABORT, 'history is kept: agenda_items cannot be changed'); END;
