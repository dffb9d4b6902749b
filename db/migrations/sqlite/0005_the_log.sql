CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`at` text NOT NULL,
	`key` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cosignatures` (
	`size` integer NOT NULL,
	`country` text NOT NULL,
	`key` text NOT NULL,
	`line` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`size`, `country`),
	FOREIGN KEY (`size`) REFERENCES `checkpoints`(`size`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `log_lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` text NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_leaves` (
	`position` integer PRIMARY KEY NOT NULL,
	`journal_id` text NOT NULL,
	`hashes` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_leaves_by_entry` ON `log_leaves` (`journal_id`);--> statement-breakpoint
CREATE TABLE `log_pending` (
	`arrival` integer PRIMARY KEY NOT NULL,
	`journal_id` text NOT NULL
);
--> statement-breakpoint
-- Every entry waits for its place in the log, whoever writes it.
CREATE TRIGGER journal_waits AFTER INSERT ON journal BEGIN INSERT INTO log_pending (journal_id) VALUES (NEW.id); END;
--> statement-breakpoint
-- Those that were there before. After the trigger: it locks the journal, so that none is written in between and forgotten.
INSERT INTO `log_pending` (`journal_id`) SELECT `id` FROM `journal` WHERE NOT EXISTS (SELECT 1 FROM `log_pending` WHERE `journal_id` = `journal`.`id`) ORDER BY `at`, `id`;
--> statement-breakpoint
CREATE TRIGGER log_leaves_no_update BEFORE UPDATE ON log_leaves BEGIN SELECT RAISE(ABORT, 'history is kept: log_leaves cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER log_leaves_no_delete BEFORE DELETE ON log_leaves BEGIN SELECT RAISE(ABORT, 'history is kept: log_leaves cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'history is kept: checkpoints cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'history is kept: checkpoints cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER cosignatures_no_update BEFORE UPDATE ON cosignatures BEGIN SELECT RAISE(ABORT, 'history is kept: cosignatures cannot be changed'); END;
--> statement-breakpoint
CREATE TRIGGER cosignatures_no_delete BEFORE DELETE ON cosignatures BEGIN SELECT RAISE(ABORT, 'history is kept: cosignatures cannot be changed'); END;
