CREATE TABLE `aggregate_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`country` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`office_id` text NOT NULL,
	`at` text NOT NULL,
	`replaced_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `aggregate_imports_by_country` ON `aggregate_imports` (`country`,`number`);--> statement-breakpoint
CREATE TABLE `aggregates` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`country` text NOT NULL,
	`indicator` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer,
	`requesting_country` text,
	`country_of_return` text,
	`total` integer NOT NULL,
	`derived` integer NOT NULL,
	`parts` text NOT NULL,
	PRIMARY KEY(`import_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `aggregates_by_country` ON `aggregates` (`country`,`year`,`indicator`);