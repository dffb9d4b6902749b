CREATE TABLE `work_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`place` integer,
	`case_id` text NOT NULL,
	`roles` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_changes_by_place` ON `work_changes` (`office_id`,`place`);--> statement-breakpoint
CREATE TABLE `work_places` (
	`office_id` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
