CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`office_id` text NOT NULL,
	`country` text,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_name_unique` ON `accounts` (`name`);--> statement-breakpoint
CREATE TABLE `acts` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`action` text NOT NULL,
	`step` text,
	`reopens` text NOT NULL,
	`result` text,
	`record` text NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`office_id` text NOT NULL,
	`country` text NOT NULL,
	`role` text NOT NULL,
	`at` text NOT NULL,
	`handover_id` text,
	`journal_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`requesting_country` text NOT NULL,
	`country_of_return` text NOT NULL,
	`version` integer NOT NULL,
	`stage` text NOT NULL,
	`child` integer NOT NULL,
	`author_office_id` text NOT NULL,
	`procedure_id` text NOT NULL,
	`procedure_version` integer NOT NULL,
	`procedure_hash` text NOT NULL,
	`sent_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference_unique` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_by_corridor` ON `cases` (`requesting_country`,`country_of_return`,`stage`,`id`);--> statement-breakpoint
CREATE TABLE `handover_cases` (
	`handover_id` text NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`handover_id`, `case_id`),
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_cases_by_case` ON `handover_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`requesting_country` text NOT NULL,
	`country_of_return` text NOT NULL,
	`crossing_id` text NOT NULL,
	`at` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`journal_id` text NOT NULL,
	`leaf` text NOT NULL,
	`at` text NOT NULL,
	`noun_type` text NOT NULL,
	`noun_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_time` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`leaf` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal_content` (
	`id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `keys_by_account` ON `keys` (`account_id`);--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `parts` (
	`office_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `parts_by_case` ON `parts` (`case_id`);--> statement-breakpoint
CREATE TABLE `procedures` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `queue` (
	`office_id` text NOT NULL,
	`due_day` text NOT NULL,
	`case_id` text NOT NULL,
	`step` text NOT NULL,
	`roles` text NOT NULL,
	`owes` integer NOT NULL,
	`amber_at` text,
	`due_at` text,
	`opened_at` text NOT NULL,
	PRIMARY KEY(`office_id`, `due_day`, `case_id`, `step`)
);
--> statement-breakpoint
CREATE INDEX `queue_by_case` ON `queue` (`case_id`);