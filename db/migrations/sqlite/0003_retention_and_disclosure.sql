CREATE TABLE `disclosures` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`office_id` text NOT NULL,
	`country` text NOT NULL,
	`role` text NOT NULL,
	`how` text NOT NULL,
	`purpose` text NOT NULL,
	`at` text NOT NULL,
	`opened_by` text NOT NULL,
	`shared_with` text
);
--> statement-breakpoint
CREATE INDEX `disclosures_by_time` ON `disclosures` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `disclosures_by_case` ON `disclosures` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`why` text NOT NULL,
	`opened_by` text NOT NULL,
	`shared_with` text,
	`counts` text NOT NULL,
	`journal_entries` integer NOT NULL,
	`case_hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_by_time` ON `erasures` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `erasures_by_hash` ON `erasures` (`case_hash`);--> statement-breakpoint
CREATE TABLE `journal_parts` (
	`journal_id` text NOT NULL,
	`position` integer NOT NULL,
	`case_id` text NOT NULL,
	`salt` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`journal_id`, `position`),
	FOREIGN KEY (`journal_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_parts_by_case` ON `journal_parts` (`case_id`);--> statement-breakpoint
CREATE TABLE `statistics` (
	`id` text PRIMARY KEY NOT NULL,
	`requesting_country` text NOT NULL,
	`country_of_return` text NOT NULL,
	`quarter` text NOT NULL,
	`age_band` text NOT NULL,
	`sex` text NOT NULL,
	`exploitation` text NOT NULL,
	`sector` text,
	`route` text NOT NULL,
	`stage` text NOT NULL,
	`reason` text NOT NULL,
	`days_to_reception` integer
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `closed_at` text;--> statement-breakpoint
CREATE INDEX `cases_by_closure` ON `cases` (`closed_at`,`id`) WHERE "cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX `cases_unsent` ON `cases` (`updated_at`,`id`) WHERE "cases"."sent_at" is null;
--> statement-breakpoint
-- Cases that were closed before: when, from the act that closed them.
UPDATE `cases` SET `closed_at` = (SELECT `at` FROM `acts` WHERE `acts`.`case_id` = `cases`.`id` AND `action` = 'closeCase' AND `step` IS NOT NULL ORDER BY `seq` DESC LIMIT 1) WHERE `stage` = 'CLOSED';
--> statement-breakpoint
-- Permanent tables are never changed; what can be erased is deleted, and never rewritten.
CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON disclosures BEGIN SELECT RAISE(ABORT, 'history is kept: disclosures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON disclosures BEGIN SELECT RAISE(ABORT, 'history is kept: disclosures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER erasures_no_update BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'history is kept: erasures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'history is kept: erasures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER statistics_no_update BEFORE UPDATE ON statistics BEGIN SELECT RAISE(ABORT, 'history is kept: statistics cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER statistics_no_delete BEFORE DELETE ON statistics BEGIN SELECT RAISE(ABORT, 'history is kept: statistics cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_content_no_update BEFORE UPDATE ON journal_content BEGIN SELECT RAISE(ABORT, 'history is kept: journal_content cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_parts_no_update BEFORE UPDATE ON journal_parts BEGIN SELECT RAISE(ABORT, 'history is kept: journal_parts cannot be changed'); END;
