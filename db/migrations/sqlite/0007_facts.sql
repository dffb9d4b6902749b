ALTER TABLE `statistics` ADD `kind` text DEFAULT 'milestone' NOT NULL;--> statement-breakpoint
ALTER TABLE `statistics` ADD `name` text DEFAULT 'closed' NOT NULL;--> statement-breakpoint
ALTER TABLE `statistics` ADD `owed_by` text;--> statement-breakpoint
ALTER TABLE `statistics` ADD `days` integer;--> statement-breakpoint
ALTER TABLE `statistics` ADD `kept` integer;--> statement-breakpoint
CREATE INDEX `statistics_by_quarter` ON `statistics` (`kind`,`name`,`quarter`,`id`);